"""docs/truth.md: where the published document and the API part, told from the overlays and their evidence.

Written by `PYTHONPATH=scripts python -m pipeline.truth`.
"""

import copy
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonpath_rfc9535

from pipeline.contract import build_contract
from pipeline.convert import METHODS, to_openapi
from pipeline.names import METHOD, REF, RESOURCE, rename_schemas
from pipeline.overlay import Action, Overlay, apply_action, load_overlays

EVERYWHERE = 8
"""A correction of more schemas or operations than this is told once instead of under each."""

KINDS = {
    "observed": "answers or requests that were seen, of the API or of tools in use",
    "stated": "Bitrise says so, in its documentation, its tools or the published document itself",
    "inferred": "nothing was seen; it follows from what is alike",
    "conflicting": "two sources disagree; the contract allows both",
}

INTRODUCTION = """# Where the published document and the API part

Bitrise publishes a document of its API v0.1. This page lists where the API is known to take or to answer something else
than that document says, and how that is known. The contract that this library is generated from and tested against has
every one of these corrections; what is not established stands in `spec/UNKNOWN.md`.

"""


@dataclass
class _Correction:
    """One action, and what it selects in the document: fields by schema, parts by operation."""

    action: Action
    schemas: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    operations: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def general(self) -> bool:
        return not 0 < max(len(self.schemas), len(self.operations)) <= EVERYWHERE

    @property
    def scope(self) -> str:
        if self.operations:
            return f"({len(self.operations)} operations) "
        return f"({len(self.schemas)} models) " if self.schemas else ""


def truth_page(published: dict[str, Any], overlays: list[Overlay]) -> str:
    """The page, in Markdown. Raises DocumentError where the contract itself cannot be built."""
    corrections = list(_corrections(published, overlays))
    contract = build_contract(published, overlays).document
    lines = [INTRODUCTION + _summary(corrections), "## Everywhere\n"]
    lines += [f"- {_sentence(c.action)} {c.scope}{_evidence(c.action)}" for c in corrections if c.general]
    lines += ["\n## By operation\n"]
    lines += _by_operation(contract, [c for c in corrections if not c.general])
    lines += ["## By model\n"]
    lines += _by_model(contract, [c for c in corrections if not c.general])
    return "\n".join(lines).rstrip() + "\n"


def _corrections(published: dict[str, Any], overlays: list[Overlay]) -> Iterator[_Correction]:
    document = to_openapi(copy.deepcopy(published))
    for overlay in overlays:
        for action in overlay.actions:
            if action.evidence["kind"] in KINDS and "links" not in json.dumps(action.update):
                correction = _Correction(action)
                for node in jsonpath_rfc9535.find(action.target, document):
                    _place(correction, document, node.location, action)
                yield correction
            apply_action(document, action)
        rename_schemas(document)


def _place(correction: _Correction, document: dict[str, Any], location: tuple[Any, ...], action: Action) -> None:
    match location:
        case ("components", "schemas"):
            for name in action.update:
                correction.schemas[name].append("")
        case ("components", "schemas", name, *rest):
            fields = [step for step in rest if step not in ("properties", "required", "type", "enum", "$ref")]
            if rest == ["properties"]:
                fields = list(action.update)
            elif isinstance(rest[-1] if rest else None, int):
                fields = [str(_at(document, location))]
            elif not rest and isinstance(action.update, dict) and "required" in action.update:
                has = document["components"]["schemas"][name].get("properties", {})
                fields = [key for key in action.update["required"] if key in has]
            correction.schemas[name] += [f"`{part}`" for part in fields if isinstance(part, str)]
        case ("paths", path, method, *rest):
            identity = document["paths"][path][method]["operationId"]
            correction.operations[identity].append(_part(document["paths"][path][method], rest, action))


def _part(operation: dict[str, Any], rest: list[Any], action: Action) -> str:
    match rest:
        case ["parameters", int(number), *_]:
            return f"`{operation['parameters'][number]['name']}`"
        case ["parameters"]:
            return f"`{action.update['name']}`"
        case ["responses", str(status), *_]:
            return f"answer {status}"
        case ["responses"]:
            return "answer " + ", ".join(sorted(action.update))
        case ["requestBody", *_]:
            return "body"
        case _ if isinstance(action.update, dict) and "x-bitrise-pagination" in action.update:
            return "pages"
        case _ if isinstance(action.update, dict) and "responses" in action.update:
            return "answer " + ", ".join(sorted(action.update["responses"]))
    return ""


def _summary(corrections: list[_Correction]) -> str:
    count = Counter(c.action.evidence["kind"] for c in corrections)
    rows = [f"| {kind} | {meaning} | {count[kind]} |" for kind, meaning in KINDS.items()]
    return "\n".join(["| evidence | means | corrections |", "| --- | --- | --- |", *rows, ""])


def _by_operation(contract: dict[str, Any], corrections: list[_Correction]) -> Iterator[str]:
    uses = Counter(name for *_, operation in _operations(contract) for name in set(_schemas_of(contract, operation)))
    told = {name for correction in corrections for name in correction.schemas if uses[name] <= 2 * EVERYWHERE}
    for path, method, operation in _operations(contract):
        identity = operation["operationId"]
        rows = [
            f"| {_parts(c.operations[identity])} | {_sentence(c.action)} | {_evidence(c.action)} |"
            for c in corrections
            if identity in c.operations
        ]
        models = sorted(set(_schemas_of(contract, operation)) & told)
        if not rows and not models:
            continue
        yield f"### {operation[RESOURCE]}.{operation[METHOD]}\n"
        yield f"`{method.upper()} {path}` (`{identity}`)\n"
        if rows:
            yield "\n".join(["| where | what | evidence |", "| --- | --- | --- |", *rows]) + "\n"
        if models:
            yield "Models: " + ", ".join(f"[{name}](#{name.lower()})" for name in models) + "\n"


def _by_model(contract: dict[str, Any], corrections: list[_Correction]) -> Iterator[str]:
    for name in sorted(contract["components"]["schemas"]):
        rows = [
            f"| {_parts(c.schemas[name])} | {_sentence(c.action)} | {_evidence(c.action)} |"
            for c in corrections
            if name in c.schemas
        ]
        if rows:
            yield f"### {name}\n"
            yield "\n".join(["| fields | what | evidence |", "| --- | --- | --- |", *rows]) + "\n"


def _sentence(action: Action) -> str:
    required = isinstance(action.update, dict) and "required" in action.update and not action.remove
    note = action.description.strip().replace("|", "\\|")
    return f"Always there, never null. {note}" if required and action.update["required"] else note


def _evidence(action: Action) -> str:
    source, date = str(action.evidence["source"]), action.evidence.get("date")
    return f"*{action.evidence['kind']}*: {source}" + (f" ({date})" if date else "")


def _parts(parts: list[str]) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part)) or "–"


def _schemas_of(contract: dict[str, Any], node: Any, seen: set[str] | None = None) -> Iterator[str]:
    seen = set() if seen is None else seen
    if isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str) and reference.startswith(REF) and reference not in seen:
            seen.add(reference)
            yield reference.removeprefix(REF)
            yield from _schemas_of(contract, contract["components"]["schemas"][reference.removeprefix(REF)], seen)
        for value in node.values():
            yield from _schemas_of(contract, value, seen)
    elif isinstance(node, list):
        for value in node:
            yield from _schemas_of(contract, value, seen)


def _operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    found = [
        (path, method, item[method]) for path, item in document["paths"].items() for method in METHODS if method in item
    ]
    return sorted(found, key=lambda place: (place[2][RESOURCE], place[2][METHOD]))


def _at(document: Any, location: tuple[Any, ...]) -> Any:
    for step in location:
        document = document[step]
    return document


def main() -> None:
    """Write docs/truth.md of this repository."""
    root = Path(__file__).resolve().parents[2]
    published = json.loads((root / "spec" / "published.json").read_text("utf-8"))
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "truth.md").write_text(truth_page(published, load_overlays(root / "spec" / "overlays")), "utf-8")


if __name__ == "__main__":
    main()

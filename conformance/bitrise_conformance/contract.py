"""The contract (OpenAPI 3.1), made easy to ask: operations, parameters, answers, pagination.

Nothing here knows an operation by name; what is specific to Bitrise is read from the document's
``x-bitrise-…`` extensions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Json = Any
Schema = Mapping[str, Any]


class ContractError(Exception):
    """The contract document is missing or unusable; the message names the file and what is wrong."""


@dataclass(frozen=True)
class Operation:
    """One operation of the contract."""

    id: str
    method: str
    """Upper case, for instance ``GET``."""
    path: str
    """Template, for instance ``/apps/{app-slug}/builds``."""
    definition: Mapping[str, Any]
    contract: Contract

    def __repr__(self) -> str:
        return f"<Operation {self.id}: {self.label}>"

    @property
    def label(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def pointer(self) -> str:
        """JSON pointer of the operation in the contract."""
        return f"#/paths/{escape(self.path)}/{self.method.lower()}"

    @cached_property
    def path_parameters(self) -> tuple[str, ...]:
        return tuple(re.findall(r"\{([^}]+)\}", self.path))

    @cached_property
    def parameters(self) -> tuple[Mapping[str, Any], ...]:
        shared = self.contract.document["paths"][self.path].get("parameters", ())
        return tuple(self.contract.resolve(item) for item in (*shared, *self.definition.get("parameters", ())))

    @cached_property
    def query(self) -> Mapping[str, Schema]:
        """Schema of each query parameter, by name."""
        return {item["name"]: item.get("schema", {}) for item in self.parameters if item["in"] == "query"}

    @cached_property
    def required_query(self) -> tuple[str, ...]:
        return tuple(i["name"] for i in self.parameters if i["in"] == "query" and i.get("required"))

    @property
    def is_safe(self) -> bool:
        return self.method in ("GET", "HEAD")

    @cached_property
    def is_secured(self) -> bool:
        """Whether the contract asks for a token here."""
        security = self.definition.get("security", self.contract.document.get("security", ()))
        return bool(security) and all(security)

    @cached_property
    def body(self) -> Mapping[str, Schema]:
        """Schema of the request body by media type."""
        body = self.contract.resolve(self.definition.get("requestBody", {}))
        return {kind: media.get("schema", {}) for kind, media in body.get("content", {}).items()}

    @cached_property
    def responses(self) -> Mapping[str, Mapping[str, Any]]:
        return {str(k): self.contract.resolve(v) for k, v in self.definition.get("responses", {}).items()}

    @cached_property
    def success(self) -> tuple[int, ...]:
        """Documented 2xx statuses."""
        return tuple(int(code) for code in self.responses if code.startswith("2") and code.isdigit())

    def response(self, status: int) -> Mapping[str, Any] | None:
        """What the contract says of a status, or None when it says nothing."""
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in self.responses:
                return self.responses[key]
        return None

    def response_pointer(self, status: int) -> str:
        """Where the contract speaks of a status; a shared answer is where its ``$ref`` leads."""
        key = next((k for k in (str(status), f"{status // 100}XX", "default") if k in self.responses), None)
        if key is None:
            return f"{self.pointer}/responses"
        reference = self.definition["responses"][key].get("$ref")
        return str(reference) if reference else f"{self.pointer}/responses/{key}"

    @property
    def pagination(self) -> Mapping[str, Any] | None:
        found: Mapping[str, Any] | None = self.definition.get("x-bitrise-pagination")
        return found

    def url_path(self, values: Mapping[str, Any]) -> str:
        """The path with its parameters filled in and percent-encoded."""
        return re.sub(r"\{([^}]+)\}", lambda m: quote(str(values[m[1]]), safe=""), self.path)


class Contract:
    """An OpenAPI 3 document and its operations in document order."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.operations: dict[str, Operation] = {op.id: op for op in self._read()}

    @classmethod
    def load(cls, path: Path | None = None) -> Contract:
        """The contract from a file, or the project's own.

        Raises:
            ContractError: no such file, not JSON, or no operations in it.
        """
        text, name = _read_text(path)
        try:
            document = json.loads(text)
        except ValueError as error:
            raise ContractError(f"{name}: not JSON ({error})") from None
        if not isinstance(document, dict) or not isinstance(document.get("paths"), dict):
            raise ContractError(f"{name}: not an OpenAPI document (it has no paths)")
        return cls(document)

    def __iter__(self) -> Iterator[Operation]:
        return iter(self.operations.values())

    def __getitem__(self, operation_id: str) -> Operation:
        return self.operations[operation_id]

    def resolve(self, item: Any) -> Any:
        """Follow ``$ref`` until something else stands there."""
        seen = 0
        while isinstance(item, Mapping) and isinstance(ref := item.get("$ref"), str):
            item = self.at(ref)
            if (seen := seen + 1) > 50:
                raise ContractError(f"the reference {ref} leads back to itself")
        return item

    def at(self, pointer: str) -> Any:
        """What stands at a JSON pointer of the document.

        Raises:
            ContractError: nothing stands there.
        """
        item: Any = self.document
        try:
            for part in pointer.removeprefix("#/").split("/"):
                key = part.replace("~1", "/").replace("~0", "~")
                item = item[int(key)] if isinstance(item, list) else item[key]
        except (KeyError, IndexError, ValueError, TypeError):
            raise ContractError(f"the reference {pointer} leads nowhere") from None
        return item

    def find(self, method: str, path: str) -> Operation | None:
        """The operation that serves a method and a path (below the base URL); fixed parts go before parameters."""
        found = (entry[method.upper()] for entry in self._entries(path) if method.upper() in entry)
        return next(found, None)

    def find_path(self, path: str) -> Mapping[str, Operation] | None:
        """The operations of the most specific template that a path matches, by method."""
        return next(self._entries(path), None)

    def _entries(self, path: str) -> Iterator[Mapping[str, Operation]]:
        return _matches(self._tree, path.strip("/").split("/"))

    def _read(self) -> Iterator[Operation]:
        for path, item in self.document["paths"].items():
            for method, definition in item.items():
                if method in METHODS:
                    name = definition.get("operationId") or f"{method} {path}"
                    yield Operation(name, method.upper(), path, definition, self)

    @cached_property
    def _tree(self) -> dict[str, Any]:
        root: dict[str, Any] = {}
        for operation in self:
            node = root
            for part in operation.path.strip("/").split("/"):
                node = node.setdefault("{}" if part.startswith("{") else part, {})
            node.setdefault(_HERE, {})[operation.method] = operation
        return root


def escape(part: str) -> str:
    """One step of a JSON pointer."""
    return part.replace("~", "~0").replace("/", "~1")


def load_published() -> Contract:
    """What Bitrise published, as Swagger 2.0, brought to the few OpenAPI 3 shapes that are asked here."""
    from bitrise_conformance.published import as_openapi3

    text, name = _read_text(None, "published.json", "bitrise_conformance")
    try:
        return Contract(as_openapi3(json.loads(text)))
    except ValueError as error:
        raise ContractError(f"{name}: not JSON ({error})") from None


_HERE = "\0operations"


def _matches(node: Mapping[str, Any], parts: list[str]) -> Iterator[Mapping[str, Operation]]:
    if not parts:
        if _HERE in node:
            yield node[_HERE]
        return
    if parts[0] in node:
        yield from _matches(node[parts[0]], parts[1:])
    if parts[0] and "{}" in node:
        yield from _matches(node["{}"], parts[1:])


def _read_text(path: Path | None, default: str = "openapi.json", package: str = "bitrise_sandbox") -> tuple[str, str]:
    candidates = [path] if path else [_packaged(package, default), _in_repository(default)]
    for candidate in candidates:
        if candidate is None:
            continue
        try:
            return candidate.read_text(encoding="utf-8"), candidate.name
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            raise ContractError(f"{candidate.name}: cannot be read ({error})") from None
    raise ContractError(f"{path or default}: no such file; run `python scripts/regenerate.py` first")


def _packaged(package: str, name: str) -> Path | None:
    try:
        return Path(str(resources.files(package) / name))
    except ModuleNotFoundError:
        return None


def _in_repository(name: str) -> Path:
    return Path(__file__).resolve().parents[2] / "spec" / name

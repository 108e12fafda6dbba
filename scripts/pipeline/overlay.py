"""OpenAPI Overlay 1.0: changes to a document, written down as data.

Beyond the specification: every action says how it is known (`x-evidence`, or the overlay's own as a default);
an action that selects nothing is an error unless it says `x-optional: true`.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonpath_rfc9535
import yaml
from jsonpath_rfc9535.exceptions import JSONPathError

from pipeline.errors import DocumentError

EVIDENCE_KINDS = ("observed", "stated", "inferred", "conflicting", "own")
ACTION_KEYS = {"target", "description", "update", "remove", "x-evidence", "x-optional"}


@dataclass(frozen=True)
class Action:
    """One change: `update` merged into, or `remove` of, everything that `target` selects."""

    where: str
    """The file and the number of the action in it, for messages."""
    target: str
    evidence: dict[str, Any]
    update: Any = None
    remove: bool = False
    optional: bool = False
    description: str = ""


@dataclass(frozen=True)
class Overlay:
    """The actions of one overlay file, in its order."""

    name: str
    title: str
    actions: tuple[Action, ...]


def load_overlays(folder: Path) -> list[Overlay]:
    """Every `*.yaml` of `folder` in the order of their names. Raises DocumentError on what is no overlay."""
    return [load_overlay(path) for path in sorted(folder.glob("*.yaml"))]


def load_overlay(path: Path) -> Overlay:
    """One overlay file. Raises DocumentError naming the file and the action that is wrong."""
    try:
        raw = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise DocumentError(f"{path.name} cannot be read: {str(error).splitlines()[0]}") from None
    if not isinstance(raw, dict) or raw.get("overlay") != "1.0.0" or not isinstance(raw.get("actions"), list):
        raise DocumentError(f"{path.name} is not an OpenAPI Overlay 1.0.0 document")
    default = raw.get("x-evidence")
    return Overlay(
        name=path.name,
        title=raw.get("info", {}).get("title", path.stem),
        actions=tuple(
            _action(f"{path.name} action {number}", action, default) for number, action in enumerate(raw["actions"], 1)
        ),
    )


def apply_action(document: dict[str, Any], action: Action) -> bool:
    """Change `document` in place; False when the target selects nothing and the action is optional.

    Raises DocumentError when it selects nothing otherwise, or when the update does not fit what it selects.
    """
    try:
        locations = [node.location for node in jsonpath_rfc9535.find(action.target, document)]
    except JSONPathError as error:
        raise DocumentError(f"{action.where}: {action.target} is not a JSONPath: {error}") from None
    if not locations:
        if action.optional:
            return False
        raise DocumentError(
            f"{action.where} found no target: {action.target} selects nothing in the document"
            " (mend the overlay, or mark the action x-optional)"
        )
    if action.remove:
        # From the back, so that removing one element of a list does not move the next.
        for location in sorted(locations, key=_removal_order, reverse=True):
            parent = _at(document, location[:-1])
            del parent[location[-1]]
        return True
    for location in locations:
        _update(document, location, action)
    return True


def merge(target: dict[str, Any], update: dict[str, Any]) -> None:
    """Overlay 1.0's merge: objects recursively, lists joined, anything else replaced."""
    for key, value in update.items():
        present = target.get(key)
        if isinstance(present, dict) and isinstance(value, dict):
            merge(present, value)
        elif isinstance(present, list) and isinstance(value, list):
            present.extend(copy.deepcopy(value))
        else:
            target[key] = copy.deepcopy(value)


def _action(where: str, raw: Any, default: Any) -> Action:
    if not isinstance(raw, dict) or not isinstance(raw.get("target"), str):
        raise DocumentError(f"{where} has no target")
    if unknown := set(raw) - ACTION_KEYS:
        raise DocumentError(f"{where} has an unknown key {sorted(unknown)[0]!r}")
    if ("update" in raw) == bool(raw.get("remove")):
        raise DocumentError(f"{where} must either update or remove")
    evidence = raw.get("x-evidence", default)
    if not isinstance(evidence, dict) or evidence.get("kind") not in EVIDENCE_KINDS or not evidence.get("source"):
        raise DocumentError(f"{where} needs x-evidence: a kind of {', '.join(EVIDENCE_KINDS)}, and a source")
    return Action(
        where=where,
        target=raw["target"],
        evidence=evidence,
        update=raw.get("update"),
        remove=bool(raw.get("remove")),
        optional=raw.get("x-optional") is True,
        description=raw.get("description", ""),
    )


def _update(document: dict[str, Any], location: tuple[int | str, ...], action: Action) -> None:
    node = _at(document, location)
    if isinstance(node, dict) and isinstance(action.update, dict):
        merge(node, action.update)
    elif isinstance(node, list):
        node.append(copy.deepcopy(action.update))
    else:
        raise DocumentError(f"{action.where}: the update does not fit the {type(node).__name__} it selects")


def _at(document: Any, location: tuple[int | str, ...]) -> Any:
    for step in location:
        document = document[step]
    return document


def _removal_order(location: tuple[int | str, ...]) -> tuple[tuple[int, int, str], ...]:
    return tuple((1, step, "") if isinstance(step, int) else (0, 0, step) for step in location)


def iter_actions(overlays: list[Overlay]) -> Iterator[Action]:
    """Every action of every overlay, in the order they are applied."""
    for overlay in overlays:
        yield from overlay.actions

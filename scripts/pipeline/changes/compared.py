"""The changes between two documents: one for each thing that changed, with the operations that it touches."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.changes.document import Document
from pipeline.changes.operations import DOCUMENT, compare_surfaces
from pipeline.changes.readers import surface
from pipeline.changes.rules import RULES, Level, Rule
from pipeline.changes.values import Finding
from pipeline.errors import DocumentError


@dataclass(frozen=True)
class Change:
    """One change.

    `subject` is what it belongs to: an operation's label, a schema's name, or "the API". `place` is where in
    it (`response 200 data[].tag`). `operations` are the labels of the operations that it touches.
    """

    rule: Rule
    subject: str
    place: str
    path: str
    old: str | None
    new: str | None
    operations: tuple[str, ...]

    @property
    def level(self) -> Level:
        """How much it matters."""
        return self.rule.level

    @property
    def is_shared(self) -> bool:
        """Whether it belongs to a schema that several operations use."""
        return len(self.operations) > 1

    @property
    def group(self) -> str:
        """What to list it under: its schema when that is shared, else the one operation it touches."""
        return self.operations[0] if len(self.operations) == 1 else self.subject

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits that stay the same as long as the change does, whatever else changes with it."""
        parts = (self.rule.id, self.subject, self.place, self.path, self.old or "", self.new or "")
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """The changes from `old` to `new`, by group and worst first in each.

    Raises DocumentError, saying which of the two, for a document that cannot be read.
    """
    surfaces = [_surface(raw, which) for raw, which in ((old, "old"), (new, "new"))]
    touched: dict[Finding, dict[str, None]] = {}
    for attributed in compare_surfaces(*surfaces):
        operations = touched.setdefault(attributed.finding, {})
        if attributed.operation is not None:
            operations[attributed.operation] = None
    changes = [_change(finding, tuple(operations)) for finding, operations in touched.items()]
    order = {operation.label: index for index, operation in enumerate(surfaces[1].operations)}
    return sorted(changes, key=lambda change: _order(change, order))


def _surface(raw: Mapping[str, Any], which: str) -> Any:
    try:
        return surface(Document(raw))
    except DocumentError as error:
        raise DocumentError(f"the {which} document cannot be compared: {error}") from None


def _change(finding: Finding, operations: tuple[str, ...]) -> Change:
    place = finding.place
    return Change(RULES[finding.rule], place.scope, place.prefix, place.path, finding.old, finding.new, operations)


def _order(change: Change, operations: Mapping[str, int]) -> tuple[int, int, str, int, str, str, str]:
    """The API as a whole first, then operations in the order of the new document, then shared schemas."""
    part = 2 if change.is_shared else 0 if change.subject == DOCUMENT and not change.operations else 1
    at = operations.get(change.group, len(operations))
    return part, at, change.group, change.level.rank, change.path, change.place, change.rule.id

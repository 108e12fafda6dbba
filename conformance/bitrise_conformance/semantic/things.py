"""Things that can be created and deleted, and what was made of them: found, listed, compared with what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.discover import ALSO_NAMED, Values
from bitrise_conformance.semantic.pagination import bounds, walk
from bitrise_conformance.semantic.subject import NAMES, Subject, key_of
from bitrise_conformance.session import Answer

WRITE_ONLY = frozenset({"value", "secret", "password", "alias", "private_key_password", "certificate_password", "key"})
"""Fields that are sent and not always given back."""

PAGES = 40
"""Pages of a list that are read at most."""


@dataclass
class Thing:
    """A kind of thing that can be created and deleted, and one that was."""

    subject: Subject
    creator: Operation
    delete: Operation
    listing: Operation
    show: Operation | None
    updates: list[Operation]
    parent: Values
    values: Values = field(default_factory=dict)
    """Path parameters of the created thing; empty while there is none."""

    @contextmanager
    def cleaned_up(self) -> Iterator[None]:
        """Deletes the created thing at the end, if it is still there, whatever happened."""
        try:
            yield
        finally:
            if self.values:
                self.subject.api.call(self.delete, self.values)
                self.values = {}

    @property
    def key(self) -> str:
        """What tells the created thing apart within its list."""
        return self.values[self.delete.path_parameters[-1]]

    @property
    def key_fields(self) -> tuple[str, ...]:
        """Fields that can hold the key, in the order in which they are looked for."""
        return ALSO_NAMED.get(self.delete.path_parameters[-1].rpartition("-")[2], NAMES)


def thing_of(subject: Subject, creator: Operation) -> Thing | None:
    """The kind of thing that an operation creates, or None when it cannot be listed and deleted again."""
    if creator.method != "POST" or not creator.body:
        return None
    listing = same_path(subject, creator, "GET")
    parent = subject.world.first(creator)
    delete = subject.item_operation(creator, "DELETE")
    if listing is None or parent is None or delete is None:
        return None
    updates = [op for m in ("PATCH", "PUT") if (op := subject.item_operation(creator, m))]
    return Thing(subject, creator, delete, listing, subject.item_operation(creator), updates, parent)


def everything(subject: Subject, thing: Thing) -> dict[str, Json] | None:
    """The list of the thing's kind by key, or None when it cannot be read to its end."""
    found = walk(subject, thing.listing, thing.parent, limit=bounds(thing.listing)[1], pages=PAGES)
    return {_key_of(thing, item): item for item in found.items} if found.complete else None


def same_path(subject: Subject, operation: Operation, method: str) -> Operation | None:
    """The operation with another method at the same path."""
    return next((op for op in subject.api.contract if op.method == method and op.path == operation.path), None)


def below(subject: Subject, item: Operation, method: str, last: str) -> Operation | None:
    """The operation at a path that goes on with one segment more."""
    path = f"{item.path}/{last}"
    return next((op for op in subject.api.contract if op.method == method and op.path == path), None)


def must_show(
    subject: Subject, operation: Operation, sent: dict[str, Any], answer: Answer, rule: str, clause: str
) -> None:
    """Report a finding when an answer shows the thing otherwise than it was sent."""
    must_equal(subject, operation, sent, answer.data, answer, rule, clause)


def must_equal(
    subject: Subject,
    operation: Operation,
    sent: dict[str, Any],
    thing: Json,
    answer: Answer,
    rule: str,
    clause: str,
) -> None:
    """Report a finding when a field that was sent has another value in the thing as it was read.

    Args:
        thing: as it was read, from a list for instance.
        answer: where it was read; the finding shows it.
    """
    if not isinstance(thing, dict):
        return
    for name, value in sent.items():
        if name in WRITE_ONLY or not isinstance(value, str | bool | int):
            continue
        if name in thing and thing[name] is not None and thing[name] != value:
            message = f"{name} is {thing[name]!r} after sending {value!r}"
            subject.report(rule, operation, clause, message, answer)
            return


def _key_of(thing: Thing, item: Json) -> str:
    found = next((item[n] for n in thing.key_fields if isinstance(item, dict) and item.get(n)), None)
    return str(found) if found is not None else key_of(item)

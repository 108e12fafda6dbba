"""What a semantic check works on, and how it is registered."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.discover import Values, World
from bitrise_conformance.session import Answer, Api

NAMES = ("slug", "id", "name")
"""Fields that tell things apart, in the order in which they are looked for."""


@dataclass
class Subject:
    """A server under test.

    Args:
        operations: what is judged in this run (a shard's part).
        other_token: a valid token of somebody who must not see what the first token sees; None when there is none.
        reading_token: a valid token of the same person that may only read; None when there is none.
        writes: whether anything may be written.
        own_only: whether only things that the job created may be written.
        app: stay within this app.
    """

    api: Api
    world: World
    operations: list[Operation]
    other_token: str | None = field(default=None, repr=False)
    reading_token: str | None = field(default=None, repr=False)
    writes: bool = False
    own_only: bool = False
    seed: int = 0
    app: str | None = None
    skipped: list[str] = field(default_factory=list)
    """What could not be tested and why."""

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def lists(self) -> Iterator[tuple[Operation, list[Values]]]:
        """Paginated lists with the real path parameters that they can be asked with."""
        for operation in self.operations:
            contexts = self.contexts(operation)
            if operation.method == "GET" and operation.pagination and contexts:
                yield operation, contexts

    def contexts(self, operation: Operation) -> list[Values]:
        return self.world.pools.get(operation.id, [])

    def item_operation(self, collection: Operation, method: str = "GET") -> Operation | None:
        """The operation on one thing of a collection: the collection's path and one parameter more."""
        for operation in self.api.contract:
            if operation.method == method and operation.path.rpartition("/")[0] == collection.path:
                last = operation.path.rpartition("/")[2]
                if last.startswith("{"):
                    return operation
        return None

    def report(self, rule: str, operation: Operation, clause: str, message: str, answer: Answer | None) -> None:
        self.api.report(rule, operation, clause, message, answer)


@dataclass(frozen=True)
class Check:
    """A semantic check: its function, and whether it writes."""

    run: Callable[[Subject], None]
    writes: bool = False

    @property
    def name(self) -> str:
        return self.run.__name__

    @property
    def proves(self) -> str:
        """The paragraph that says what it proves."""
        return self.run.__doc__ or ""


CHECKS: list[Check] = []
"""Every check, in the order of registration."""


def reads(function: Callable[[Subject], None]) -> Callable[[Subject], None]:
    """Register a check that only reads."""
    CHECKS.append(Check(function))
    return function


def writes(function: Callable[[Subject], None]) -> Callable[[Subject], None]:
    """Register a check that writes."""
    CHECKS.append(Check(function, writes=True))
    return function


def key_of(item: Json) -> str:
    """What tells a thing apart within its list."""
    if isinstance(item, dict):
        for name in NAMES:
            if item.get(name):
                return str(item[name])
    return repr(item)


def dig(value: Json, path: str) -> Json:
    """The value at a dotted path, or None."""
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value

"""Splits the operations of a contract so that N jobs cover all of them once.

Operations that work on the same things stay together (create and read a webhook), so that a shard can test
sequences; shards are made equally heavy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bitrise_conformance.contract import Operation


@dataclass(frozen=True)
class Shard:
    """The I-th of N parts, counted from 1."""

    index: int = 1
    total: int = 1

    def __str__(self) -> str:
        return f"{self.index}/{self.total}"

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Read ``I/N``.

        Raises:
            ValueError: it is not two numbers with 1 <= I <= N.
        """
        match = re.fullmatch(r"(\d{1,3})/(\d{1,3})", text)
        if not match or not 1 <= int(match[1]) <= int(match[2]):
            raise ValueError(f"{text!r} is not I/N with 1 <= I <= N, for instance 1/4")
        return cls(int(match[1]), int(match[2]))

    def select(self, operations: Iterable[Operation]) -> list[Operation]:
        """The operations of this part, in their order."""
        everything = list(operations)
        if self.total == 1:
            return everything
        families: dict[str, list[Operation]] = {}
        for operation in everything:
            families.setdefault(family(operation), []).append(operation)
        loads = [0] * self.total
        chosen: set[str] = set()
        for _, members in sorted(families.items(), key=lambda item: (-_weight(item[1]), item[0])):
            lightest = loads.index(min(loads))
            loads[lightest] += _weight(members)
            if lightest == self.index - 1:
                chosen.update(operation.id for operation in members)
        return [operation for operation in everything if operation.id in chosen]


def family(operation: Operation) -> str:
    """The collection that an operation works on: its path up to the last parameter that names a thing in it."""
    fixed = [part for part in operation.path.split("/") if part]
    while len(fixed) > 1 and fixed[-1].startswith("{"):
        fixed.pop()
    return "/".join(fixed[:3])


def _weight(members: list[Operation]) -> int:
    return sum(2 + len(operation.query) + 3 * len(operation.body) for operation in members)

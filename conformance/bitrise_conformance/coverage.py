"""Which answers of the contract were seen: counts what was observed, not what was attempted."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bitrise_conformance.contract import Contract, Operation
from bitrise_conformance.findings import Exchange
from bitrise_conformance.judge import NOT_IMPLEMENTED

SLOW = 1.0
"""Seconds; a server on this machine needs milliseconds."""
ENOUGH = 2
"""Answers after which the fastest of them tells something."""
PATIENCE = 45.0
"""Seconds spent on slow answers before a run of nothing else is ended."""


@dataclass(frozen=True)
class Row:
    """One operation in the table."""

    operation: Operation
    seen: dict[int, int]
    """How often each status came."""
    documented: tuple[str, ...]
    never: tuple[str, ...]
    """Documented statuses that never came."""
    undocumented: tuple[int, ...]
    implemented: bool


@dataclass
class Coverage:
    """Counts answers by operation and status; give :meth:`observe` to a wire."""

    contract: Contract
    base_path: str
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    elsewhere: int = 0
    """Answers at paths or methods that the contract lacks."""
    fastest: dict[str, float] = field(default_factory=dict)
    """Seconds of each operation's fastest answer."""
    answers: int = 0
    slow_answers: int = 0
    slow_seconds: float = 0.0
    """Time spent on answers slower than :data:`SLOW`."""
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def observe(self, exchange: Exchange) -> None:
        path = urlsplit(exchange.url).path.removeprefix(self.base_path.rstrip("/"))
        operation = self.contract.find(exchange.method, path)
        with self._lock:
            self.answers += 1
            if exchange.elapsed > SLOW:
                self.slow_answers += 1
                self.slow_seconds += exchange.elapsed
            if operation is None or exchange.status is None:
                self.elsewhere += 1
                return
            seen = self.counts.setdefault(operation.id, {})
            seen[exchange.status] = seen.get(exchange.status, 0) + 1
            self.fastest[operation.id] = min(exchange.elapsed, self.fastest.get(operation.id, exchange.elapsed))

    @property
    def is_hopeless(self) -> bool:
        """Whether most answers are so slow that going on would take hours."""
        return self.slow_seconds > PATIENCE and self.slow_answers > self.answers / 2

    def slow(self) -> list[Operation]:
        """Operations of which no answer was fast; one slow answer among fast ones is chance."""
        enough = 1 if self.is_hopeless else ENOUGH
        return [
            self.contract[name]
            for name, seconds in self.fastest.items()
            if seconds > SLOW and sum(self.counts[name].values()) >= enough
        ]

    def rows(self, operations: Iterable[Operation]) -> list[Row]:
        return [self.row(operation) for operation in operations]

    def row(self, operation: Operation) -> Row:
        seen = dict(sorted(self.counts.get(operation.id, {}).items()))
        documented = tuple(operation.responses)
        return Row(
            operation=operation,
            seen=seen,
            documented=documented,
            never=tuple(code for code in documented if not any(_is(code, status) for status in seen)),
            undocumented=tuple(s for s in seen if s != NOT_IMPLEMENTED and operation.response(s) is None),
            implemented=not seen or (set(seen) != {NOT_IMPLEMENTED} and NOT_IMPLEMENTED not in seen),
        )


def _is(code: str, status: int) -> bool:
    return code == "default" or str(status) == code or (code[1:].upper() == "XX" and str(status)[0] == code[0])

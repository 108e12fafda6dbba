"""The registry of faults and how one is switched on."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..answers import Answer
from ..call import Call

Proceed = Callable[[], Answer]

OPERATION = "OPERATION"
EVERY = "EVERY"
SECONDS = "SECONDS"


class FaultError(ValueError):
    """A fault that does not exist or was given an argument it does not take."""


@dataclass(frozen=True)
class Fault:
    """One way to be wrong.

    Attributes:
        argument: what may follow the name after a colon: an operationId that narrows the fault to one operation,
            every how many requests it strikes, or seconds; None for nothing.
        visible: whether a client that knows only the contract can tell.
        operations: the operations it strikes unless told otherwise; empty for all.
    """

    name: str
    description: str
    strike: Callable[[Call, Proceed, ActiveFault], Answer]
    argument: str | None
    default: str
    visible: bool
    operations: tuple[str, ...]

    def read_argument(self, text: str) -> str:
        if not text:
            return self.default
        if self.argument is None:
            raise FaultError(f"fault {self.name} takes no argument")
        if self.argument == EVERY and not (text.isdecimal() and 0 < int(text) < 10**6):
            raise FaultError(f"fault {self.name}: {text[:40]!r} is no whole number from 1")
        if self.argument == SECONDS and not _is_seconds(text):
            raise FaultError(f"fault {self.name}: {text[:40]!r} is no number of seconds")
        return text


@dataclass
class ActiveFault:
    """A fault that is on, with its argument and what it remembers between requests."""

    fault: Fault
    argument: str
    memory: dict[str, Any] = field(default_factory=dict)

    def __call__(self, call: Call, proceed: Proceed) -> Answer:
        return self.fault.strike(call, proceed, self) if self._concerns(call) else proceed()

    def turn(self) -> bool:
        """True on every n-th request, n being the argument."""
        count = self.memory["count"] = self.memory.get("count", 0) + 1
        return bool(count % int(self.argument) == 0)

    def _concerns(self, call: Call) -> bool:
        if self.fault.argument == OPERATION and self.argument:
            return call.operation_id == self.argument
        return not self.fault.operations or call.operation_id in self.fault.operations


FAULTS: dict[str, Fault] = {}

Strike = Callable[[Call, Proceed, ActiveFault], Answer]


def fault(
    name: str,
    description: str,
    *,
    argument: str | None = OPERATION,
    default: str = "",
    visible: bool = True,
    operations: tuple[str, ...] = (),
) -> Callable[[Strike], Strike]:
    """Register the function as a fault: it gets the request, what would answer it, and its own settings."""

    def register(strike: Strike) -> Strike:
        FAULTS[name] = Fault(name, description, strike, argument, default, visible, operations)
        return strike

    return register


def things(call: Call, value: Any) -> Iterator[dict[str, Any]]:
    """The objects a success answer is about: its items, its one thing, or the answer itself."""
    operation = call.target
    key = operation.envelope.key if operation is not None else None
    found = value.get(key) if key is not None and isinstance(value, dict) else value
    for thing in found if isinstance(found, list) else [found]:
        if isinstance(thing, dict):
            yield thing


def edit(call: Call, answer: Answer, change: Callable[[dict[str, Any]], None]) -> Answer:
    """The success answer with a change made to each thing in it."""
    value = answer.json() if answer.ok else None
    if value is None:
        return answer
    for thing in things(call, value):
        change(thing)
    return answer.put(value)


def required(call: Call) -> tuple[str, ...]:
    """What the contract requires of the thing an operation answers."""
    operation = call.target
    if operation is None:
        return ()
    return tuple(operation.contract.resolve(operation.envelope.item).get("required", ()))


def properties(call: Call) -> dict[str, Any]:
    """Resolved schemas of the properties of the thing an operation answers."""
    operation = call.target
    if operation is None:
        return {}
    contract = operation.contract
    return {name: contract.resolve(schema) for name, schema in contract.properties(operation.envelope.item).items()}


def _is_seconds(text: str) -> bool:
    try:
        value = float(text)
    except ValueError:
        return False
    return math.isfinite(value) and 0 <= value <= 3600

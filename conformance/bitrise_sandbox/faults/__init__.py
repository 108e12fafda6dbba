"""Ways to be wrong on purpose. Each is a function beside its description; all are found here by name."""

from __future__ import annotations

from collections.abc import Iterable

from . import lists, network, rules, schemas, states, statuses
from .registry import FAULTS, ActiveFault, Fault, FaultError

__all__ = ["FAULTS", "ActiveFault", "Fault", "FaultError", "activate", "describe"]

assert all((lists, network, rules, schemas, states, statuses))


def activate(names: Iterable[str]) -> list[ActiveFault]:
    """The faults asked for, each ``NAME`` or ``NAME:ARGUMENT``.

    Raises:
        FaultError: an unknown name, or an argument the fault does not take.
    """
    return [_activate(*text.partition(":")[::2]) for text in names]


def describe() -> str:
    """Every fault with its argument and what it does, one line each."""
    lines = []
    for fault in FAULTS.values():
        name = f"{fault.name}[:{fault.argument}]" if fault.argument else fault.name
        lines.append(f"{name:<44} {fault.description}")
    return "\n".join(lines)


def _activate(name: str, argument: str) -> ActiveFault:
    fault = FAULTS.get(name)
    if fault is None:
        raise FaultError(f"there is no fault {name[:60]!r}; --list-faults shows them all")
    return ActiveFault(fault, fault.read_argument(argument))

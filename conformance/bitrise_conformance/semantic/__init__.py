"""What no schema states: lists that are complete, things that stay what they are, doors that are locked.

Each check is a function that takes a :class:`Subject` and reports what it finds. The same functions are pytest
tests in :mod:`bitrise_conformance.suite`.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from bitrise_conformance.semantic import (
    acceptance,
    authentication,
    builds,
    creation,
    dates,
    deletion,
    errors,
    filters,
    identity,
    methods,
    pagination,
    presigned,
    secrecy,
    updates,
)
from bitrise_conformance.semantic.subject import CHECKS, Check, Subject

__all__ = ["CHECKS", "MODULES", "Check", "Subject", "run_all"]

MODULES = (
    authentication,
    pagination,
    builds,
    dates,
    errors,
    filters,
    identity,
    creation,
    acceptance,
    updates,
    deletion,
    methods,
    presigned,
    secrecy,
)
"""Where the checks are, in the order in which they run: what is there is read before anything of it is changed."""

CHECKS.sort(key=lambda check: [module.__name__ for module in MODULES].index(check.run.__module__))


def run_all(subject: Subject, *, deadline: float | None = None) -> Iterator[tuple[str, float]]:
    """Run every check that the subject allows; yields each name and its seconds.

    Args:
        deadline: moment of ``time.monotonic()`` after which no further check begins.
    """
    for check in CHECKS:
        if check.writes and not subject.writes:
            subject.skipped.append(f"{check.name}: writes, and writing is not allowed")
            continue
        if deadline is not None and time.monotonic() > deadline:
            subject.skipped.append(f"{check.name}: no time was left of --time-budget")
            continue
        start = time.monotonic()
        check.run(subject)
        yield check.name, time.monotonic() - start

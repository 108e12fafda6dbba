"""Times and states that fit together."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.discover import list_items
from bitrise_conformance.semantic.pagination import ask, moment
from bitrise_conformance.semantic.subject import Subject, key_of, reads
from bitrise_conformance.session import Answer

ORDER = (
    ("triggered_at", "started_on_worker_at", "environment_prepare_finished_at", "finished_at"),
    ("started_at", "finished_at"),
    ("created_at", "updated_at"),
    ("created_at", "last_used_at"),
    ("created_at", "expires_at"),
)
"""Fields whose times never go backwards, where a thing has them."""

PAST = frozenset(
    {"triggered_at", "started_on_worker_at", "environment_prepare_finished_at", "finished_at", "created_at"}
)
"""Fields that tell of something that has happened."""

STATES = {0: {"in-progress", "on-hold"}, 1: {"success"}, 2: {"error"}, 3: {"aborted"}, 4: {"aborted-with-success"}}
"""A build's status in numbers and in words."""

DAY = 86400.0


@reads
def times_fit_together(subject: Subject) -> None:
    """Nothing ends before it began, and what has happened is not in the future.

    Each time is a valid date-time by itself; their order is a relation between fields, which the contract's
    schemas cannot express.
    """
    for operation, item, answer in _things(subject):
        for names in ORDER:
            times = [(n, t) for n in names if (t := moment(item.get(n))) is not None and t > 0]
            for (early, a), (late, b) in pairwise(times):
                if a > b + 1:
                    clause = f"{early} is not after {late}"
                    message = f"{key_of(item)}: {early} {item[early]}, {late} {item[late]}"
                    subject.report("times-reversed", operation, clause, message, answer)
        for name in PAST & set(item):
            at = moment(item[name])
            if at is not None and at > time.time() + DAY:
                message = f"{key_of(item)}: {name} {item[name]}"
                subject.report("time-in-future", operation, f"{name} is not in the future", message, answer)


@reads
def states_fit_together(subject: Subject) -> None:
    """A build's status in numbers, in words, and its end say the same.

    The three fields are valid each for itself; that 1 is called `success` and an unfinished build has no end
    is their relation.
    """
    for operation, item, answer in _things(subject):
        status, text = item.get("status"), item.get("status_text")
        if not isinstance(status, int) or not isinstance(text, str) or status not in STATES:
            continue
        if text not in STATES[status]:
            message = f"{key_of(item)}: status {status} is called {text!r}"
            subject.report("states-disagree", operation, "status and status_text agree", message, answer)
        if status == 0 and item.get("finished_at"):
            message = f"{key_of(item)}: status 0 (not finished), finished_at {item['finished_at']}"
            subject.report("states-disagree", operation, "an unfinished build has no end", message, answer)


@reads
def what_is_finished_stays_finished(subject: Subject) -> None:
    """A build that was shown as finished is not running when it is asked for again.

    Each of the two answers is right by itself; that a build does not begin anew is known only to somebody who
    saw the first. Other things with an end are held to the same.
    """
    for operation in subject.operations:
        if operation.method != "GET" or not operation.path.endswith("}"):
            continue
        for values in subject.contexts(operation)[:PER_OPERATION]:
            ended, status = "", None
            for _ in range(READINGS):
                answer = subject.api.call(operation, values)
                thing = answer.data
                if not isinstance(thing, dict) or "finished_at" not in thing:
                    break
                runs = not thing["finished_at"] or (thing.get("status") == 0 and status != 0)
                if ended and runs:
                    message = f"{key_of(thing)}: ended at {ended}, then it was running"
                    clause = "what is finished stays finished"
                    subject.report("unfinished-again", operation, clause, message, answer)
                    break
                if not ended:
                    ended, status = str(thing["finished_at"] or ""), thing.get("status")


PER_OPERATION = 3
READINGS = 4


def _things(subject: Subject) -> Iterator[tuple[Operation, dict[str, Json], Answer]]:
    for operation in subject.operations:
        values = subject.world.first(operation)
        if operation.method != "GET" or values is None:
            continue
        answer = ask(subject, operation, values)
        items = list_items(answer.json, operation) or [answer.data]
        yield from ((operation, item, answer) for item in items if isinstance(item, dict))

"""Requests that are known to be right are accepted."""

from __future__ import annotations

from bitrise_conformance.contract import Json
from bitrise_conformance.semantic.bodies import GOOD
from bitrise_conformance.semantic.subject import Subject, writes


@writes
def right_requests_are_accepted(subject: Subject) -> None:
    """A request that is known to be right is accepted by every operation that writes.

    That a server refuses what the contract allows shows only to somebody who knows a request that it has to take.
    A refusal for want of rights or of the thing itself (401, 403, 404, 409) says nothing. Only where anything may
    be written.
    """
    if subject.own_only:
        return
    for operation in subject.operations:
        values = subject.world.first(operation)
        if operation.id not in GOOD or values is None:
            continue
        answer = subject.api.call(operation, values, body=_fresh(subject, GOOD[operation.id]))
        if answer.status in (400, 413, 415, 422):
            clause = "a body that the contract allows is accepted"
            subject.report("valid-input-refused", operation, clause, f"answered {answer.status}", answer)


def _fresh(subject: Subject, body: Json) -> Json:
    """The body with a name of its own, so that it does not meet the thing that another check made."""
    if isinstance(body, dict) and "name" in body:
        return {**body, "name": f"{body['name']}_{subject.random.getrandbits(24)}"}
    return body

"""What is deleted is gone."""

from __future__ import annotations

from bitrise_conformance.contract import Operation
from bitrise_conformance.discover import Values
from bitrise_conformance.semantic.pagination import bounds, walk
from bitrise_conformance.semantic.subject import Subject, writes
from bitrise_conformance.semantic.things import PAGES, Thing, same_path


@writes
def deleted_things_are_gone(subject: Subject) -> None:
    """What was deleted is not shown and not listed any more. Only where anything may be written."""
    if subject.own_only:
        return
    for delete in subject.operations:
        values = next(iter(subject.contexts(delete)[-1:]), None)
        if delete.method != "DELETE" or values is None or not delete.path.endswith("}"):
            continue
        answer = subject.api.call(delete, values)
        if not answer.ok:
            continue
        key = values[delete.path_parameters[-1]]
        must_be_gone(subject, delete, values, key)


def end(subject: Subject, thing: Thing) -> None:
    """Delete a thing that was created; it must be possible, and the thing must be gone."""
    answer = subject.api.call(thing.delete, thing.values)
    if not answer.ok:
        if answer.implemented:
            clause = "what was created can be deleted"
            subject.report("delete-refused", thing.delete, clause, f"answered {answer.status}", answer)
        return
    values, key = thing.values, thing.key
    thing.values = {}
    must_be_gone(subject, thing.delete, values, key)


def must_be_gone(subject: Subject, delete: Operation, values: Values, key: str) -> None:
    """Report a finding when a deleted thing is still shown or listed."""
    clause = "what was deleted is gone"
    show = same_path(subject, delete, "GET")
    if show is not None:
        answer = subject.api.call(show, values)
        if answer.ok:
            message = f"{key} is still shown"
            subject.report("deleted-still-there", delete, clause, message, answer)
    parent = delete.path.rpartition("/")[0]
    listing = next((op for op in subject.api.contract if op.method == "GET" and op.path == parent), None)
    if listing is not None:
        found = walk(subject, listing, values, limit=bounds(listing)[1], pages=PAGES)
        if key in found.keys:
            message = f"{key} is still listed"
            subject.report("deleted-still-there", delete, clause, message, found.last)

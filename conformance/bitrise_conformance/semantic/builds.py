"""Builds: started, shown, stopped."""

from __future__ import annotations

from bitrise_conformance.contract import Operation
from bitrise_conformance.discover import Values, list_items
from bitrise_conformance.semantic.bodies import body_for
from bitrise_conformance.semantic.pagination import ask
from bitrise_conformance.semantic.subject import Subject, key_of, writes
from bitrise_conformance.session import Answer


@writes
def builds_start_and_stop(subject: Subject) -> None:
    """A triggered build is shown, listed first, and stops when it is aborted; it cannot be aborted twice.

    Only where anything may be written: a build costs money.
    """
    if subject.own_only:
        return
    trigger = _named(subject, "builds", "trigger")
    show, abort, listing = (_named(subject, "builds", name) for name in ("get", "abort", "list"))
    values = subject.world.first(trigger) if trigger else None
    if trigger is None or values is None:
        return
    answer = subject.api.call(trigger, values, body=body_for(trigger))
    if not answer.implemented:
        return
    if not answer.ok:
        clause = "a body that the contract allows is accepted"
        subject.report("valid-input-refused", trigger, clause, f"answered {answer.status}", answer)
        return
    slug = answer.json.get("build_slug") if isinstance(answer.json, dict) else None
    if not isinstance(slug, str) or show is None:
        return
    build = {**values, show.path_parameters[-1]: slug}
    shown = subject.api.call(show, build)
    if not shown.ok and shown.implemented:
        clause = "what was created can be asked for"
        subject.report("created-not-there", show, clause, f"{slug} answered {shown.status}", shown)
        return
    _sent_is_kept(subject, trigger, shown)
    found = ask(subject, listing, values) if listing else None
    if listing and found and found.ok and slug not in [key_of(item) for item in list_items(found.json, listing)]:
        clause = "what was created is listed"
        subject.report("created-not-listed", trigger, clause, f"{slug} is not in the list", found)
    if abort is not None:
        _abort(subject, abort, show, build)


def _abort(subject: Subject, abort: Operation, show: Operation, build: Values) -> None:
    answer = subject.api.call(abort, build, body={"abort_reason": "conformance"})
    if not answer.ok:
        if answer.implemented and answer.status != 400:
            clause = "a build that is not finished can be aborted"
            subject.report("valid-input-refused", abort, clause, f"answered {answer.status}", answer)
        return
    after = subject.api.call(show, build)
    status = after.data.get("status") if isinstance(after.data, dict) else None
    if after.ok and status not in (3, 4):
        clause = "an aborted build says so"
        subject.report("update-lost", abort, clause, f"status is {status} after the abort", after)


def _sent_is_kept(subject: Subject, trigger: Operation, shown: Answer) -> None:
    sent = body_for(trigger)["build_params"]
    pairs = (("branch", "branch"), ("workflow_id", "triggered_workflow"))
    for name, field_ in pairs:
        got = shown.data.get(field_) if isinstance(shown.data, dict) else None
        if name in sent and got is not None and got != sent[name]:
            clause = f"{field_} is what was asked for"
            subject.report("created-otherwise", trigger, clause, f"sent {sent[name]!r}, got {got!r}", shown)


def _named(subject: Subject, resource: str, method: str) -> Operation | None:
    for operation in subject.operations:
        definition = operation.definition
        if (definition.get("x-bitrise-resource"), definition.get("x-bitrise-method")) == (resource, method):
            return operation
    return None

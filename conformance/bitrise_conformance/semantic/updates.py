"""What is changed stays changed, and nothing else changes with it."""

from __future__ import annotations

from typing import Any

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.semantic.bodies import body_for
from bitrise_conformance.semantic.pagination import ask
from bitrise_conformance.semantic.subject import Subject, writes
from bitrise_conformance.semantic.things import WRITE_ONLY, Thing, below, everything, must_equal, must_show, same_path
from bitrise_conformance.session import Answer

IRREVERSIBLE = frozenset({"is_protected", "processed"})
"""Fields that cannot be set back."""


@writes
def updates_are_kept(subject: Subject) -> None:
    """An update that was accepted is there when the thing is read again, and is undone afterwards.

    Only where anything may be written, since the things were there before.
    """
    if subject.own_only:
        return
    for update in subject.operations:
        read = same_path(subject, update, "GET")
        values = subject.world.first(update)
        if update.method not in ("PATCH", "PUT") or read is None or values is None:
            continue
        before = subject.api.call(read, values)
        for sent in (*_same_again(update, before.data), *_changes(update, before.data)):
            answer = subject.api.call(update, values, body=sent)
            if answer.ok:
                after = subject.api.call(read, values)
                must_show(subject, update, sent, after, "update-lost", "an accepted update is there afterwards")
                undo = {name: before.data[name] for name in sent if name in before.data}
                subject.api.call(update, values, body=undo)


def change(subject: Subject, thing: Thing) -> None:
    """Change a thing that was created, field by field; each change must show, and nothing else may change."""
    clause = "an accepted update is there afterwards"
    for update in thing.updates:
        shown = _read(subject, thing)
        known = body_for(update)
        changes = [known] if isinstance(known, dict) and known else []
        for sent in (*changes, *_changes(update, shown.data if shown else None)):
            answer = subject.api.call(update, thing.values, body=sent)
            if not answer.ok:
                continue
            after = _read(subject, thing)
            if after is not None:
                must_show(subject, update, sent, after, "update-lost", clause)
                _rest_stays(subject, update, sent, shown, after)
                shown = after
            items = everything(subject, thing)
            if items is not None and thing.key in items:
                listed = ask(subject, thing.listing, thing.parent)
                must_equal(subject, update, sent, items[thing.key], listed, "update-lost", clause)
            _value(subject, thing, update, sent)


def _same_again(update: Operation, thing: Json) -> list[dict[str, Any]]:
    """A body that changes nothing: what was read, as far as it can be sent."""
    schema = update.contract.resolve(update.body.get("application/json", {}))
    if not isinstance(thing, dict):
        return []
    same = {
        name: thing[name]
        for name in schema.get("properties", {})
        if thing.get(name) is not None and name not in IRREVERSIBLE
    }
    return [same] if same and not set(schema.get("required", ())) - set(same) else []


def _changes(update: Operation, thing: Json) -> list[dict[str, Any]]:
    """Bodies that change one field each: a flag turned, another value of an enumeration, another title."""
    schema = update.contract.resolve(update.body.get("application/json", {}))
    properties = schema.get("properties", {})
    if not isinstance(thing, dict) or thing.get("is_protected") is True or set(schema.get("required", ())) - set(thing):
        return []
    base = {name: thing[name] for name in schema.get("required", ())}
    changes = []
    for name, child in properties.items():
        child = update.contract.resolve(child)
        old = thing.get(name)
        if name in IRREVERSIBLE or name not in thing:
            continue
        if isinstance(old, bool) and child.get("type") == "boolean":
            changes.append({**base, name: not old})
        elif isinstance(old, str) and "enum" in child:
            changes += [{**base, name: value} for value in child["enum"] if value != old][:1]
        elif isinstance(old, str) and name == "title":
            changes.append({**base, name: f"{old} (conformance)"})
    return changes


def _read(subject: Subject, thing: Thing) -> Answer | None:
    answer = subject.api.call(thing.show, thing.values) if thing.show else None
    return answer if answer is not None and answer.ok else None


def _rest_stays(
    subject: Subject, update: Operation, sent: dict[str, Any], before: Answer | None, after: Answer
) -> None:
    """A PATCH changes what it names; other fields, apart from times and addresses, stay."""
    if update.method != "PATCH" or before is None:
        return
    one, two = before.data, after.data
    if not isinstance(one, dict) or not isinstance(two, dict):
        return
    for name, value in one.items():
        kept = name in sent or name.endswith("_at") or "url" in name or name in WRITE_ONLY
        if not kept and name in two and two[name] != value:
            clause = "an update changes only what it names"
            message = f"{name} was {value!r} and is {two[name]!r} after sending {', '.join(sent)}"
            subject.report("update-spills", update, clause, message, after)
            return


def _value(subject: Subject, thing: Thing, update: Operation, sent: dict[str, Any]) -> None:
    """A secret's value is read by an operation of its own."""
    read = below(subject, thing.delete, "GET", "value")
    if read is None or "value" not in sent:
        return
    answer = subject.api.call(read, thing.values)
    value = answer.json.get("value") if isinstance(answer.json, dict) else None
    if answer.ok and value is not None and value != sent["value"]:
        clause = "an accepted update is there afterwards"
        subject.report("update-lost", update, clause, f"value is {value!r} after sending {sent['value']!r}", answer)

"""Created, read, changed, deleted: each step shows in the next.

What these checks create they delete, also when the run is broken off.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.discover import ALSO_NAMED, Values
from bitrise_conformance.semantic.bodies import FILE, GOOD, MARK, body_for
from bitrise_conformance.semantic.pagination import ask, bounds, walk
from bitrise_conformance.semantic.subject import Subject, key_of, writes
from bitrise_conformance.session import Answer
from bitrise_conformance.wire import origin

WRITE_ONLY = frozenset({"value", "secret", "password", "alias", "private_key_password", "certificate_password", "key"})
"""Fields that are sent and not always given back."""

IRREVERSIBLE = frozenset({"is_protected", "processed"})
PAGES = 40


@writes
def created_things_live_and_die(subject: Subject) -> None:
    """What is created is listed and shown as it was sent, an update shows, and after deletion it is gone.

    Every answer on the way can be valid while nothing was stored, the wrong thing was changed, or the deleted
    one lives on: only the sequence shows it. A file is really uploaded to its presigned address, confirmed, and
    downloaded again. The neighbours in the list must stay as they are.
    """
    for creator in subject.operations:
        thing = _thing_of(subject, creator)
        if thing is not None:
            with thing.cleaned_up():
                _live(subject, thing)


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


@writes
def updates_are_kept(subject: Subject) -> None:
    """An update that was accepted is there when the thing is read again, and is undone afterwards.

    Only where anything may be written, since the things were there before.
    """
    if subject.own_only:
        return
    for update in subject.operations:
        read = _same_path(subject, update, "GET")
        values = subject.world.first(update)
        if update.method not in ("PATCH", "PUT") or read is None or values is None:
            continue
        before = subject.api.call(read, values)
        for sent in (*_same_again(update, before.data), *_changes(update, before.data)):
            answer = subject.api.call(update, values, body=sent)
            if answer.ok:
                after = subject.api.call(read, values)
                _must_show(subject, update, sent, after, "update-lost", "an accepted update is there afterwards")
                undo = {name: before.data[name] for name in sent if name in before.data}
                subject.api.call(update, values, body=undo)


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
        _must_be_gone(subject, delete, values, key)


@dataclass
class _Thing:
    """A kind of thing that can be created and deleted, and one that was."""

    subject: Subject
    creator: Operation
    delete: Operation
    listing: Operation
    show: Operation | None
    updates: list[Operation]
    parent: Values
    values: Values = field(default_factory=dict)
    """Path parameters of the created thing; empty while there is none."""

    @contextmanager
    def cleaned_up(self) -> Iterator[None]:
        try:
            yield
        finally:
            if self.values:
                self.subject.api.call(self.delete, self.values)
                self.values = {}

    @property
    def key(self) -> str:
        return self.values[self.delete.path_parameters[-1]]


def _thing_of(subject: Subject, creator: Operation) -> _Thing | None:
    if creator.method != "POST" or not creator.body:
        return None
    listing = _same_path(subject, creator, "GET")
    parent = subject.world.first(creator)
    delete = subject.item_operation(creator, "DELETE")
    if listing is None or parent is None or delete is None:
        return None
    updates = [op for m in ("PATCH", "PUT") if (op := subject.item_operation(creator, m))]
    return _Thing(subject, creator, delete, listing, subject.item_operation(creator), updates, parent)


def _live(subject: Subject, thing: _Thing) -> None:
    creator = thing.creator
    body = _unused(subject, thing)
    before = _everything(subject, thing)
    with subject.api.wire.creating(creator.url_path(thing.parent)):
        answer = subject.api.call(creator, thing.parent, body=body)
    if not answer.implemented:
        return
    if not answer.ok:
        if answer.status in (401, 403, 404) and subject.own_only:
            subject.skipped.append(f"{creator.id}: answered {answer.status}, nothing was created")
            return
        clause = "a body that the contract allows is accepted"
        subject.report("valid-input-refused", creator, clause, f"answered {answer.status}", answer)
        return
    key = _created_key(thing, answer, body)
    if key is None:
        clause = "the answer to a creation names what was created"
        subject.report("created-unnamed", creator, clause, "no slug, id or name in the answer", answer)
        return
    thing.values = {**thing.parent, thing.delete.path_parameters[-1]: key}
    subject.api.wire.own(thing.delete.url_path(thing.values))
    _must_be_there(subject, thing, body)
    _upload(subject, thing, answer)
    _change(subject, thing)
    key = thing.key
    _neighbours_stay(subject, thing, key, before)
    _end(subject, thing)
    _neighbours_stay(subject, thing, key, before)


def _must_be_there(subject: Subject, thing: _Thing, body: dict[str, Any]) -> None:
    clause = "an accepted creation is there afterwards, as it was sent"
    items = _everything(subject, thing)
    if items is not None and thing.key not in items:
        answer = ask(subject, thing.listing, thing.parent)
        message = f"{thing.key} is not in the list"
        subject.report("created-not-listed", thing.creator, "what was created is listed", message, answer)
    elif items is not None:
        answer = ask(subject, thing.listing, thing.parent)
        _must_equal(subject, thing.creator, body, items[thing.key], answer, "created-otherwise", clause)
    if thing.show is not None:
        answer = subject.api.call(thing.show, thing.values)
        if answer.ok:
            _must_show(subject, thing.creator, body, answer, "created-otherwise", clause)
        elif answer.implemented:
            message = f"{thing.key} answered {answer.status}"
            subject.report("created-not-there", thing.creator, "what was created can be asked for", message, answer)


def _upload(subject: Subject, thing: _Thing, created: Answer) -> None:
    """Put the file where the answer says, tell that it is there, and get it back."""
    url = created.data.get("upload_url") if isinstance(created.data, dict) else None
    if not isinstance(url, str):
        return
    operation = thing.creator
    if origin(url) != origin(subject.api.wire.policy.base_url):
        note = "uploads: the presigned address is not on the API's host"
        if note not in subject.skipped:
            subject.skipped.append(note)
        return
    with subject.api.wire.creating(url):
        longer = subject.api.request("PUT", url, token=None, content=FILE + b"!")
        if longer.ok:
            clause = "upload_url takes exactly the announced size"
            subject.report("upload-size", operation, clause, f"{len(FILE) + 1} bytes were taken", longer)
        answer = subject.api.request("PUT", url, token=None, content=FILE)
    if not answer.ok:
        clause = "upload_url takes the file, without the token"
        subject.report("upload-refused", operation, clause, f"answered {answer.status}", answer)
        return
    confirm = _below(subject, thing.delete, "POST", "uploaded")
    if confirm is not None:
        answer = subject.api.call(confirm, thing.values)
        shown = subject.api.call(thing.show, thing.values) if thing.show else answer
        if answer.ok and shown.ok and isinstance(shown.data, dict) and shown.data.get("processed") is False:
            clause = "a confirmed upload is processed"
            subject.report("update-lost", confirm, clause, "processed is still false", shown)
        address = shown.data.get("download_url") if isinstance(shown.data, dict) else None
        if answer.ok and thing.show and isinstance(address, str) and origin(address) == origin(url):
            back = subject.api.request("GET", address, token=None)
            if back.exchange.body != FILE:
                clause = "download_url gives what was uploaded"
                message = f"{len(back.exchange.body)} bytes, not the {len(FILE)} that were uploaded"
                subject.report("download-truncated", thing.show, clause, message, back)


def _change(subject: Subject, thing: _Thing) -> None:
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
                _must_show(subject, update, sent, after, "update-lost", clause)
                _rest_stays(subject, update, sent, shown, after)
                shown = after
            items = _everything(subject, thing)
            if items is not None and thing.key in items:
                listed = ask(subject, thing.listing, thing.parent)
                _must_equal(subject, update, sent, items[thing.key], listed, "update-lost", clause)
            _value(subject, thing, update, sent)


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


def _value(subject: Subject, thing: _Thing, update: Operation, sent: dict[str, Any]) -> None:
    """A secret's value is read by an operation of its own."""
    read = _below(subject, thing.delete, "GET", "value")
    if read is None or "value" not in sent:
        return
    answer = subject.api.call(read, thing.values)
    value = answer.json.get("value") if isinstance(answer.json, dict) else None
    if answer.ok and value is not None and value != sent["value"]:
        clause = "an accepted update is there afterwards"
        subject.report("update-lost", update, clause, f"value is {value!r} after sending {sent['value']!r}", answer)


def _neighbours_stay(subject: Subject, thing: _Thing, mine: str, before: dict[str, Json] | None) -> None:
    """The other things of the list are there and as they were, whatever was done to mine."""
    after = _everything(subject, thing)
    if before is None or after is None:
        return
    clause = "other things stay as they are"
    changed = [key for key, item in before.items() if key != mine and key in after and not _same(item, after[key])]
    lost = [key for key in before if key not in after and key != mine]
    for rule, keys, what in (("neighbour-changed", changed, "is not what it was"), ("neighbour-lost", lost, "is gone")):
        if keys:
            answer = ask(subject, thing.listing, thing.parent)
            subject.report(rule, thing.creator, clause, f"{keys[0]} {what}", answer)


def _end(subject: Subject, thing: _Thing) -> None:
    answer = subject.api.call(thing.delete, thing.values)
    if not answer.ok:
        if answer.implemented:
            clause = "what was created can be deleted"
            subject.report("delete-refused", thing.delete, clause, f"answered {answer.status}", answer)
        return
    values, key = thing.values, thing.key
    thing.values = {}
    _must_be_gone(subject, thing.delete, values, key)


def _must_be_gone(subject: Subject, delete: Operation, values: Values, key: str) -> None:
    clause = "what was deleted is gone"
    show = _same_path(subject, delete, "GET")
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


def _everything(subject: Subject, thing: _Thing) -> dict[str, Json] | None:
    """The list of the thing's kind by key, or None when it cannot be read to its end."""
    found = walk(subject, thing.listing, thing.parent, limit=bounds(thing.listing)[1], pages=PAGES)
    return {key_of_thing(thing, item): item for item in found.items} if found.complete else None


def key_of_thing(thing: _Thing, item: Json) -> str:
    names = ALSO_NAMED.get(thing.delete.path_parameters[-1].rpartition("-")[2], ("slug", "id", "name"))
    found = next((item[n] for n in names if isinstance(item, dict) and item.get(n)), None)
    return str(found) if found is not None else key_of(item)


def _read(subject: Subject, thing: _Thing) -> Answer | None:
    answer = subject.api.call(thing.show, thing.values) if thing.show else None
    return answer if answer is not None and answer.ok else None


def _unused(subject: Subject, thing: _Thing) -> dict[str, Any]:
    """The body for a creation, with a name that is not there yet."""
    body = dict(body_for(thing.creator) or {})
    for name in ("name", "user_env_key"):
        if name in body:
            body[name] = f"{MARK}_{subject.seed % 10**6}"
    return body


def _fresh(subject: Subject, body: Json) -> Json:
    """The body with a name of its own, so that it does not meet the thing that another check made."""
    if isinstance(body, dict) and "name" in body:
        return {**body, "name": f"{body['name']}_{subject.random.getrandbits(24)}"}
    return body


def _created_key(thing: _Thing, answer: Answer, body: dict[str, Any]) -> str | None:
    names = ALSO_NAMED.get(thing.delete.path_parameters[-1].rpartition("-")[2], ("slug", "id", "name"))
    for source in (answer.data, body):
        if isinstance(source, dict):
            found = next((source[n] for n in names if source.get(n)), None)
            if found:
                return str(found)
    return None


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


def _must_show(
    subject: Subject, operation: Operation, sent: dict[str, Any], answer: Answer, rule: str, clause: str
) -> None:
    _must_equal(subject, operation, sent, answer.data, answer, rule, clause)


def _must_equal(
    subject: Subject,
    operation: Operation,
    sent: dict[str, Any],
    thing: Json,
    answer: Answer,
    rule: str,
    clause: str,
) -> None:
    if not isinstance(thing, dict):
        return
    for name, value in sent.items():
        if name in WRITE_ONLY or not isinstance(value, str | bool | int):
            continue
        if name in thing and thing[name] is not None and thing[name] != value:
            message = f"{name} is {thing[name]!r} after sending {value!r}"
            subject.report(rule, operation, clause, message, answer)
            return


def _same(one: Json, two: Json) -> bool:
    """Whether two readings of a thing agree, apart from times and addresses."""
    if not isinstance(one, dict) or not isinstance(two, dict):
        return bool(one == two)
    return all(two.get(name) == value for name, value in one.items() if not name.endswith("_at") and "url" not in name)


def _same_path(subject: Subject, operation: Operation, method: str) -> Operation | None:
    return next((op for op in subject.api.contract if op.method == method and op.path == operation.path), None)


def _below(subject: Subject, item: Operation, method: str, last: str) -> Operation | None:
    path = f"{item.path}/{last}"
    return next((op for op in subject.api.contract if op.method == method and op.path == path), None)

"""What is created is there, as it was sent, until it is deleted.

What is created here is deleted here, also when the run is broken off.
"""

from __future__ import annotations

from typing import Any

from bitrise_conformance.contract import Json
from bitrise_conformance.semantic.bodies import FILE, MARK, body_for
from bitrise_conformance.semantic.deletion import end
from bitrise_conformance.semantic.pagination import ask
from bitrise_conformance.semantic.subject import Subject, writes
from bitrise_conformance.semantic.things import Thing, below, everything, must_equal, must_show, thing_of
from bitrise_conformance.semantic.updates import change
from bitrise_conformance.session import Answer
from bitrise_conformance.wire import origin


@writes
def created_things_live_and_die(subject: Subject) -> None:
    """What is created is listed and shown as it was sent, an update shows, and after deletion it is gone.

    Every answer on the way can be valid while nothing was stored, the wrong thing was changed, or the deleted
    one lives on: only the sequence shows it. A file is really uploaded to its presigned address, confirmed, and
    downloaded again. The neighbours in the list must stay as they are.
    """
    for creator in subject.operations:
        thing = thing_of(subject, creator)
        if thing is not None:
            with thing.cleaned_up():
                _live(subject, thing)


def _live(subject: Subject, thing: Thing) -> None:
    creator = thing.creator
    body = _unused(subject, thing)
    before = everything(subject, thing)
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
    change(subject, thing)
    key = thing.key
    _neighbours_stay(subject, thing, key, before)
    end(subject, thing)
    _neighbours_stay(subject, thing, key, before)


def _unused(subject: Subject, thing: Thing) -> dict[str, Any]:
    """The body for a creation, with a name that is not there yet."""
    body = dict(body_for(thing.creator) or {})
    for name in ("name", "user_env_key"):
        if name in body:
            body[name] = f"{MARK}_{subject.seed % 10**6}"
    return body


def _created_key(thing: Thing, answer: Answer, body: dict[str, Any]) -> str | None:
    for source in (answer.data, body):
        if isinstance(source, dict):
            found = next((source[n] for n in thing.key_fields if source.get(n)), None)
            if found:
                return str(found)
    return None


def _must_be_there(subject: Subject, thing: Thing, body: dict[str, Any]) -> None:
    clause = "an accepted creation is there afterwards, as it was sent"
    items = everything(subject, thing)
    if items is not None and thing.key not in items:
        answer = ask(subject, thing.listing, thing.parent)
        message = f"{thing.key} is not in the list"
        subject.report("created-not-listed", thing.creator, "what was created is listed", message, answer)
    elif items is not None:
        answer = ask(subject, thing.listing, thing.parent)
        must_equal(subject, thing.creator, body, items[thing.key], answer, "created-otherwise", clause)
    if thing.show is not None:
        answer = subject.api.call(thing.show, thing.values)
        if answer.ok:
            must_show(subject, thing.creator, body, answer, "created-otherwise", clause)
        elif answer.implemented:
            message = f"{thing.key} answered {answer.status}"
            subject.report("created-not-there", thing.creator, "what was created can be asked for", message, answer)


def _upload(subject: Subject, thing: Thing, created: Answer) -> None:
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
    confirm = below(subject, thing.delete, "POST", "uploaded")
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


def _neighbours_stay(subject: Subject, thing: Thing, mine: str, before: dict[str, Json] | None) -> None:
    """The other things of the list are there and as they were, whatever was done to mine."""
    after = everything(subject, thing)
    if before is None or after is None:
        return
    clause = "other things stay as they are"
    changed = [key for key, item in before.items() if key != mine and key in after and not _same(item, after[key])]
    lost = [key for key in before if key not in after and key != mine]
    for rule, keys, what in (("neighbour-changed", changed, "is not what it was"), ("neighbour-lost", lost, "is gone")):
        if keys:
            answer = ask(subject, thing.listing, thing.parent)
            subject.report(rule, thing.creator, clause, f"{keys[0]} {what}", answer)


def _same(one: Json, two: Json) -> bool:
    """Whether two readings of a thing agree, apart from times and addresses."""
    if not isinstance(one, dict) or not isinstance(two, dict):
        return bool(one == two)
    return all(two.get(name) == value for name, value in one.items() if not name.endswith("_at") and "url" not in name)

"""Changes that do not happen, or happen to something else."""

from __future__ import annotations

from typing import Any

from ..answers import Answer
from ..call import Call
from .registry import ActiveFault, Proceed, edit, fault, things


@fault("deleted-still-there", "says that something was deleted, and keeps it")
def deleted_still_there(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    if call.method == "DELETE" and answer.ok:
        call.state.store.undo()
    return answer


@fault("deleted-still-listed", "keeps what was deleted in its list, while it can no longer be shown")
def deleted_still_listed(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    gone: dict[tuple[str, ...], list[Any]] = active.memory.setdefault("gone", {})
    if call.method == "DELETE" and call.target is not None and call.target.on_item:
        record = call.state.store.table(call.segments[:-1]).get(call.segments[-1])
        answer = proceed()
        if answer.ok and record is not None:
            gone.setdefault(call.segments[:-1], []).append(record)
        return answer
    answer = proceed()
    return _listed(call, answer, gone.get(call.segments, []))


@fault("created-not-there", "says that something was created, and forgets it")
def created_not_there(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    if call.method == "POST" and answer.ok:
        call.state.store.undo()
    return answer


@fault("created-not-listed", "leaves what was created out of its list")
def created_not_listed(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    hidden: set[str] = active.memory.setdefault("hidden", set())
    answer = proceed()
    value = answer.json() if answer.ok else None
    if value is None or call.target is None:
        return answer
    if call.method == "POST":
        hidden.update(name for thing in things(call, value) for name in _names(thing))
        return answer
    if call.method != "GET" or not call.target.envelope.is_list:
        return answer
    key = call.target.envelope.key
    items = [one for one in _items(value, key) if not (isinstance(one, dict) and _names(one) & hidden)]
    return answer.put({**value, key: items} if key is not None else items)


@fault("update-lost", "says that something was updated, and leaves it as it was")
def update_lost(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    if call.method in ("PATCH", "PUT") and answer.ok:
        call.state.store.undo()
    return answer


@fault("wrong-object", "shows another thing than the one asked for")
def wrong_object(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    if call.method == "GET" and call.target is not None and call.target.on_item:
        others = [key for key in call.state.store.table(call.segments[:-1]) if key != call.segments[-1]]
        if others and call.segments[-1] in call.state.store.table(call.segments[:-1]):
            call.segments = (*call.segments[:-1], others[0])
            name = call.target.segments[-1][1:-1]
            call.paths = {**call.paths, name: others[0]}
    return proceed()


@fault("slug-changes", "gives a thing another slug each time it is shown")
def slug_changes(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    if call.method != "GET" or call.target is None or not call.target.on_item:
        return proceed()
    count = active.memory["count"] = active.memory.get("count", 0) + 1

    def change(thing: dict[str, Any]) -> None:
        if isinstance(thing.get("slug"), str):
            thing["slug"] = f"{count:016x}"

    return edit(call, proceed(), change)


@fault("finished-build-runs-again", "shows a finished build as running every second time", operations=("build-show",))
def runs_again(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    turn = active.memory[call.path] = not active.memory.get(call.path, True)

    def change(thing: dict[str, Any]) -> None:
        thing.update(status=0, status_text="in-progress", finished_at=None)

    return edit(call, proceed(), change) if turn else proceed()


def _listed(call: Call, answer: Answer, extra: list[Any]) -> Answer:
    value = answer.json() if call.method == "GET" and answer.ok and extra else None
    if value is None or call.target is None:
        return answer
    key = call.target.envelope.key
    shape = call.state.shaper.shape(call.target.envelope.item)
    items = [*(shape(dict(record)) for record in extra), *_items(value, key)]
    return answer.put({**value, key: items} if key is not None else items)


def _items(value: Any, key: str | None) -> list[Any]:
    found = value.get(key) if key is not None and isinstance(value, dict) else value
    return found if isinstance(found, list) else []


def _names(item: dict[str, Any]) -> set[str]:
    """What an item may be known by."""
    found = (item.get(name) for name in ("slug", "build_slug", "id", "name"))
    return {one for one in found if isinstance(one, str) and one}

"""Lists that cannot be relied on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from ..answers import Answer
from ..call import Call
from .registry import ActiveFault, Proceed, fault

_PAGED = ("limit", "next", "after", "before")


@fault("limit-ignored", "answers pages of the default size whatever limit was asked for")
def limit_ignored(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    call.query_string = _without(call, lambda name: name == "limit" and call.operation_id != "archived-builds-list")
    return proceed()


@fault("limit-clipped", "cuts a limit above the bound down to it instead of refusing it")
def limit_clipped(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    parameter = call.target.queries.get("limit") if call.target is not None else None
    bound = parameter.schema.get("maximum") if parameter is not None else None
    sent = dict(parse_qsl(call.query_string)).get("limit", "")
    if bound is not None and sent.isdecimal() and len(sent) < 10 and int(sent) > bound:
        call.query_string = f"{_without(call, lambda name: name == 'limit')}&limit={bound}"
    return proceed()


@fault("next-loops", "gives every page after the first the cursor of itself")
def next_loops(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    sent = dict(parse_qsl(call.query_string))
    cursor = sent.get("next") or sent.get("before")
    return _page(call, proceed, lambda items, paging: paging.update(next=cursor) if cursor else None)


@fault("next-after-end", "gives the last page a cursor too")
def next_after_end(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    def change(items: list[Any], paging: dict[str, Any]) -> None:
        paging.setdefault("next", "0000000000000000")

    return _page(call, proceed, change)


@fault("next-null-at-end", "gives the last page a cursor of null", visible=False)
def next_null(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    def change(items: list[Any], paging: dict[str, Any]) -> None:
        paging.setdefault("next", None)

    return _page(call, proceed, change)


@fault("empty-page-with-next", "answers pages after the first empty, though with their cursor")
def empty_page(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    following = "next=" in call.query_string
    return _page(call, proceed, lambda items, paging: items.clear() if following and "next" in paging else None)


@fault("page-skips-item", "leaves out the last item of every page that has a next one")
def skips(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    return _page(call, proceed, lambda items, paging: items and paging.get("next") and items.pop())


@fault("page-repeats-item", "puts the first item of the list at the start of every further page")
def repeats(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    def change(items: list[Any], paging: dict[str, Any]) -> None:
        if "next=" not in call.query_string and items:
            active.memory[call.path] = items[0]
        elif items and call.path in active.memory:
            items[0] = active.memory[call.path]

    return _page(call, proceed, change)


@fault("wrong-total", "says a total_item_count that is not the list's")
def wrong_total(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    return _page(call, proceed, lambda items, paging: paging.update(total_item_count=len(items) + 7))


@fault("unstable-order", "answers every second request for a list in the opposite order")
def unstable(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    turn = active.memory[call.path] = not active.memory.get(call.path, True)
    return _page(call, proceed, lambda items, paging: items.reverse() if turn else None)


@fault("filter-ignored", "answers everything whatever filter was asked for")
def filter_ignored(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    if call.target is not None and call.target.envelope.is_list and call.target.pagination is not None:
        call.query_string = _without(call, lambda name: name not in _PAGED)
    return proceed()


@fault("sort-ignored", "answers lists in one order whatever order was asked for")
def sort_ignored(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    call.query_string = _without(call, lambda name: name == "sort_by")
    return proceed()


def _page(call: Call, proceed: Proceed, change: Callable[[list[Any], dict[str, Any]], Any]) -> Answer:
    """The answer with a change made to its items and its paging, when it is a page."""
    answer = proceed()
    value = answer.json() if answer.ok and call.method == "GET" else None
    if not isinstance(value, dict) or not isinstance(value.get("paging"), dict):
        return answer
    items = value.get("data")
    if isinstance(items, list):
        change(items, value["paging"])
    return answer.put(value)


def _without(call: Call, drops: Callable[[str], bool]) -> str:
    pairs = parse_qsl(call.query_string, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not drops(name)]
    return call.query_string if len(kept) == len(pairs) else urlencode(kept)

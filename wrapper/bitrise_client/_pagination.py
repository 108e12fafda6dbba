"""Reading a list page by page, as the contract says it is paginated, without losing or repeating an item.

What ends a list is a missing, null or empty `next`, never `total_item_count` (the server answers 0 for some lists).
A `next` that was seen before, or that leads to an empty last page although it names that page's first item, is an error
after the pages before it were handed out: never an endless loop, never a page lost in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from bitrise_api.runtime import Page

from ._calls import exchange_for, invalid, json_value, parsed
from ._errors import APIResponseError, PaginationError
from ._flow import Answer, Emit, Emitting, Exchange, Flow
from ._retry import send
from ._settings import Settings

if TYPE_CHECKING:
    from bitrise_api.runtime import Pagination, Request

T = TypeVar("T")

MAX_EMPTY_PAGES = 20
"""Consecutive empty pages that may be followed before the list counts as broken."""


def pages(request: Request, parse: Callable[[Any], T], settings: Settings) -> Emitting[Page[T]]:
    """Emit every page of a paginated operation, each as a `Page`."""
    pagination = request.pagination
    if pagination is None:
        raise TypeError(f"{request.operation} is not paginated")
    reader = _Reader(exchange_for(request, settings), pagination, parse, settings)
    if pagination.style == "window":
        return _by_window(reader)
    return _by_cursor(reader)


@attrs.frozen
class _Reader:
    """Fetches one page of a list."""

    exchange: Exchange
    pagination: Pagination
    parse: Callable[[Any], Any]
    settings: Settings

    def fetch(self, **changed: Any) -> Flow[tuple[Answer, Any, list[Any]]]:
        """The answer, its JSON value, and the list of raw items in it."""
        exchange = attrs.evolve(self.exchange, params={**(self.exchange.params or {}), **changed})
        answer = yield from send(exchange, self.settings)
        value = json_value(exchange, answer, self.settings)
        return answer, value, self._items(answer, value)

    def read(self, answer: Answer, items: list[Any]) -> list[Any]:
        """The items as the contract types them."""
        parse = self.parse
        return parsed(self.exchange, answer, items, lambda raw: [parse(item) for item in raw], self.settings)

    def broken(self, answer: Answer, problem: str) -> Exception:
        """The error for a page that breaks the contract."""
        return invalid(self.exchange, answer, problem, self.settings)

    def error(self, problem: str, cursor: str | None) -> PaginationError:
        """The error for pages that do not make up a whole list."""
        return PaginationError(self.exchange.method, self.exchange.label, problem, cursor=cursor)

    def _items(self, answer: Answer, value: Any) -> list[Any]:
        name = self.pagination.items
        items = value
        for key in name.split("."):
            if not isinstance(items, dict) or key not in items:
                raise self.broken(answer, f"expected a page with a list {name!r}")
            items = items[key]
        if items is None:  # how some servers write a list without items
            return []
        if not isinstance(items, list):
            raise self.broken(answer, f"expected a list in {name!r}, received {type(items).__name__}")
        return items


def _by_cursor(reader: _Reader) -> Emitting[Page[Any]]:
    parameter = reader.pagination.parameter or "next"
    seen: set[str] = set()
    empty_pages = 0
    sent: dict[str, str] = {}
    started_at = (reader.exchange.params or {}).get(parameter)
    if isinstance(started_at, str):
        seen.add(started_at)
    while True:
        try:
            answer, value, items = yield from reader.fetch(**sent)
        except APIResponseError as error:
            if sent:
                error.add_note(f"while following {parameter}={sent[parameter]!r}; resume there with {parameter}=…")
            raise
        cursor = _next_cursor(reader, answer, value)
        if not items and cursor is None and sent and not _TIME.match(sent[parameter]):
            raise reader.error(
                f"the server announced a further page at {parameter}={sent[parameter]!r} and gave an empty one",
                sent[parameter],
            )
        yield Emit(Page(reader.read(answer, items), cursor))
        if cursor is None:
            return
        if cursor in seen:
            raise reader.error(
                f"the server repeats the cursor {parameter}={cursor!r}; the rest of the list is out of reach", cursor
            )
        empty_pages = 0 if items else empty_pages + 1
        if empty_pages > MAX_EMPTY_PAGES:
            raise reader.error(f"{empty_pages} empty pages one after the other, each announcing another", cursor)
        seen.add(cursor)
        sent = {parameter: cursor}


def _next_cursor(reader: _Reader, answer: Answer, value: Any) -> str | None:
    path = (reader.pagination.next or "paging.next").split(".")
    for depth, key in enumerate(path):
        if not isinstance(value, dict):
            raise reader.broken(
                answer, f"expected an object in {'.'.join(path[:depth])!r}, received {type(value).__name__}"
            )
        value = value.get(key)
        if value is None:
            return None
    if not isinstance(value, str):
        raise reader.broken(answer, f"expected a string in {'.'.join(path)!r}, received {type(value).__name__}")
    return value or None


_TIME = re.compile(r"\d{4}-\d\d-\d\d")
"""A cursor that is a time says 'older than this', which may be nothing; one that names an item promises that item."""


def _by_window(reader: _Reader) -> Emitting[Page[Any]]:
    """Lists without a cursor, given a window of time and a limit.

    An answer with fewer items than the limit is the whole window, whatever its order. A full one may have left some
    out: it is dropped, and the window is read in two halves, the newer first. Halves overlap by a second, as nothing
    says whether their ends belong to them; what was handed out once is left out.
    """
    pagination = reader.pagination
    after_name, before_name = pagination.after or "after", pagination.before or "before"
    params = reader.exchange.params or {}
    limit = int(params[pagination.limit or "limit"])
    windows = [(int(params[after_name]), int(params[before_name]))]
    handed_out: set[str] = set()
    while windows:
        after, before = windows.pop()
        answer, _, items = yield from reader.fetch(**{after_name: after, before_name: before})
        if len(items) < limit:
            fresh = [item for item in items if _key(item) not in handed_out]
            handed_out.update(map(_key, fresh))
            if fresh or not (windows or handed_out):
                yield Emit(Page(reader.read(answer, fresh), str(after + 1) if windows else None))
            continue
        if before - after <= 2:
            raise reader.error(f"{limit} items or more within two seconds; ask with a larger limit", str(before))
        middle = (after + before) // 2
        windows += [(after, middle + 1), (middle, before)]


def _key(item: Any) -> str:
    return str(item["slug"]) if isinstance(item, dict) and "slug" in item else repr(item)

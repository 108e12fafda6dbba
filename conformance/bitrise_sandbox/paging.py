"""Pages of lists, by the cursor each operation of the API has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from .answers import NotFound, Page
from .clock import from_rfc3339
from .store import Path, Record, Store

T = TypeVar("T")

_HALF_MICROSECOND = 5e-7
"""Cursors carry microseconds, which a binary fraction of a second only comes near."""


def by_anchor(
    store: Store,
    path: Path,
    items: Sequence[Record],
    *,
    limit: int,
    anchor: str | None,
    order: Callable[[Record], Any],
    name: str = "slug",
) -> Page:
    """The page that begins with the item ``anchor`` names; ``next`` is the key of the next page's first item.

    An anchor deleted since the page before still marks its place, so that nothing is skipped.

    Raises:
        NotFound: the anchor was never an item of this list.
    """
    start = 0
    if anchor:
        start = _position(store, path, items, anchor, order, name)
    stop = start + limit
    following = items[stop][name] if stop < len(items) else None
    return Page(items[start:stop], limit, len(items), following)


def by_time(
    items: Sequence[T],
    *,
    limit: int,
    before: str | None,
    at: Callable[[T], float],
    write: Callable[[float], str],
) -> Page:
    """The newest items before a time; ``next`` is the time of the page's last item.

    ``items`` come newest first and no two share a time.
    """
    limited = items
    if before:
        moment = from_rfc3339(before)
        limited = [] if moment is None else [item for item in items if at(item) < moment - _HALF_MICROSECOND]
    page = limited[:limit]
    following = write(at(page[-1])) if len(limited) > limit else None
    return Page(page, limit, len(items), following)


def _position(
    store: Store, path: Path, items: Sequence[Record], anchor: str, order: Callable[[Record], Any], name: str
) -> int:
    for position, item in enumerate(items):
        if item[name] == anchor:
            return position
    gone = store.removed.get((path, anchor))
    if gone is None:
        raise NotFound("next: there is no such item in this list")
    place = order(gone)
    return next((n for n, item in enumerate(items) if order(item) > place), len(items))

"""Lists in pages: complete, without repetition, bounded, and the same when read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.discover import Values, list_items, required_query
from bitrise_conformance.semantic.subject import Subject, dig, key_of, reads
from bitrise_conformance.session import Answer

MAX_PAGES = 60
"""Pages read of one list; a longer list is compared as far as it was read."""
SMALL_PAGES = 5
"""Pages read with a small limit."""

TOTAL_IS_ZERO = frozenset({"build-list-all"})
"""Lists whose total the real API leaves at 0 whatever they hold (observed; the contract says so in words)."""


@reads
def lists_are_complete(subject: Subject) -> None:
    """Reading a list page by page, by its own cursor, gives every thing exactly once and then ends.

    A schema sees one page at a time and cannot know that the next one skips a thing, repeats one, leads back to
    a page seen before, or leads to nothing. The list is read with the largest limit and with a small one; both
    must give the same things in the same order, and as many as ``total_item_count`` says.
    """
    for operation, contexts in subject.lists():
        for values in contexts[:2]:
            if (operation.pagination or {}).get("style") == "window":
                continue
            whole = walk(subject, operation, values, limit=bounds(operation)[1], pages=MAX_PAGES)
            _check_total(subject, operation, whole)
            if len(whole.keys) < 2:
                continue
            small = max(1, min(7, len(whole.keys) // 3))
            part = walk(subject, operation, values, limit=small, pages=SMALL_PAGES)
            _compare(subject, operation, whole, part, small)


@reads
def limits_are_obeyed(subject: Subject) -> None:
    """A page holds no more things than were asked for, and a limit outside the contract's bounds is refused.

    The bounds of ``limit`` are in the contract, but that the answer keeps to the value that was sent is a
    relation between a request and its answer, which no schema of an answer can state.
    """
    for operation, contexts in subject.lists():
        if "limit" not in operation.query:
            continue
        least, most = bounds(operation)
        sizes = {least, 3} if most is None else {least, min(3, most), most}
        for limit in sorted(sizes):
            answer = ask(subject, operation, contexts[0], limit=limit)
            count = len(list_items(answer.json, operation))
            if answer.ok and count > limit:
                clause = "a page holds at most `limit` things"
                subject.report("paging-limit", operation, clause, f"limit={limit} gave {count} things", answer)
            echoed = dig(answer.json, "paging.page_item_limit")
            if answer.ok and isinstance(echoed, int) and echoed != limit:
                clause = "paging.page_item_limit is the limit that was asked for"
                subject.report("paging-limit", operation, clause, f"limit={limit}, answered {echoed}", answer)
        schema = operation.contract.resolve(operation.query["limit"])
        for bad in _out_of_bounds(schema):
            answer = ask(subject, operation, contexts[0], limit=bad)
            if answer.ok:
                clause = f"{operation.pointer}: limit is {least} to {most}, anything else is refused"
                subject.report("limit-unbounded", operation, clause, f"limit={bad} was accepted", answer)


@reads
def lists_are_stable(subject: Subject) -> None:
    """Reading changes nothing: the same page asked for twice holds the same things in the same order."""
    for operation, contexts in subject.lists():
        first = ask(subject, operation, contexts[0])
        for _ in range(2):
            again = ask(subject, operation, contexts[0])
            one, two = ([key_of(i) for i in list_items(a.json, operation)] for a in (first, again))
            if first.ok and again.ok and one != two:
                what = "in another order" if sorted(one) == sorted(two) else "with other things"
                message = f"the same page came {what} when it was read again"
                subject.report("paging-unstable", operation, "reading a list does not change it", message, again)
                break
            if first.ok and not again.ok:
                clause = "what was answered once is answered again"
                subject.report("read-unstable", operation, clause, f"{first.status}, then {again.status}", again)
                break


@reads
def windows_hold_what_they_should(subject: Subject) -> None:
    """A list by time window gives what lies in the window, nothing outside, and two halves give the whole.

    The window is part of the request; a schema of the answer does not know it.
    """
    for operation, contexts in subject.lists():
        style = operation.pagination or {}
        if style.get("style") != "window":
            continue
        field_ = style.get("timestamp") or "finished_at"
        for values in contexts[:3]:
            whole = ask(subject, operation, values)
            times = [t for i in list_items(whole.json, operation) if (t := moment(dig(i, field_))) is not None]
            if not whole.ok or len(times) < 2:
                continue
            middle = int(sorted(times)[len(times) // 2])
            for name, window in (
                ("before", {style["before"]: middle}),
                ("after", {style["after"]: middle}),
            ):
                answer = ask(subject, operation, values, **window)
                for item in list_items(answer.json, operation):
                    at = moment(dig(item, field_))
                    outside = at is not None and (at > middle + 1 if name == "before" else at < middle - 1)
                    if outside:
                        message = f"{field_} {dig(item, field_)} is outside {name}={middle}"
                        clause = "a window holds only what lies in it"
                        subject.report("filter-ignored", operation, clause, message, answer)
                        break
            break


@dataclass
class Walk:
    """A list as it was read."""

    keys: list[str] = field(default_factory=list)
    items: list[Json] = field(default_factory=list)
    complete: bool = False
    first: Answer | None = None
    last: Answer | None = None


def walk(
    subject: Subject,
    operation: Operation,
    values: Values,
    *,
    limit: int | None,
    pages: int,
    query: dict[str, Any] | None = None,
) -> Walk:
    """Read a list by its cursor, reporting what is wrong on the way."""
    result = Walk()
    seen: set[str] = set()
    cursors: set[str] = set()
    for number, (answer, cursor) in enumerate(_pages(subject, operation, values, limit, query)):
        result.first = result.first or answer
        result.last = answer
        if not answer.ok:
            if number:
                clause = "`next` leads to a page"
                subject.report(
                    "paging-broken", operation, clause, f"page {number + 1} answered {answer.status}", answer
                )
            return result
        items = list_items(answer.json, operation)
        if number and not items:
            clause = "`next` is absent or empty on the last page"
            subject.report("paging-after-end", operation, clause, f"page {number + 1} is empty", answer)
        fresh = [item for item in items if key_of(item) not in seen]
        if len(fresh) < len({key_of(i) for i in items}) or len(items) > len({key_of(i) for i in items}):
            clause = "a thing stands in a list once"
            twice = next(k for k in map(key_of, items) if k in seen or [key_of(i) for i in items].count(k) > 1)
            subject.report("paging-repeats", operation, clause, f"{twice} came twice (page {number + 1})", answer)
        seen.update(map(key_of, items))
        result.items += fresh
        result.keys += [key_of(item) for item in fresh]
        if cursor and cursor in cursors:
            clause = "`next` never leads back"
            subject.report("paging-loop", operation, clause, f"page {number + 1} gives a `next` seen before", answer)
            return result
        cursors.add(cursor)
        if not cursor:
            result.complete = True
            return result
        if limit and number and len(items) < limit and items:
            clause = "a page before the last is full"
            message = f"page {number + 1} has {len(items)} of {limit} things, and a `next`"
            subject.report("paging-short-page", operation, clause, message, answer)
        if number + 1 >= pages:
            return result
    return result


def ask(subject: Subject, operation: Operation, values: Values, **query: Any) -> Answer:
    """The first page of a list."""
    return subject.api.call(operation, values, query={**required_query(operation), **query})


def bounds(operation: Operation) -> tuple[int, int | None]:
    """Least and greatest limit of a list by its contract."""
    schema = operation.contract.resolve(operation.query.get("limit", {}))
    most = schema.get("maximum")
    return int(schema.get("minimum", 1)), int(most) if most is not None else None


def moment(value: Json) -> float | None:
    """Seconds since 1970 of a time in an answer."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    try:
        return datetime.fromisoformat(value).timestamp() if isinstance(value, str) else None
    except (ValueError, OverflowError):
        return None


def _pages(
    subject: Subject, operation: Operation, values: Values, limit: int | None, query: dict[str, Any] | None
) -> Iterator[tuple[Answer, str]]:
    style = operation.pagination or {}
    sent: dict[str, Any] = {**required_query(operation), **(query or {})}
    if limit is not None and "limit" in operation.query:
        sent["limit"] = limit
    while True:
        answer = subject.api.call(operation, values, query=sent)
        cursor = dig(answer.json, style.get("next", "paging.next"))
        yield answer, str(cursor or "")
        if not cursor:
            return
        sent[style.get("parameter", "next")] = cursor


def _check_total(subject: Subject, operation: Operation, whole: Walk) -> None:
    total = dig(whole.first.json, "paging.total_item_count") if whole.first else None
    if not isinstance(total, int) or not whole.complete:
        return
    expected = 0 if operation.id in TOTAL_IS_ZERO else len(whole.keys)
    if total not in (expected, len(whole.keys)):
        clause = "paging.total_item_count is the number of things on all pages"
        message = f"says {total}, the pages hold {len(whole.keys)}"
        subject.report("paging-total", operation, clause, message, whole.first)


def _compare(subject: Subject, operation: Operation, whole: Walk, part: Walk, limit: int) -> None:
    expected = whole.keys[: len(part.keys)] if not part.complete else whole.keys
    if part.keys == expected or (not whole.complete and part.complete):
        return
    if sorted(part.keys) == sorted(expected):
        message = f"with limit={limit} the same things come in another order"
        subject.report("paging-unstable", operation, "reading a list does not change it", message, part.last)
        return
    lost = [key for key in expected if key not in part.keys]
    extra = [key for key in part.keys if key not in whole.keys]
    message = f"with limit={limit} {len(lost)} things are missing and {len(extra)} others are there"
    if lost:
        message += f", first missing {lost[0]}"
    subject.report("paging-incomplete", operation, "every page size gives the same list", message, part.last)


def _out_of_bounds(schema: Json) -> list[Any]:
    bad: list[Any] = ["x"]
    if "maximum" in schema:
        bad.append(schema["maximum"] + 1)
    if "minimum" in schema:
        bad.append(schema["minimum"] - 1)
        bad.append(-1)
    return bad

"""Filters filter: what comes fits, and everything that fits comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.discover import Values, list_items
from bitrise_conformance.semantic.pagination import ask, bounds, moment, walk
from bitrise_conformance.semantic.subject import Subject, dig, key_of, reads

FIELDS = {
    "workflow": "triggered_workflow",
    "owner_slug": "owner.slug",
}
"""The field of an item that a parameter filters by, where it is not the parameter's own name."""

MOMENTS = ("triggered_at", "started_at", "created_at")
"""Fields that `after` and `before` look at, the first that an item has."""

NOT_FILTERS = frozenset({"next", "limit", "sort_by", "download"})
NOT_OF_PIPELINES = frozenset({"workflow"})
"""Filters that cannot be compared where pipelines are listed: those carry the pipeline's name in `triggered_workflow`
and are found by the workflows within, which the list does not show."""

KINDS: Mapping[str | None, tuple[type, ...]] = {"string": (str,), "integer": (int,), "boolean": (bool,)}
"""Values that a parameter of a type can be compared with; a pipeline's status is a word to ask for and a number in
the answer, so it cannot."""

NOWHERE = "no-such-value-anywhere-5d7c"
"""A text that no field of a server holds."""
PAGES = 12
"""Pages read of the unfiltered list."""


@reads
def filters_select(subject: Subject) -> None:
    """Asking a list for a value gives the things that have it, all of them and no other.

    That a query parameter has an effect at all is nowhere in a schema: a server that ignores every filter
    answers with perfectly valid pages. The value is taken from the list itself, and the filtered list must
    be the unfiltered one without the rest.
    """
    for operation, contexts in subject.lists():
        names = [name for name in operation.query if name not in NOT_FILTERS and name not in ("after", "before")]
        if not names:
            continue
        whole = walk(subject, operation, contexts[0], limit=bounds(operation)[1], pages=PAGES)
        for name in names:
            field = FIELDS.get(name, name)
            if name in NOT_OF_PIPELINES and any(
                "is_pipeline" in item for item in whole.items if isinstance(item, dict)
            ):
                continue
            kind = KINDS.get(operation.contract.resolve(operation.query[name]).get("type"), ())
            values = [v for v in (_plain(dig(item, field)) for item in whole.items) if type(v) in kind]
            for value in _samples(values):
                _check(subject, operation, contexts[0], name, field, value, whole.items if whole.complete else None)


@reads
def filters_exclude(subject: Subject) -> None:
    """Asking a list for a text that nothing has gives nothing.

    A filter that is read but never applied answers valid pages; this is the shortest way to see it.
    """
    for operation, contexts in subject.lists():
        for name, schema in operation.query.items():
            schema = operation.contract.resolve(schema)
            plain = schema.get("type") == "string" and not {"enum", "format", "pattern"} & set(schema)
            if name in NOT_FILTERS or not plain:
                continue
            answer = ask(subject, operation, contexts[0], **{name: NOWHERE})
            count = len(list_items(answer.json, operation))
            if answer.ok and count:
                message = f"{name}={NOWHERE} gave {count} things"
                subject.report("filter-ignored", operation, _clause(operation, name), message, answer)


@reads
def times_bound_lists(subject: Subject) -> None:
    """`after` and `before` cut a list at a moment; nothing from the other side comes."""
    for operation, contexts in subject.lists():
        if (operation.pagination or {}).get("style") == "window":
            continue
        first = ask(subject, operation, contexts[0])
        items = list_items(first.json, operation)
        field = next((name for name in MOMENTS if any(moment(dig(i, name)) for i in items)), None)
        if field is None:
            continue
        times = sorted(t for i in items if (t := moment(dig(i, field))) is not None)
        middle = times[len(times) // 2]
        for name, beyond in (("after", -1), ("before", 1)):
            schema = operation.contract.resolve(operation.query.get(name, {}))
            if not schema:
                continue
            sent: Any = int(middle) if schema.get("type") == "integer" else _raw(items, field, middle)
            answer = ask(subject, operation, contexts[0], **{name: sent})
            for item in list_items(answer.json, operation):
                at = moment(dig(item, field))
                if at is not None and (at - middle) * beyond > 1:
                    message = f"{name}={sent} gave a thing of {dig(item, field)}"
                    subject.report("filter-ignored", operation, _clause(operation, name), message, answer)
                    break


@reads
def orders_order(subject: Subject) -> None:
    """A list comes in the order that was asked for.

    Pages in any order satisfy a schema. Only what the items themselves show can be looked at: when a build was
    triggered, and whether it is finished.
    """
    for operation, contexts in subject.lists():
        schema = operation.contract.resolve(operation.query.get("sort_by", {}))
        for order in schema.get("enum", ()):
            rank = ORDERS.get(order)
            answer = ask(subject, operation, contexts[0], sort_by=order)
            items = [item for item in list_items(answer.json, operation) if isinstance(item, dict)]
            if rank is None or not answer.ok:
                continue
            ranks = [found for item in items if (found := rank(item)) is not None]
            if ranks != sorted(ranks):
                clause = f"{operation.pointer}: sort_by={order} orders the list"
                subject.report("order-ignored", operation, clause, f"sort_by={order} gave another order", answer)


Rank = Callable[[dict[str, Json]], float | None]


def _newest_first(item: dict[str, Json]) -> float | None:
    at = moment(item.get("triggered_at"))
    return None if at is None else -at


def _running_first(item: dict[str, Json]) -> float | None:
    return float(item["status"] != 0) if isinstance(item.get("status"), int) and "triggered_at" in item else None


ORDERS: Mapping[str, Rank] = {
    "created_at": _newest_first,
    "running_first": _running_first,
}
"""What an order means, as a number that grows along the list; None for an item that does not tell."""


def _check(
    subject: Subject,
    operation: Operation,
    values: Values,
    name: str,
    field: str,
    value: Any,
    whole: list[Json] | None,
) -> None:
    sent = str(value).lower() if isinstance(value, bool) else value
    found = walk(subject, operation, values, limit=bounds(operation)[1], pages=PAGES, query={name: sent})
    if found.first is None or not found.first.ok:
        status = found.first.status if found.first else None
        if status in (400, 422):
            message = f"{name}={sent}, a value of the list itself, was refused with {status}"
            subject.report("valid-input-refused", operation, _clause(operation, name), message, found.first)
        return
    wrong = next((item for item in found.items if _plain(dig(item, field)) != value), None)
    if wrong is not None:
        message = f"{name}={sent} gave a thing whose {field} is {dig(wrong, field)!r}"
        subject.report("filter-ignored", operation, _clause(operation, name), message, found.first)
        return
    if whole is not None and found.complete:
        expected = [key_of(item) for item in whole if _plain(dig(item, field)) == value]
        if missing := set(expected) - set(found.keys):
            message = f"{name}={sent} leaves out {len(missing)} things that have it"
            subject.report("filter-incomplete", operation, _clause(operation, name), message, found.first)


def _clause(operation: Operation, name: str) -> str:
    return f"{operation.pointer}: the parameter {name} filters the list"


def _samples(values: list[Any]) -> list[Any]:
    """The first value, and the first other one."""
    distinct = list(dict.fromkeys(values))
    return distinct[:2]


def _plain(value: Json) -> Any:
    return value if isinstance(value, str | int | bool) and value != "" else None


def _raw(items: list[Json], field: str, at: float) -> Any:
    return next(dig(item, field) for item in items if moment(dig(item, field)) == at)

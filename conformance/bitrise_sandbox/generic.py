"""How an operation behaves by its method, its path and its schemas alone.

A new plain operation in the contract is served from here and needs no code.
"""

from __future__ import annotations

import re
from typing import Any

from .answers import Answer, Problem
from .call import Call, Handler
from .contract import Operation
from .paging import by_anchor
from .state import identity
from .store import Path, Record

DEFAULT_LIMIT = 50


def handler_of(operation: Operation) -> Handler | None:
    """The behaviour that fits the operation; None when method, path and schemas leave it open."""
    if operation.on_item:
        return _ON_ITEM.get(operation.method)
    if operation.method == "GET":
        return list_items if operation.envelope.is_list else read
    if operation.method == "POST":
        return create if _is_collection(operation) else act
    if operation.method == "DELETE":
        return clear
    if operation.method in ("PUT", "PATCH"):
        return write
    return None


def page_limit(call: Call) -> int:
    """The page size asked for, else the contract's default, else its maximum, else 50."""
    parameter = call.operation.queries.get("limit")
    schema = parameter.schema if parameter else {}
    asked = call.query.get("limit", schema.get("default", schema.get("maximum", DEFAULT_LIMIT)))
    if not isinstance(asked, int) or asked < 1:
        raise Problem(400, "limit: must be 1 or more")
    return asked


def list_items(call: Call) -> Any:
    call.parents()
    records = list(call.state.table(*call.collection).values())
    records = [record for record in records if _matches(record, call.query)]
    if "next" not in call.operation.queries:
        return records
    return by_anchor(
        call.state.store,
        call.collection,
        records,
        limit=page_limit(call),
        anchor=call.query.get("next"),
        order=lambda record: record.get("_order", 0),
        name=_key_name(records),
    )


def create(call: Call) -> Any:
    call.parents()
    record = Record(_acceptable(call, call.fields, call.operation.envelope.item))
    schema = call.state.item_schema(call.operation.template) or call.operation.envelope.item
    synthesis = call.state.synthesis()
    for name in ("slug", "id", "created_at", "updated_at"):
        properties = call.state.contract.properties(schema)
        if name in properties and name not in record:
            record[name] = synthesis.value(properties[name], name)
    synthesis.complete(record, schema)
    synthesis.complete(record, call.operation.envelope.item)
    if "name" in record and call.state.table(*call.collection).get(str(record["name"])) and "slug" not in record:
        raise Problem(400, "name: there is one already")
    call.state.store.add(call.collection, identity(record) or call.state.slug(), record)
    return record


def show(call: Call) -> Any:
    return call.item()


def update(call: Call) -> Any:
    record = call.item()
    schema = call.state.item_schema(_template(call.operation)) or call.operation.envelope.item
    call.state.store.change(record, **_acceptable(call, call.fields, schema))
    return record


def delete(call: Call) -> Any:
    record = call.item()
    call.state.store.remove(call.collection, call.segments[-1])
    call.state.store.drop(call.segments)
    return record


def clear(call: Call) -> Any:
    call.parents()
    table = call.state.table(*call.collection)
    for key in list(table):
        call.state.store.remove(call.collection, key)
    return acknowledge(call)


def read(call: Call) -> Any:
    call.parents()
    return _single(call)


def write(call: Call) -> Any:
    call.parents()
    record = _single(call)
    call.state.store.change(record, **call.fields)
    return record if call.operation.success.schema is not None else None


def act(call: Call) -> Any:
    """A verb on what the path names: takes note of what was sent, and answers the thing or an acknowledgement."""
    parents = call.parents()
    item = call.operation.envelope.item
    if parents and call.operation.envelope.key is not None and item is not None:
        record = parents[-1]
        call.state.store.change(record, **_acceptable(call, call.fields, item))
        return record
    return acknowledge(call)


def acknowledge(call: Call, **known: Any) -> Any:
    """The success answer for an operation that has nothing to show: ``ok``, or nothing."""
    success = call.operation.success
    if success.schema is None:
        return Answer(success.status, b"", None)
    answer: dict[str, Any] = dict(known)
    for name in call.state.contract.properties(success.schema):
        if name in ("status", "msg", "message"):
            answer.setdefault(name, "ok")
    call.state.synthesis().complete(answer, success.schema)
    return answer


def _single(call: Call) -> Record:
    """The one record at a path that holds no collection, made at its first use."""
    place: Path = (*call.segments, "")
    found = call.state.store.table(place).get("")
    if found is None:
        schema = next(
            (o.envelope.item for o in call.operations.values() if o.method == "GET"), call.operation.envelope.item
        )
        value = call.state.synthesis().value(schema)
        found = call.state.store.add(place, "", Record(value if isinstance(value, dict) else {}))
    return found


def _acceptable(call: Call, fields: dict[str, Any], schema: Any) -> dict[str, Any]:
    """The fields that the answer's schema has, where their values fit it."""
    properties = call.state.contract.properties(schema)
    return {
        name: value
        for name, value in fields.items()
        if name in properties and call.state.validation.fits(properties[name], value)
    }


def _matches(record: Record, query: dict[str, Any]) -> bool:
    return all(
        record[name] == value for name, value in query.items() if name in record and name not in ("next", "limit")
    )


def _key_name(records: list[Record]) -> str:
    return next((name for name in ("slug", "id", "name") if records and name in records[0]), "slug")


def _is_collection(operation: Operation) -> bool:
    """Whether things are kept at this path: it can be listed, or it has items."""
    item = re.compile(re.escape(operation.template) + r"/\{[^}/]+\}")
    contract = operation.contract
    return any(
        item.fullmatch(other.template)
        or (other.template == operation.template and other.method == "GET" and other.envelope.is_list)
        for other in contract.operations.values()
    )


def _template(operation: Operation) -> str:
    return operation.template.rpartition("/")[0] if operation.on_item else operation.template


_ON_ITEM: dict[str, Handler] = {"GET": show, "PATCH": update, "PUT": update, "DELETE": delete}

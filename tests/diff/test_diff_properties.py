"""What holds for every document: nothing differs from itself, additions break no reader, no change is missed."""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.changes import Level, as_json, as_markdown, as_text, compare

Document = dict[str, Any]
NAMES = st.sampled_from(["id", "name", "tag", "owner", "items", "title", "default", "$ref"])
SCHEMAS = ["A", "B", "C"]
PLAIN = st.sampled_from(
    [
        {"type": "string"},
        {"type": "integer", "maximum": 50},
        {"type": "boolean"},
        {"type": "string", "format": "date-time"},
        {"type": "string", "enum": ["a", "b"]},
        {"type": ["string", "null"]},
        {"type": "number", "default": 1},
    ]
).map(copy.deepcopy)
REFERENCES = st.sampled_from(SCHEMAS).map(lambda name: {"$ref": f"#/components/schemas/{name}"})


def objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    def made(properties: dict[str, Any]) -> st.SearchStrategy[Any]:
        required = st.lists(st.sampled_from(sorted(properties)), unique=True) if properties else st.just([])
        return required.map(lambda names: {"type": "object", "properties": properties, "required": names})

    return st.dictionaries(NAMES, inner, max_size=4).flatmap(made)


SCHEMA = st.recursive(
    PLAIN | REFERENCES,
    lambda inner: (
        objects(inner)
        | inner.map(lambda items: {"type": "array", "items": items})
        | st.lists(inner, min_size=1, max_size=2).map(lambda parts: {"allOf": [*parts, {"minProperties": 1}]})
        | inner.map(lambda one: {"anyOf": [one, {"type": "null"}]})
        | st.lists(PLAIN, min_size=2, max_size=3, unique_by=str).map(lambda several: {"oneOf": several})
    ),
    max_leaves=8,
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """An API of one to four operations over three schemas that may hold each other."""
    paths: dict[str, Any] = {}
    for index in range(draw(st.integers(1, 4))):
        content = {"application/json": {"schema": draw(SCHEMA)}}
        operation: dict[str, Any] = {"operationId": f"op-{index}", "responses": {"200": {"content": content}}}
        names = draw(st.lists(NAMES, unique=True, max_size=2))
        operation["parameters"] = [{"name": name, "in": "query", "schema": draw(PLAIN)} for name in names]
        if draw(st.booleans()):
            operation["requestBody"] = {"content": {"application/json": {"schema": draw(SCHEMA)}}}
        paths[f"/p{index}/{{slug}}"] = {draw(st.sampled_from(["get", "post"])): operation}
    schemas = {name: draw(objects(SCHEMA)) for name in SCHEMAS}
    return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}


def operations(document: Document) -> list[dict[str, Any]]:
    return [operation for item in document["paths"].values() for operation in item.values()]


def answered(document: Document) -> Iterator[dict[str, Any]]:
    """Every object that an answer holds, found by a walk of its own over what the answers reach."""
    pending = [
        answer["content"]["application/json"]["schema"]
        for operation in operations(document)
        for answer in operation["responses"].values()
    ]
    seen: set[int] = set()
    while pending:
        schema = pending.pop()
        if id(schema) in seen:
            continue
        seen.add(id(schema))
        reference = schema.get("$ref")
        if isinstance(reference, str):
            pending.append(document["components"]["schemas"][reference.rpartition("/")[2]])
        pending += schema.get("properties", {}).values()
        pending += [*schema.get("allOf", []), *schema.get("anyOf", []), *schema.get("oneOf", [])]
        pending += [schema["items"]] if "items" in schema else []
        if "properties" in schema:
            yield schema


# Changes that a user can notice wherever they are made.
MUTATIONS: dict[str, Callable[[dict[str, Any]], object]] = {
    "operation renamed": lambda o: o.update(operationId="renamed"),
    "deprecated": lambda o: o.update(deprecated=True),
    "answer added": lambda o: o["responses"].update({"418": {}}),
    "answer removed": lambda o: o["responses"].clear(),
    "answer emptied": lambda o: o["responses"]["200"].clear(),
    "media type": lambda o: o["responses"]["200"]["content"].update({"text/plain": {"schema": {}}}),
    "header added": lambda o: o["responses"]["200"].update(headers={"ETag": {"schema": {}}}),
    "parameter added": lambda o: o["parameters"].append({"name": "new", "in": "query", "schema": {}}),
    "parameter required": lambda o: o["parameters"][0].update(required=True),
    "parameter removed": lambda o: o["parameters"].pop(),
    "parameter moved": lambda o: o["parameters"][0].update({"in": "cookie"}),
    "parameter typed": lambda o: o["parameters"][0].update(schema={"type": "object"}),
    "body removed": lambda o: o.pop("requestBody"),
    "body required": lambda o: o["requestBody"].update(required=True),
    "security": lambda o: o.update(security=[{"t": []}]),
}


def add_property(schema: dict[str, Any]) -> None:
    schema["properties"]["brand_new"] = {"type": "string"}


SCHEMA_MUTATIONS: dict[str, Callable[[dict[str, Any]], object]] = {
    "property added": add_property,
    "property removed": lambda s: s["properties"].popitem(),
    "property typed": lambda s: s["properties"].update({key: {"type": "file"} for key in list(s["properties"])[:1]}),
    "described otherwise": lambda s: s.update(propertyNames={"maxLength": 7}),
    "size bounded": lambda s: s.update(maxProperties=9),
}


@given(documents())
@settings(deadline=None)
def test_nothing_differs_from_itself(document: Document) -> None:
    assert compare(document, copy.deepcopy(document)) == []


@given(documents(), st.data())
@settings(deadline=None)
def test_a_new_optional_property_of_an_answer_breaks_no_one(document: Document, data: st.DataObject) -> None:
    changed = copy.deepcopy(document)
    objects_answered = list(answered(changed))
    assume(objects_answered)
    add_property(data.draw(st.sampled_from(objects_answered)))
    changes = [change for change in compare(document, changed) if change.rule.id.startswith("response-")]
    assert changes
    assert all(change.level is Level.INFO for change in changes)


@given(documents(), st.sampled_from(sorted(MUTATIONS)), st.data())
@settings(deadline=None)
def test_no_change_of_an_operation_is_missed(document: Document, kind: str, data: st.DataObject) -> None:
    changed = copy.deepcopy(document)
    operation = data.draw(st.sampled_from(operations(changed)))
    assume(
        operation["parameters"]
        or kind not in ("parameter required", "parameter removed", "parameter moved", "parameter typed")
    )
    assume("requestBody" in operation or not kind.startswith("body"))
    MUTATIONS[kind](operation)
    assert compare(document, changed)
    assert compare(changed, document)


@given(documents(), st.sampled_from(sorted(SCHEMA_MUTATIONS)), st.data())
@settings(deadline=None)
def test_no_change_of_an_answered_object_is_missed(document: Document, kind: str, data: st.DataObject) -> None:
    changed = copy.deepcopy(document)
    # A part of an allOf may be overruled by another part that says the same; only whole objects count here.
    whole = [schema for schema in answered(changed) if not _is_part(changed, schema)]
    assume(whole)
    schema = data.draw(st.sampled_from(whole))
    assume(schema["properties"] or kind not in ("property removed", "property typed"))
    SCHEMA_MUTATIONS[kind](schema)
    assert compare(document, changed)
    assert compare(changed, document)


@given(documents(), documents())
@settings(max_examples=60, deadline=None)
def test_whatever_differs_can_be_told_in_every_form(old: Document, new: Document) -> None:
    changes = compare(old, new)
    prints = [change.fingerprint for change in changes]
    assert len(set(prints)) == len(prints)
    told = as_text(changes)
    assert all(told.count(f"{change.rule.id} {change.fingerprint}]\n") == 1 for change in changes)
    assert len(json.loads(as_json(changes))["changes"]) == len(changes)
    assert as_markdown(changes).count("\n  - ") == len(changes)
    labels = {operation["operationId"] for document in (old, new) for operation in operations(document)}
    assert all(set(change.operations) <= labels for change in changes)


def _is_part(document: Document, schema: dict[str, Any]) -> bool:
    def parts(value: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            for part in value.get("allOf", []) if isinstance(value.get("allOf"), list) else []:
                reference = part.get("$ref")
                named = isinstance(reference, str)
                yield document["components"]["schemas"][reference.rpartition("/")[2]] if named else part
            for inner in value.values():
                yield from parts(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from parts(inner)

    return any(part is schema for part in parts(document))

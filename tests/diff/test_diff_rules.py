"""Each rule has a case that it is for, and each case is told by exactly the rules it names."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.changes import RULES, compare

STRING = {"type": "string"}
INTEGER = {"type": "integer"}
QUERY = {"name": "limit", "in": "query", "schema": INTEGER}
OTHER = {"get": {"operationId": "other", "responses": {}}}
TOKEN = {"type": "apiKey", "in": "header", "name": "Authorization"}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def needs(name: str, **properties: Any) -> dict[str, Any]:
    return {**thing(**properties), "required": [name]}


def answers(**by_status: Any) -> dict[str, Any]:
    return {"responses": {status.removeprefix("s"): answer for status, answer in by_status.items()}}


def media(*types: str) -> dict[str, Any]:
    return {"content": {name: {"schema": STRING} for name in types}}


def schemes(**named: Any) -> dict[str, Any]:
    return {"top": {"components": {"securitySchemes": named}}}


# (aspect, old schema, new schema): read both as what is sent and as what is answered
SCHEMAS = [
    ("property-added", thing(), thing(a=STRING)),
    ("property-added-required", thing(), needs("a", a=STRING)),
    ("property-removed", thing(a=STRING), thing()),
    ("property-became-required", thing(a=STRING), needs("a", a=STRING)),
    ("property-became-optional", needs("a", a=STRING), thing(a=STRING)),
    ("deprecated", thing(a=STRING), thing(a={**STRING, "deprecated": True})),
    ("undeprecated", thing(a={**STRING, "deprecated": True}), thing(a=STRING)),
    ("access-changed", thing(a=STRING), thing(a={**STRING, "readOnly": True})),
    ("type-changed", STRING, INTEGER),
    ("type-changed", {"type": "array", "items": STRING}, {"type": "array", "items": {"type": "boolean"}}),
    ("type-changed", {"additionalProperties": STRING}, {"additionalProperties": INTEGER}),
    ("type-widened", INTEGER, {"type": "number"}),
    ("type-widened", STRING, {}),
    ("type-widened", {"anyOf": [STRING, INTEGER]}, {}),
    ("type-narrowed", {"type": ["string", "integer"]}, STRING),
    ("type-narrowed", {}, {"oneOf": [STRING, INTEGER]}),
    ("became-nullable", thing(a=STRING), thing(a={"type": ["string", "null"]})),
    ("became-nullable", thing(a=STRING), thing(a={"anyOf": [STRING, {"type": "null"}]})),
    ("became-nullable", thing(a=STRING), thing(a={**STRING, "nullable": True})),
    ("required-became-nullable", needs("a", a=STRING), needs("a", a={"type": ["string", "null"]})),
    ("no-longer-nullable", thing(a={"type": ["string", "null"]}), thing(a=STRING)),
    ("format-changed", STRING, {**STRING, "format": "date-time"}),
    ("format-refined", INTEGER, {**INTEGER, "format": "int64"}),
    ("enum-value-added", {**STRING, "enum": ["a"]}, {**STRING, "enum": ["a", "b"]}),
    ("enum-value-removed", {**STRING, "enum": ["a", "b"]}, {**STRING, "enum": ["b"]}),
    ("enum-introduced", STRING, {**STRING, "const": "a"}),
    ("enum-lifted", {**STRING, "enum": ["a"]}, STRING),
    ("bound-tightened", INTEGER, {**INTEGER, "maximum": 50}),
    ("bound-tightened", {**INTEGER, "minimum": 1}, {**INTEGER, "minimum": 2}),
    ("bound-loosened", {**STRING, "maxLength": 5}, {**STRING, "maxLength": 6}),
    ("bound-loosened", {**STRING, "minLength": 5}, STRING),
    ("constraint-changed", STRING, {**STRING, "pattern": "^a"}),
    ("default-changed", {**STRING, "default": "a"}, {**STRING, "default": "b"}),
    ("default-changed", STRING, {**STRING, "default": None}),
    ("default-changed", {**INTEGER, "default": 1}, {**INTEGER, "default": True}),
    ("extra-properties-refused", thing(), {**thing(), "additionalProperties": False}),
    ("extra-properties-allowed", {**thing(), "additionalProperties": False}, thing()),
    ("alternative-added", {"anyOf": [STRING, INTEGER]}, {"anyOf": [STRING, INTEGER, {"type": "boolean"}]}),
    ("alternative-added", STRING, {"oneOf": [STRING, INTEGER]}),
    ("alternative-removed", {"anyOf": [STRING, INTEGER]}, {"anyOf": [INTEGER]}),
    ("keyword-changed", thing(), {**thing(), "dependentRequired": {"a": ["b"]}}),
    ("keyword-changed", {"enum": [1], "x-enum-varnames": ["A"]}, {"enum": [1], "x-enum-varnames": ["B"]}),
]

# Names of Python's side are told only between two contracts, which the operation's own extensions make them.
CONTRACT = {"x-bitrise-resource": "things", "x-bitrise-method": "get"}

# (rule, arguments of the old document, of the new)
OPERATIONS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("server-removed", {"top": {"servers": [{"url": "https://a"}]}}, {}),
    ("server-added", {}, {"top": {"servers": [{"url": "https://a"}]}}),
    ("security-scheme-added", schemes(), schemes(t=TOKEN)),
    ("security-scheme-removed", schemes(t=TOKEN), schemes()),
    ("security-scheme-changed", schemes(t=TOKEN), schemes(t={**TOKEN, "name": "Token"})),
    ("operation-removed", {"extra_paths": {"/other": OTHER}}, {}),
    ("operation-added", {}, {"extra_paths": {"/other": OTHER}}),
    ("operation-moved", {}, {"path": "/all-things/{slug}"}),
    ("operation-renamed", {}, {"operationId": "thing-get"}),
    ("operation-deprecated", {}, {"deprecated": True}),
    ("operation-undeprecated", {"deprecated": True}, {}),
    (
        "operation-method-renamed",
        {"x-bitrise-resource": "things", "x-bitrise-method": "get"},
        {"x-bitrise-resource": "things", "x-bitrise-method": "show"},
    ),
    (
        "operation-result-changed",
        {"x-bitrise-resource": "things", "x-bitrise-method": "get"},
        {"x-bitrise-resource": "things", "x-bitrise-method": "get", "x-bitrise-unwrap": False},
    ),
    ("path-parameter-renamed", {}, {"path": "/things/{id}"}),
    ("parameter-added", {}, {"parameters": [QUERY]}),
    ("parameter-added-required", {}, {"parameters": [{**QUERY, "required": True}]}),
    ("parameter-removed", {"parameters": [QUERY]}, {}),
    ("parameter-moved", {"parameters": [QUERY]}, {"parameters": [{**QUERY, "in": "header"}]}),
    ("parameter-became-required", {"parameters": [QUERY]}, {"parameters": [{**QUERY, "required": True}]}),
    ("parameter-became-optional", {"parameters": [{**QUERY, "required": True}]}, {"parameters": [QUERY]}),
    ("request-deprecated", {"parameters": [QUERY]}, {"parameters": [{**QUERY, "deprecated": True}]}),
    ("request-type-changed", {"parameters": [QUERY]}, {"parameters": [{**QUERY, "schema": STRING}]}),
    (
        "request-bound-tightened",
        {"parameters": [QUERY]},
        {"parameters": [{**QUERY, "schema": {**INTEGER, "maximum": 50}}]},
    ),
    (
        "request-default-changed",
        {"parameters": [QUERY]},
        {"parameters": [{**QUERY, "schema": {**INTEGER, "default": 50}}]},
    ),
    (
        "parameter-style-changed",
        {"parameters": [{**QUERY, "schema": {"type": "array"}}]},
        {"parameters": [{**QUERY, "schema": {"type": "array"}, "explode": False}]},
    ),
    ("request-body-added", {}, {"request": STRING}),
    ("request-body-added-required", {}, {"requestBody": {"required": True, **media("text/plain")}}),
    ("request-body-removed", {"request": STRING}, {}),
    (
        "request-body-became-required",
        {"requestBody": media("a/a")},
        {"requestBody": {"required": True, **media("a/a")}},
    ),
    (
        "request-body-became-optional",
        {"requestBody": {"required": True, **media("a/a")}},
        {"requestBody": media("a/a")},
    ),
    ("request-media-type-added", {"requestBody": media("a/a")}, {"requestBody": media("a/a", "b/b")}),
    ("request-media-type-removed", {"requestBody": media("a/a", "b/b")}, {"requestBody": media("a/a")}),
    ("response-success-added", answers(s200={}), answers(s200={}, s202={})),
    ("response-success-removed", answers(s200={}, s202={}), answers(s200={})),
    ("response-success-renumbered", answers(s200={}), answers(s201={})),
    ("response-error-added", answers(s200={}), answers(s200={}, s404={})),
    ("response-error-removed", answers(s200={}, sdefault={}), answers(s200={})),
    ("response-body-added", answers(s200={}), answers(s200=media("a/a"))),
    ("response-body-removed", answers(s200=media("a/a")), answers(s200={})),
    ("response-media-type-added", answers(s200=media("a/a")), answers(s200=media("a/a", "b/b"))),
    ("response-media-type-removed", answers(s200=media("a/a", "b/b")), answers(s200=media("a/a"))),
    ("response-header-added", answers(s200={}), answers(s200={"headers": {"ETag": {"schema": STRING}}})),
    ("response-header-removed", answers(s200={"headers": {"ETag": {"schema": STRING}}}), answers(s200={})),
    ("security-required", {}, {"security": [{"t": []}]}),
    ("security-dropped", {"security": [{"t": []}]}, {}),
    ("security-alternative-added", {"security": [{"t": []}]}, {"security": [{"t": []}, {"u": []}]}),
    ("security-alternative-removed", {"security": [{"t": []}, {"u": []}]}, {"security": [{"t": []}]}),
    (
        "schema-renamed",
        {"response": {"$ref": "#/components/schemas/A"}, "schemas": {"A": STRING}},
        {"response": {"$ref": "#/components/schemas/B"}, "schemas": {"B": STRING}},
    ),
    (
        "model-renamed",
        {"response": {"$ref": "#/components/schemas/A"}, "schemas": {"A": STRING}, **CONTRACT},
        {"response": {"$ref": "#/components/schemas/B"}, "schemas": {"B": STRING}, **CONTRACT},
    ),
    (
        "schema-replaced",
        {"response": {"$ref": "#/components/schemas/A"}, "schemas": {"A": STRING, "B": STRING}},
        {"response": {"$ref": "#/components/schemas/B"}, "schemas": {"A": STRING, "B": STRING}},
    ),
]


@pytest.mark.parametrize("direction", ["request", "response"])
@pytest.mark.parametrize(("aspect", "old", "new"), SCHEMAS)
def test_a_schema_change_is_told_by_its_rule_alone(
    api: Callable[..., Any], direction: str, aspect: str, old: Any, new: Any
) -> None:
    changes = compare(api(**{direction: thing(x=old)}), api(**{direction: thing(x=new)}))
    assert [change.rule.id for change in changes] == [f"{direction}-{aspect}"]
    assert changes[0].operations == ("thing-show",)


@pytest.mark.parametrize(("rule", "old", "new"), OPERATIONS)
def test_a_change_of_an_operation_is_told_by_its_rule_alone(
    api: Callable[..., Any], rule: str, old: dict[str, Any], new: dict[str, Any]
) -> None:
    assert [change.rule.id for change in compare(api(**old), api(**new))] == [rule]


@pytest.mark.parametrize("direction", ["request", "response"])
def test_a_python_attribute_is_told_between_contracts_only(api: Callable[..., Any], direction: str) -> None:
    old, new = thing(a=STRING), thing(a={**STRING, "x-bitrise-attribute": "b"})
    changes = compare(api(**{direction: old}, **CONTRACT), api(**{direction: new}, **CONTRACT))
    assert [change.rule.id for change in changes] == [f"{direction}-attribute-renamed"]
    assert compare(api(**{direction: old}), api(**{direction: new}, **CONTRACT)) == []


def test_no_rule_is_without_a_case() -> None:
    directions = ("request", "response")
    aspects = [*(aspect for aspect, _, _ in SCHEMAS), "attribute-renamed"]
    tried = {f"{direction}-{aspect}" for direction in directions for aspect in aspects}
    tried |= {rule for rule, _, _ in OPERATIONS}
    assert tried == set(RULES)


@pytest.mark.parametrize(
    ("rule", "level"),
    [
        ("operation-removed", "breaking"),
        ("operation-deprecated", "warning"),
        ("request-property-added", "info"),
        ("request-property-added-required", "breaking"),
        ("response-property-added", "info"),
        ("response-property-removed", "breaking"),
        ("response-property-became-optional", "warning"),
        ("response-enum-value-added", "warning"),
        ("request-enum-value-removed", "breaking"),
        ("request-bound-tightened", "breaking"),
        ("response-type-changed", "breaking"),
        ("schema-renamed", "info"),
    ],
)
def test_the_levels_are_those_promised(rule: str, level: str) -> None:
    assert RULES[rule].level == level

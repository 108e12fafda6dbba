"""Schemas that several operations share, schemas that hold themselves, and the same API in two versions."""

import copy
from collections.abc import Callable
from typing import Any

from pipeline.changes import Change, compare

Document = dict[str, Any]
STRING = {"type": "string"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def listing(schema: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "array", "items": schema}}}
    return {"get": {"operationId": "thing-list", "responses": {"200": {"content": content}}}}


def ids(changes: list[Change]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(change.rule.id, change.path, change.operations) for change in changes]


def test_a_change_of_a_shared_schema_is_told_once_with_the_operations_it_touches(api: Callable[..., Document]) -> None:
    old = api(response=ref("Thing"), schemas={"Thing": {"properties": {"a": STRING}}})
    old["paths"]["/things"] = listing(ref("Thing"))
    new = copy.deepcopy(old)
    new["components"]["schemas"]["Thing"]["properties"]["b"] = STRING
    assert ids(compare(old, new)) == [("response-property-added", "Thing.b", ("thing-show", "thing-list"))]


def test_what_an_allof_brings_in_is_told_once_as_well(api: Callable[..., Document]) -> None:
    wider = {"allOf": [ref("Thing"), {"properties": {"value": STRING}}]}
    old = api(response=wider, schemas={"Thing": {"properties": {"a": STRING, "b": {"properties": {"c": STRING}}}}})
    old["paths"]["/things"] = listing(wider)
    new = copy.deepcopy(old)
    del new["components"]["schemas"]["Thing"]["properties"]["a"]
    new["components"]["schemas"]["Thing"]["properties"]["b"]["properties"]["c"] = {"type": "integer"}
    both = ("thing-show", "thing-list")
    assert ids(compare(old, new)) == [
        ("response-property-removed", "Thing.a", both),
        ("response-type-changed", "Thing.b.c", both),
    ]


def test_a_property_that_moves_into_a_base_schema_is_no_change(api: Callable[..., Document]) -> None:
    old = api(
        response={"allOf": [ref("Base"), {"properties": {"a": STRING}}]},
        schemas={"Base": {"properties": {"b": STRING}}},
    )
    new = api(response={"allOf": [ref("Base")]}, schemas={"Base": {"properties": {"a": STRING, "b": STRING}}})
    assert compare(old, new) == []


def test_a_schema_that_holds_itself_is_compared_to_its_end(api: Callable[..., Document]) -> None:
    tree = {
        "properties": {"name": STRING, "left": ref("Tree"), "right": {"allOf": [ref("Tree"), {"minProperties": 1}]}}
    }
    old = api(response=ref("Tree"), schemas={"Tree": tree})
    new = copy.deepcopy(old)
    new["components"]["schemas"]["Tree"]["properties"]["name"] = {"type": "integer"}
    assert ids(compare(old, new)) == [("response-type-changed", "Tree.name", ("thing-show",))]
    assert compare(old, old) == []


def test_a_schema_is_judged_apart_as_request_and_as_response(api: Callable[..., Document]) -> None:
    old = api(request=ref("Thing"), response=ref("Thing"), schemas={"Thing": {"properties": {"a": STRING}}})
    new = copy.deepcopy(old)
    new["components"]["schemas"]["Thing"]["required"] = ["a"]
    assert {change.rule.id: change.level.value for change in compare(old, new)} == {
        "request-property-became-required": "breaking",
        "response-property-became-required": "info",
    }


def test_becoming_optional_and_nullable_at_once_is_one_change_for_a_reader(api: Callable[..., Document]) -> None:
    old = {"type": "object", "properties": {"a": STRING}, "required": ["a"]}
    new = {"type": "object", "properties": {"a": {"type": ["string", "null"]}}}
    assert [c.rule.id for c in compare(api(response=old), api(response=new))] == ["response-property-became-optional"]
    assert [c.rule.id for c in compare(api(response=new), api(response=old))] == ["response-property-became-required"]
    assert [c.rule.id for c in compare(api(request=old), api(request=new))] == [
        "request-became-nullable",
        "request-property-became-optional",
    ]


def test_a_renamed_schema_of_the_same_shape_breaks_nothing(api: Callable[..., Document]) -> None:
    old = api(response=ref("v0.Thing"), schemas={"v0.Thing": {"properties": {"next": ref("v0.Thing")}}})
    new = api(response=ref("v1.Thing"), schemas={"v1.Thing": {"properties": {"next": ref("v1.Thing")}}})
    (change,) = compare(old, new)
    assert (change.rule.id, change.level.value, change.old) == ("schema-renamed", "info", "v0.Thing")


def test_an_operation_follows_its_id_rather_than_its_path(api: Callable[..., Document]) -> None:
    old = api()
    new = api(path="/all-things/{slug}")
    new["paths"]["/things/{slug}"] = {"get": {"operationId": "thing-peek", "responses": {}}}
    assert [(change.rule.id, change.subject) for change in compare(old, new)] == [
        ("operation-moved", "thing-show"),
        ("operation-added", "thing-peek"),
    ]


def test_swagger_and_openapi_of_the_same_api_are_the_same() -> None:
    thing = {"type": "object", "properties": {"a": {**STRING, "x-nullable": True}, "b": {"type": "integer"}}}
    swagger = {
        "swagger": "2.0",
        "schemes": ["https"],
        "host": "api.example.com",
        "basePath": "/v1/",
        "securityDefinitions": {"basic": {"type": "basic"}, "t": {"type": "apiKey", "in": "header", "name": "A"}},
        "paths": {
            "/things/{slug}": {
                "parameters": [{"name": "slug", "in": "path", "required": True, "type": "string"}],
                "post": {
                    "operationId": "thing-create",
                    "consumes": ["application/json"],
                    "produces": ["application/json"],
                    "security": [{"t": []}],
                    "parameters": [
                        {"name": "tags", "in": "query", "type": "array", "items": STRING},
                        {"name": "limit", "in": "query", "type": "integer", "maximum": 5, "exclusiveMaximum": True},
                        {"name": "thing", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Thing"}},
                    ],
                    "responses": {"201": {"schema": {"$ref": "#/definitions/Thing"}}, "404": {"description": ""}},
                },
            },
            "/files": {
                "post": {
                    "operationId": "file-create",
                    "parameters": [{"name": "file", "in": "formData", "type": "string", "required": True}],
                    "responses": {"204": {"description": ""}},
                }
            },
        },
        "definitions": {"Thing": thing},
    }
    nullable = copy.deepcopy(thing)
    nullable["properties"]["a"] = {"type": ["string", "null"]}
    json_thing = {"content": {"application/json": {"schema": ref("Thing")}}}
    form = {"type": "object", "properties": {"file": STRING}, "required": ["file"]}
    openapi = {
        "openapi": "3.1.0",
        "servers": [{"url": "https://{host}/v1", "variables": {"host": {"default": "api.example.com"}}}],
        "paths": {
            "/things/{slug}": {
                "post": {
                    "operationId": "thing-create",
                    "security": [{"t": []}],
                    "parameters": [
                        {"$ref": "#/components/parameters/slug"},
                        {"name": "tags", "in": "query", "explode": False, "schema": {"type": "array", "items": STRING}},
                        {"name": "limit", "in": "query", "schema": {"type": "integer", "exclusiveMaximum": 5}},
                    ],
                    "requestBody": {"required": True, **json_thing},
                    "responses": {"201": json_thing, "404": {"description": "not there"}},
                }
            },
            "/files": {
                "post": {
                    "operationId": "file-create",
                    "requestBody": {
                        "required": True,
                        "content": {"application/x-www-form-urlencoded": {"schema": form}},
                    },
                    "responses": {"204": {"description": "done"}},
                }
            },
        },
        "components": {
            "schemas": {"Thing": nullable},
            "parameters": {"slug": {"name": "slug", "in": "path", "required": True, "schema": STRING}},
            "securitySchemes": {
                "basic": {"type": "http", "scheme": "basic"},
                "t": {"type": "apiKey", "in": "header", "name": "A", "description": "words"},
            },
        },
    }
    assert compare(swagger, openapi) == []
    assert compare(openapi, swagger) == []


def test_go_structs_that_leaked_into_old_documents_are_plain_nullable_values(api: Callable[..., Document]) -> None:
    struct = {"type": "object", "properties": {"string": STRING, "valid": {"type": "boolean"}}}
    old = api(response={"properties": {"tag": ref("nulls.String")}}, schemas={"nulls.String": struct})
    inline = api(response={"properties": {"tag": struct}})
    new = api(response={"properties": {"tag": {"type": ["string", "null"]}}})
    assert compare(old, new) == compare(inline, new) == compare(old, inline) == []

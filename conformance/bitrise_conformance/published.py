"""Reads Bitrise's own Swagger 2.0 document as OpenAPI 3, for the second verdict (``--against published``).

Only what the checks ask for is carried over; nothing is corrected, so a verdict against it is a verdict
against Bitrise's word.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_SCHEMA_KEYS = (
    "type", "format", "items", "enum", "default", "minimum", "maximum", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
)  # fmt: skip


def as_openapi3(document: Mapping[str, Any]) -> dict[str, Any]:
    """A Swagger 2.0 document in the shape of OpenAPI 3; an OpenAPI 3 document comes back as it is."""
    if "openapi" in document:
        return dict(document)
    default_in = document.get("consumes", ["application/json"])
    default_out = document.get("produces", ["application/json"])
    paths: dict[str, Any] = {}
    for path, item in document.get("paths", {}).items():
        shared = item.get("parameters", [])
        paths[path] = {
            method: _operation(definition, shared, default_in, default_out)
            for method, definition in item.items()
            if method in METHODS
        }
    result = {
        "openapi": "3.1.0",
        "info": document.get("info", {}),
        "paths": paths,
        "components": {
            "schemas": document.get("definitions", {}),
            "securitySchemes": document.get("securityDefinitions", {}),
        },
        "security": document.get("security", []),
    }
    renamed: dict[str, Any] = _rename(result)
    return renamed


def _operation(
    definition: Mapping[str, Any], shared: list[Any], default_in: list[str], default_out: list[str]
) -> dict[str, Any]:
    kinds = definition.get("consumes", default_in)
    produces = definition.get("produces", default_out)
    result: dict[str, Any] = {"operationId": definition.get("operationId"), "parameters": []}
    if "security" in definition:
        result["security"] = definition["security"]
    for parameter in (*shared, *definition.get("parameters", ())):
        if parameter.get("in") == "body":
            schema = parameter.get("schema", {})
            result["requestBody"] = {
                "required": parameter.get("required", False),
                "content": {kind: {"schema": schema} for kind in kinds},
            }
        elif parameter.get("in") != "formData":
            schema = {key: parameter[key] for key in _SCHEMA_KEYS if key in parameter}
            kept = {key: value for key, value in parameter.items() if key in ("name", "in", "required")}
            result["parameters"].append({**kept, "schema": schema})
    result["responses"] = {
        status: {
            "description": "",
            **({"content": {kind: {"schema": r["schema"]} for kind in produces}} if "schema" in r else {}),
        }
        for status, r in definition.get("responses", {}).items()
    }
    return result


def _rename(item: Any) -> Any:
    if isinstance(item, dict):
        return {
            key: value.replace("#/definitions/", "#/components/schemas/")
            if key == "$ref" and isinstance(value, str)
            else _rename(value)
            for key, value in item.items()
        }
    if isinstance(item, list):
        return [_rename(value) for value in item]
    return item

"""The null rule: in an answer, a property that is not required may be null.

Source: Bitrise's own output schemas (bitrise-io/bitrise-mcp, internal/tool/outputschema) say so of the whole API.
"""

from collections.abc import Iterator
from typing import Any


def allow_nulls(document: dict[str, Any]) -> None:
    """Make every property of an answer nullable, in place, unless its schema requires it."""
    seen: set[int] = set()
    for schema in _answer_schemas(document):
        _walk(document, schema, seen)


def nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, admitting null as well."""
    if set(schema) <= {"description"} or _admits_null(schema):
        return schema
    if isinstance(schema.get("type"), str) and "allOf" not in schema:
        widened = {**schema, "type": [schema["type"], "null"]}
        if "enum" in schema:
            widened["enum"] = [*schema["enum"], None]
        return widened
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return {**schema, union: [*schema[union], {"type": "null"}]}
    words = {key: schema[key] for key in schema if key == "description" or key.startswith("x-")}
    rest = {key: value for key, value in schema.items() if key not in words}
    return {"anyOf": [rest, {"type": "null"}], **words}


def _admits_null(schema: dict[str, Any]) -> bool:
    if "null" in schema.get("type", []) and isinstance(schema["type"], list):
        return True
    if schema.get("type") == "null":
        return True
    return any(_admits_null(branch) for union in ("anyOf", "oneOf") for branch in schema.get(union, []))


def _answer_schemas(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        for operation in item.values():
            if not isinstance(operation, dict):
                continue
            for response in operation.get("responses", {}).values():
                for media in response.get("content", {}).values():
                    if "schema" in media:
                        yield media["schema"]
    for response in document.get("components", {}).get("responses", {}).values():
        for media in response.get("content", {}).values():
            if "schema" in media:
                yield media["schema"]


def _walk(document: dict[str, Any], schema: Any, seen: set[int]) -> None:
    if not isinstance(schema, dict) or id(schema) in seen:
        return
    seen.add(id(schema))
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        _walk(document, document["components"]["schemas"].get(name), seen)
    properties = schema.get("properties", {})
    for name in list(properties):
        _walk(document, properties[name], seen)
        if name not in schema.get("required", []):
            properties[name] = nullable(properties[name])
            seen.add(id(properties[name]))
    for key in ("items", "additionalProperties", "not"):
        _walk(document, schema.get(key), seen)
    for key in ("allOf", "anyOf", "oneOf", "prefixItems"):
        for branch in schema.get(key, []):
            _walk(document, branch, seen)

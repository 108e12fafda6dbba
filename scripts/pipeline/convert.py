"""Swagger 2.0 to OpenAPI 3.1. A construct that is not known here is refused by name, never dropped."""

from collections.abc import Mapping
from typing import Any

from pipeline.errors import DocumentError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")

ROOT = {"swagger", "info", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions",
        "parameters", "responses", "securityDefinitions", "security", "tags"}  # fmt: skip
OPERATION = {
    "tags",
    "operationId",
    "consumes",
    "produces",
    "parameters",
    "responses",
    "deprecated",
    "security",
}
PARAMETER = {"name", "in", "required", "collectionFormat", "allowEmptyValue"}
COPIED = {"type", "format", "default", "enum", "minimum", "maximum", "multipleOf", "minLength", "maxLength",
          "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "required",
          "readOnly"}  # fmt: skip
BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
STYLES: dict[str, dict[str, Any]] = {
    "csv": {"style": "form", "explode": False},
    "multi": {"style": "form", "explode": True},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
}


def to_openapi(document: Mapping[str, Any]) -> dict[str, Any]:
    """The OpenAPI 3.1 document that says what a Swagger 2.0 one says.

    Raises DocumentError naming the place and the construct that cannot be carried over.
    """
    if document.get("swagger") != "2.0":
        found = document.get("swagger") or document.get("openapi") or "no version"
        raise DocumentError(f"the document is {found}, not Swagger 2.0")
    _known(document, ROOT, "the document")
    defaults = {key: document.get(key, ["application/json"]) for key in ("consumes", "produces")}
    info = document.get("info", {})
    converted: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {**info, "title": info.get("title", ""), "version": str(info.get("version", ""))},
        "servers": _servers(document),
        "paths": {path: _path_item(path, item, document, defaults) for path, item in document["paths"].items()},
        "components": {
            "schemas": {
                name: _schema(schema, f"definitions.{name}") for name, schema in document.get("definitions", {}).items()
            },
            "securitySchemes": {
                name: _security_scheme(scheme, name) for name, scheme in document.get("securityDefinitions", {}).items()
            },
        },
    }
    converted.update({key: document[key] for key in ("security", "tags") if key in document})
    return converted


def _servers(document: Mapping[str, Any]) -> list[dict[str, str]]:
    host = document.get("host")
    if not host:
        return [{"url": document.get("basePath", "/")}]
    schemes = document.get("schemes", ["https"])
    return [{"url": f"{scheme}://{host}{document.get('basePath', '')}"} for scheme in schemes]


def _path_item(path: str, item: Any, document: Mapping[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    _known(item, {*METHODS, "parameters"}, path)
    shared = item.get("parameters", [])
    return {
        method: _operation(item[method], f"{method.upper()} {path}", shared, document, defaults)
        for method in METHODS
        if method in item
    }


def _operation(
    operation: Any, where: str, shared: list[Any], document: Mapping[str, Any], defaults: dict[str, Any]
) -> dict[str, Any]:
    _known(operation, OPERATION, where)
    parameters = [_resolved(p, document, "parameters", where) for p in [*operation.get("parameters", []), *shared]]
    own = {(p.get("name"), p.get("in")): p for p in reversed(parameters)}
    parameters = [p for p in parameters if own[p.get("name"), p.get("in")] is p]
    bodies = [p for p in parameters if p.get("in") == "body"]
    if len(bodies) > 1:
        raise DocumentError(f"{where} has {len(bodies)} body parameters, one is allowed")
    kept = {key: operation[key] for key in operation if key not in ("consumes", "produces", "parameters", "responses")}
    converted: dict[str, Any] = {
        **kept,
        "responses": {
            status: _response(_resolved(response, document, "responses", where), f"{where} {status}",
                              operation.get("produces", defaults["produces"]))
            for status, response in operation.get("responses", {}).items()
        },
    }  # fmt: skip
    if others := [_parameter(p, where) for p in parameters if p.get("in") != "body"]:
        converted["parameters"] = others
    if bodies:
        _known(bodies[0], {"name", "in", "required", "schema"}, f"{where} body")
        schema = _schema(bodies[0].get("schema", {}), f"{where} body")
        converted["requestBody"] = {
            "required": bool(bodies[0].get("required")),
            "content": {media: {"schema": schema} for media in operation.get("consumes", defaults["consumes"])},
        }
    return converted


def _resolved(node: Any, document: Mapping[str, Any], section: str, where: str) -> dict[str, Any]:
    if not isinstance(node, Mapping):
        raise DocumentError(f"{where} has a {type(node).__name__} in {section}")
    if "$ref" not in node:
        return dict(node)
    prefix, _, name = str(node["$ref"]).rpartition("/")
    target = document.get(section, {}).get(name) if prefix == f"#/{section}" else None
    if not isinstance(target, Mapping):
        raise DocumentError(f"{where} refers to {node['$ref']}, which is not in the document")
    return dict(target)


def _parameter(parameter: dict[str, Any], where: str) -> dict[str, Any]:
    place = f"{where} parameter {parameter.get('name')}"
    location = parameter.get("in")
    if location not in ("query", "path", "header"):
        raise DocumentError(f"{place}: parameters in {location!r} cannot be converted")
    schema = {key: value for key, value in parameter.items() if key not in PARAMETER and not _is_vendor(key)}
    converted = {
        "name": parameter["name"],
        "in": location,
        **({"required": True} if parameter.get("required") or location == "path" else {}),
        **{key: value for key, value in parameter.items() if _is_vendor(key)},
        "schema": _schema(schema, place),
    }
    if schema.get("type") == "array":
        style = parameter.get("collectionFormat", "csv")
        if style not in STYLES or (location != "query" and style != "csv"):
            raise DocumentError(f"{place}: collectionFormat {style!r} cannot be converted")
        converted.update(STYLES[style] if location == "query" else {"style": "simple"})
    return converted


def _response(response: dict[str, Any], where: str, produces: list[str]) -> dict[str, Any]:
    _known(response, {"schema", "headers"}, where)
    converted: dict[str, Any] = {"description": ""}
    if "schema" in response:
        schema = _schema(response["schema"], where)
        converted["content"] = {media: {"schema": schema} for media in produces}
    if "headers" in response:
        converted["headers"] = {
            name: {"schema": _schema(header, f"{where} header {name}")} for name, header in response["headers"].items()
        }
    return converted


def _schema(schema: Any, where: str) -> dict[str, Any]:
    if not isinstance(schema, Mapping):
        raise DocumentError(f"{where}: a {type(schema).__name__} stands where a schema should")
    converted: dict[str, Any] = {}
    for key, value in schema.items():
        if key == "$ref":
            converted[key] = str(value).replace("#/definitions/", "#/components/schemas/", 1)
        elif key == "properties":
            converted[key] = {name: _schema(item, f"{where}.{name}") for name, item in value.items()}
        elif key == "items" or (key == "additionalProperties" and not isinstance(value, bool)):
            converted[key] = _schema(value, f"{where}.{key}")
        elif key == "allOf":
            converted[key] = [_schema(item, f"{where}.allOf") for item in value]
        elif key in BOUNDS:
            if value:
                converted[key] = schema.get(BOUNDS[key])
        elif key == "x-nullable":
            pass  # below, once the type is known
        elif key in COPIED or key == "additionalProperties" or _is_vendor(key):
            converted[key] = value
        else:
            raise DocumentError(f"{where}: {key!r} cannot be converted")
    for exclusive, bound in BOUNDS.items():
        if exclusive in converted:
            converted.pop(bound, None)
    if schema.get("type") == "file":
        converted |= {"type": "string", "format": "binary"}
    if schema.get("x-nullable") is True:
        converted = (
            {**converted, "type": [converted["type"], "null"]}
            if "type" in converted
            else {"anyOf": [converted, {"type": "null"}]}
        )
    return converted


def _security_scheme(scheme: Any, name: str) -> dict[str, Any]:
    kind = scheme.get("type")
    if kind == "apiKey":
        _known(scheme, {"type", "name", "in"}, f"securityDefinitions.{name}")
        return dict(scheme)
    if kind == "basic":
        return {"type": "http", "scheme": "basic"}
    raise DocumentError(f"securityDefinitions.{name}: type {kind!r} cannot be converted")


def _known(node: Any, allowed: set[str], where: str) -> None:
    if not isinstance(node, Mapping):
        raise DocumentError(f"{where} is a {type(node).__name__}, not an object")
    for key in node:
        if key not in allowed and not _is_vendor(key):
            raise DocumentError(f"{where}: {key!r} cannot be converted")


def _is_vendor(key: str) -> bool:
    return key.startswith("x-")

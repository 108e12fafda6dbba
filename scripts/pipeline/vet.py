"""The published document is untrusted input: it is checked here before anything of it becomes a path or code."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.convert import METHODS
from pipeline.errors import DocumentError

MAX_DEPTH = 64
MAX_NODES = 500_000
MAX_OPERATIONS = 2_000
MAX_TEXT = 1_000

SCHEMA_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,127}")
OPERATION_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,127}")
FIELD_NAME = re.compile(r"[A-Za-z_$@][A-Za-z0-9_$@.:\[\]-]{0,127}")
PATH = re.compile(r"(/([A-Za-z0-9._~@:-]+|\{[A-Za-z][A-Za-z0-9_-]{0,63}\}))+/?|/")
PLACEHOLDER = re.compile(r"\{([^}]*)\}")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


def vet(document: Mapping[str, Any]) -> None:
    """Raise DocumentError, naming the place, unless a Swagger 2.0 document is safe and sound to work on."""
    _sizes(document)
    if document.get("swagger") != "2.0":
        found = document.get("swagger") or document.get("openapi")
        raise DocumentError(
            f"the document is version {found}, not Swagger 2.0"
            if found
            else "the document is no API description: it has no 'swagger' version"
        )
    definitions = _section(document, "definitions")
    for name in definitions:
        _matches(SCHEMA_NAME, name, "definitions")
    seen: dict[str, str] = {}
    for path, item in _section(document, "paths", required=True).items():
        _matches(PATH, path, "paths")
        if not isinstance(item, Mapping):
            raise DocumentError(f"{path} is a {type(item).__name__}, not an object")
        for method in METHODS:
            if method in item:
                _operation(f"{method.upper()} {path}", path, item, method, seen)
    if not seen:
        raise DocumentError("the document describes no operation")
    if len(seen) > MAX_OPERATIONS:
        raise DocumentError(f"the document describes {len(seen)} operations, more than {MAX_OPERATIONS}")
    _schemas(document, definitions)


def _sizes(document: Mapping[str, Any]) -> None:
    stack: list[tuple[Any, int]] = [(document, 0)]
    nodes = 0
    while stack:
        node, depth = stack.pop()
        nodes += 1
        if depth > MAX_DEPTH:
            raise DocumentError(f"the document is nested more than {MAX_DEPTH} levels deep")
        if nodes > MAX_NODES:
            raise DocumentError(f"the document has more than {MAX_NODES:,} values")
        if isinstance(node, Mapping):
            for key in node:
                if not isinstance(key, str):
                    raise DocumentError(f"the name {key!r} is a {type(key).__name__}, not text")
            stack.extend((value, depth + 1) for value in node.values())
        elif isinstance(node, list):
            stack.extend((value, depth + 1) for value in node)
        elif not isinstance(node, str | int | float | bool | None):
            raise DocumentError(f"a {type(node).__name__} stands in the document where JSON should")


def _section(document: Mapping[str, Any], name: str, *, required: bool = False) -> Mapping[str, Any]:
    section = document.get(name, None if required else {})
    if not isinstance(section, Mapping):
        raise DocumentError(f"the document has no usable {name!r} section")
    return section


def _operation(where: str, path: str, item: Mapping[str, Any], method: str, seen: dict[str, str]) -> None:
    operation = item[method]
    if not isinstance(operation, Mapping):
        raise DocumentError(f"{where} is a {type(operation).__name__}, not an object")
    operation_id = operation.get("operationId")
    if not isinstance(operation_id, str):
        raise DocumentError(f"{where} has no operationId")
    _matches(OPERATION_ID, operation_id, where)
    if operation_id in seen:
        raise DocumentError(f"operationId {operation_id!r} stands twice: {seen[operation_id]} and {where}")
    seen[operation_id] = where
    for tag in _list(operation, "tags", where):
        _text(tag, f"{where} tags")
    for media in [*_list(operation, "consumes", where), *_list(operation, "produces", where)]:
        _text(media, where)
    declared = set()
    for parameter in [*_list(operation, "parameters", where), *_list(item, "parameters", where)]:
        if not isinstance(parameter, Mapping):
            raise DocumentError(f"{where} has a parameter that is no object")
        if "$ref" in parameter:
            continue
        if not isinstance(parameter.get("name"), str):
            raise DocumentError(f"{where} has a parameter without a name")
        _matches(FIELD_NAME, parameter["name"], f"{where} parameters")
        if parameter.get("in") == "path":
            declared.add(parameter["name"])
    if missing := set(PLACEHOLDER.findall(path)) ^ declared:
        raise DocumentError(f"{where}: path and parameters do not agree on {sorted(missing)[0]!r}")
    responses = operation.get("responses")
    if not isinstance(responses, Mapping) or not responses:
        raise DocumentError(f"{where} has no responses")
    for status in responses:
        if not re.fullmatch(r"[1-5]\d\d|default|x-.*", str(status)):
            raise DocumentError(f"{where}: {status!r} is no response status")


def _schemas(document: Mapping[str, Any], definitions: Mapping[str, Any]) -> None:
    for where, key, value in _walk(document, "document", in_names=False):
        if key == "$ref":
            if not isinstance(value, str) or not value.startswith("#/"):
                raise DocumentError(f"{where} refers to {value!r}, outside the document: refused")
            if value.startswith("#/definitions/") and value.removeprefix("#/definitions/") not in definitions:
                raise DocumentError(f"{where} refers to {value}, which is not in the document")
        elif key == "properties" and isinstance(value, Mapping):
            for name in value:
                _matches(FIELD_NAME, name, where)
        elif key == "enum":
            if not isinstance(value, list) or not value:
                raise DocumentError(f"{where}: an enum is not a list of values")
            for item in value:
                if isinstance(item, str):
                    _text(item, f"{where} enum")
                elif isinstance(item, list | Mapping):
                    raise DocumentError(f"{where}: an enum holds a {type(item).__name__}")
        elif key == "pattern":
            _pattern(value, where)


def _walk(node: Any, where: str, *, in_names: bool) -> Iterator[tuple[str, str, Any]]:
    """Every keyword with its value, skipping names that only look like keywords."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            place = f"{where}.{key}"
            if not in_names:
                yield where, key, value
                if key in ("enum", "default", "example", "required"):
                    continue
            yield from _walk(value, place, in_names=not in_names and key in ("properties", "definitions"))
    elif isinstance(node, list):
        for item in node:
            yield from _walk(item, where, in_names=False)


def _pattern(value: Any, where: str) -> None:
    try:
        re.compile(_text(value, where))
    except re.error as error:
        raise DocumentError(f"{where}: the pattern {value!r} is none: {error}") from None


def _list(node: Mapping[str, Any], key: str, where: str) -> list[Any]:
    value = node.get(key, [])
    if not isinstance(value, list):
        raise DocumentError(f"{where}: {key} is a {type(value).__name__}, not a list")
    return value


def _matches(pattern: re.Pattern[str], name: str, where: str) -> None:
    if not pattern.fullmatch(name):
        raise DocumentError(f"{where}: the name {name[:80]!r} is not one that can be used")


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT or CONTROL.search(value):
        raise DocumentError(f"{where}: {str(value)[:80]!r} is not one line of text")
    return value

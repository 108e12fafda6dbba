"""Answers that were seen are what the contract allows, and the client reads them whole; broken ones are neither."""

import copy
import importlib
import re
import types
import typing
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
import yaml

from bitrise_api.types import Model

DESCRIBED = yaml.safe_load((Path(__file__).parent / "described.yaml").read_text("utf-8"))
Place = tuple[Any, ...]
FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("date-time")
def _is_moment(value: Any) -> bool:
    """RFC 3339 with none to six digits of a second's fraction."""
    if not isinstance(value, str):
        return True
    return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", value) is not None


def test_an_answer_that_was_seen_is_allowed(seen, answer_schema):
    assert _violations(answer_schema(seen.operation, seen.status), seen.body) == []


def test_the_client_reads_it_true_to_its_types_and_gives_it_back(seen, operations):
    if not seen.status.startswith("2") or isinstance(seen.body, str):
        pytest.skip("errors are raised and texts returned as they are")
    operation = operations[seen.operation]
    parse = _module(operation).parse
    parsed = parse(copy.deepcopy(seen.body))
    assert _untrue(parsed, typing.get_type_hints(parse)["return"], seen.operation) == []
    assert _without_nulls(_dumped(parsed)) == _without_nulls(seen.body)


def test_an_answer_without_a_required_field_is_refused(seen, answer_schema, resolve):
    schema = answer_schema(seen.operation, seen.status)
    for place in _required_places(resolve, schema, seen.body):
        broken = copy.deepcopy(seen.body)
        parent = _at(broken, place[:-1])
        del parent[place[-1]]
        assert _violations(schema, broken), f"{place} can be left out"
        parent[place[-1]] = None
        assert _violations(schema, broken), f"{place} can be null"


@pytest.mark.parametrize(("operation", "status", "body"), DESCRIBED["allowed"].values(), ids=list(DESCRIBED["allowed"]))
def test_an_answer_known_in_words_is_allowed_and_read(operation, status, body, answer_schema, operations):
    assert _violations(answer_schema(operation, str(status)), body) == []
    if status < 300:
        parsed = _module(operations[operation]).parse(copy.deepcopy(body))
        assert _without_nulls(_dumped(parsed)) == _without_nulls(body)


@pytest.mark.parametrize(("operation", "status", "body"), DESCRIBED["refused"].values(), ids=list(DESCRIBED["refused"]))
def test_what_the_api_is_not_known_to_answer_is_refused(operation, status, body, answer_schema):
    assert len(_violations(answer_schema(operation, str(status)), body)) == 1


def test_moments_for_none_read_as_none(operations):
    log = _module(operations["build-log"]).parse(
        {"log_chunks": [], "is_archived": True, "next_after_timestamp": "0001-01-01T00:00:00Z"}
    )
    assert log.next_after_timestamp is None
    assert log.to_dict().get("next_after_timestamp") in ("0001-01-01T00:00:00Z", None)


def _module(operation: dict[str, Any]) -> Any:
    tag, name = (re.sub(r"\W+", "_", text) for text in (operation["tags"][0], operation["operationId"]))
    return importlib.import_module(f"bitrise_api.api.{tag}.{name}")


def _violations(schema: dict[str, Any], body: Any) -> list[str]:
    errors = jsonschema.Draft202012Validator(schema, format_checker=FORMATS).iter_errors(body)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in errors]


def _required_places(resolve: Any, schema: dict[str, Any], body: Any, place: Place = ()) -> list[Place]:
    """Where in `body` stands something that its schema requires."""
    schema = resolve(schema)
    if "anyOf" in schema:
        options = [each for each in schema["anyOf"] if each.get("type") != "null"]
        return _required_places(resolve, options[0], body, place) if len(options) == 1 and body is not None else []
    if isinstance(body, list):
        items = schema.get("items", {})
        return [
            found
            for number, item in enumerate(body[:1])
            for found in _required_places(resolve, items, item, (*place, number))
        ]
    if not isinstance(body, dict):
        return []
    inner = [
        found
        for key, each in schema.get("properties", {}).items()
        if key in body
        for found in _required_places(resolve, each, body[key], (*place, key))
    ]
    return inner + [(*place, key) for key in schema.get("required", [])]


def _at(body: Any, place: tuple[Any, ...]) -> Any:
    for step in place:
        body = body[step]
    return body


def _dumped(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [_dumped(each) for each in value]
    return {key: _dumped(each) for key, each in value.items()} if isinstance(value, dict) else value


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(each) for key, each in value.items() if each is not None}
    return [_without_nulls(each) for each in value] if isinstance(value, list) else value


def _untrue(value: Any, hint: Any, where: str) -> list[str]:
    """Where a value is not what its annotation says, all the way down."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return []
    if origin in (types.UnionType, typing.Union):
        # A value that an enum names must be that enum's, not left plain beside it.
        for enum in (each for each in arguments if isinstance(each, type) and issubclass(each, Enum)):
            if not isinstance(value, enum) and value in [each.value for each in enum]:
                return [f"{where} is the plain value {value!r} of {enum.__name__}"]
        return min((_untrue(value, each, where) for each in arguments), key=len)
    if origin in (list, dict) and not isinstance(value, origin):
        return [f"{where} is {type(value).__name__}, not {hint}"]
    if origin is list:
        return [line for each in value for line in _untrue(each, arguments[0], f"{where}[]")]
    if origin is dict:
        return [line for each in value.values() for line in _untrue(each, arguments[1], f"{where}{{}}")]
    if not isinstance(value, hint or type(None)) or (hint is int and isinstance(value, bool)):
        return [f"{where} is {type(value).__name__}, not {hint}"]
    if isinstance(value, datetime) and value.utcoffset() is None:
        return [f"{where} has no time zone"]
    if isinstance(value, Model):
        hints = typing.get_type_hints(type(value))
        return [
            line
            for each in attrs.fields(type(value))
            for line in _untrue(getattr(value, each.name), hints[each.name], f"{where}.{each.name}")
        ]
    return []

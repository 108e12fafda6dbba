"""Whatever answer the contract allows is read, true to its types, and comes back from to_dict()."""

import json
import types
import typing
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bitrise_api import models
from bitrise_api.types import Model

QUICK = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
BROKEN = (KeyError, TypeError, ValueError)
MODELS = [getattr(models, name) for name in models.__all__ if issubclass(getattr(models, name), Model)]
COMPONENTS = json.loads((Path(__file__).parents[2] / "spec" / "openapi.json").read_text("utf-8"))["components"][
    "schemas"
]
NAMED = [model for model in MODELS if COMPONENTS.get(model.__name__, {}).get("properties")]
REQUIRING = [
    model for model in MODELS if any(each.init and each.default is attrs.NOTHING for each in attrs.fields(model))
]
HINTS = {model: typing.get_type_hints(model) for model in MODELS}


def dumped(value: Any) -> Any:
    """What a parsed answer gives back as JSON."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [dumped(each) for each in value]
    if isinstance(value, dict):
        return {key: dumped(each) for key, each in value.items()}
    return value


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(each) for key, each in value.items() if each is not None}
    return [without_nulls(each) for each in value] if isinstance(value, list) else value


def differences(value: Any, hint: Any, where: str) -> list[str]:
    """Where a value is not what its annotation says, all the way down."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return []
    if origin in (types.UnionType, typing.Union):
        options = [differences(value, each, where) for each in arguments]
        enums = [each for each in arguments if isinstance(each, type) and issubclass(each, Enum)]
        for enum in enums:
            if value in [each.value for each in enum] and not isinstance(value, enum):
                return [f"{where} is the plain value {value!r} of {enum.__name__}"]
        return [] if any(not each for each in options) else min(options, key=len)
    if hint is None or hint is type(None):
        return [] if value is None else [f"{where} is no None"]
    if origin is list:
        if not isinstance(value, list):
            return [f"{where} is no list"]
        return [line for each in value for line in differences(each, arguments[0], f"{where}[]")]
    if origin is dict:
        if not isinstance(value, dict):
            return [f"{where} is no dict"]
        return [line for each in value.values() for line in differences(each, arguments[1], f"{where}{{}}")]
    if hint is int and isinstance(value, bool):
        return [f"{where} is a bool"]
    if not isinstance(value, hint):
        return [f"{where} is a {type(value).__name__}, not a {hint.__name__}"]
    if isinstance(value, datetime) and value.utcoffset() is None:
        return [f"{where} has no time zone"]
    if isinstance(value, Model):
        hints = HINTS[type(value)]
        return [
            line
            for each in attrs.fields(type(value))
            for line in differences(getattr(value, each.name), hints[each.name], f"{where}.{each.name}")
        ]
    return []


def annotation_of(parse: Callable[..., Any]) -> Any:
    return typing.get_type_hints(parse)["return"]


@QUICK
@given(data=st.data())
def test_an_allowed_answer_is_read_true_to_its_types_and_given_back(answering, values, data):
    read_and_given_back(answering, values, data)


@pytest.mark.slow
@settings(QUICK, max_examples=100, derandomize=False, print_blob=True)
@given(data=st.data())
def test_many_allowed_answers_are_read_and_given_back(answering, values, data):
    read_and_given_back(answering, values, data)


def read_and_given_back(answering, values, data):
    answer = data.draw(values().of(data.draw(st.sampled_from(answering.answers))))
    parsed = answering.module.parse(json.loads(json.dumps(answer)))
    assert differences(parsed, annotation_of(answering.module.parse), answering.id) == []
    assert without_nulls(dumped(parsed)) == without_nulls(answer)


@QUICK
@given(data=st.data())
def test_an_unknown_enum_value_is_kept(answering, values, data):
    answer = data.draw(values(extras=False, unknown_enums=True).of(answering.answers[0]))
    assert without_nulls(dumped(answering.module.parse(answer))) == without_nulls(answer)


def test_the_strategies_stay_within_the_contract(contract, operations, values):
    import jsonschema_rs

    @settings(QUICK, max_examples=3)
    @given(data=st.data())
    def check(schema: dict[str, Any], data: st.DataObject) -> None:
        whole = {**schema, "components": contract["components"]}
        validator = jsonschema_rs.Draft202012Validator(whole)
        answer = data.draw(values().of(schema))
        assert [error.message for error in validator.iter_errors(answer)] == []

    for operation in operations[::3]:
        for schema in operation.answers:
            check(schema)


def test_what_is_no_such_answer_is_refused(answering):
    hint = annotation_of(answering.module.parse)
    for wrong in ("text", 3, True, ["x"], {"a": 1}, None):
        try:
            parsed = answering.module.parse(wrong)
        except BROKEN:
            continue
        # What was read all the same is of the type and loses nothing.
        assert differences(parsed, hint, answering.id) == []
        assert without_nulls(dumped(parsed)) == without_nulls(wrong)


@pytest.mark.parametrize("model", NAMED, ids=lambda model: model.__name__)
def test_a_member_of_another_type_is_refused(model, contract, values):
    schema = contract["components"]["schemas"][model.__name__]

    @settings(QUICK, max_examples=1)
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        answer = data.draw(values(extras=False).of(schema))
        for key, each in schema["properties"].items():
            wrong = _another_type(each, contract)
            if wrong is not None:
                with pytest.raises(BROKEN):
                    model.from_dict({**answer, key: wrong})

    check()


def _another_type(schema: dict[str, Any], contract: dict[str, Any]) -> Any:
    """A value of a type that the schema does not have; None when it has them all."""
    kinds: set[str] = set()
    waiting = [schema]
    while waiting:
        each = waiting.pop()
        if "$ref" in each:
            each = contract["components"]["schemas"][each["$ref"].rpartition("/")[2]]
        waiting += [*each.get("anyOf", []), *each.get("oneOf", []), *each.get("allOf", [])]
        listed = each.get("type", [])
        kinds |= set(listed if isinstance(listed, list) else [listed])
    if not kinds:
        return None
    candidates = {"string": "text", "integer": 1.5, "boolean": True, "array": [1], "object": {"a": 1}}
    return next((value for kind, value in candidates.items() if kind not in kinds and kinds - {"null"}), None)


@pytest.mark.parametrize("model", REQUIRING, ids=lambda model: model.__name__)
def test_an_absent_member_that_is_required_is_refused(model):
    with pytest.raises(KeyError):
        model.from_dict({})
    with pytest.raises(TypeError):
        model()

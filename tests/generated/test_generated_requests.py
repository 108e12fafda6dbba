"""Every operation has its method, sync and async, and its request says what the contract says."""

import asyncio
import inspect
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest

from bitrise_api import OPERATIONS, AsyncResources, Resources
from bitrise_api.runtime import Request

AWKWARD = "a/b ?#%é"
SAMPLES = {"integer": 3, "boolean": True, "string": "x", "number": 1.5, "object": {"a": 1}}


class Recorder(Resources):
    """Keeps the request instead of sending it."""

    def __init__(self) -> None:
        self.requests: list[Request] = []

    @property
    def _transport(self) -> Any:
        return self

    def call(self, request: Request, parse: Any) -> Any:
        assert callable(parse)
        self.requests.append(request)

    paginate = call


class AsyncRecorder(AsyncResources):
    def __init__(self) -> None:
        self.requests: list[Request] = []

    @property
    def _transport(self) -> Any:
        return self

    async def call(self, request: Request, parse: Any) -> Any:
        assert callable(parse)
        self.requests.append(request)

    def paginate(self, request: Request, parse: Any) -> Any:
        assert callable(parse)
        self.requests.append(request)


def sample(schema: dict[str, Any]) -> Any:
    if "enum" in schema:
        return next(value for value in schema["enum"] if value is not None)
    if schema.get("format") == "date-time":
        return datetime(2026, 8, 19, 12, tzinfo=UTC)
    if schema.get("type") == "array":
        return [sample(schema["items"]), sample(schema["items"])]
    return SAMPLES.get(schema.get("type", "object"), {"a": 1})


def python_name(name: str) -> str:
    return name.replace("-", "_")


def arguments(operation: Any) -> tuple[list[Any], dict[str, Any]]:
    positional = [AWKWARD for each in operation.path.split("/") if each.startswith("{")]
    keywords = {
        python_name(each["name"]): sample(each["schema"]) for each in operation.parameters if each["in"] == "query"
    }
    if "requestBody" in operation.raw:
        keywords["body"] = {"a": None, "b": [1]}
    return positional, keywords


def method(owner: Any, operation: Any) -> Any:
    resource, name = OPERATIONS[operation.id].split(".")
    return getattr(getattr(owner, resource), name)


def test_operations_map_is_the_contracts(operations):
    assert set(OPERATIONS) == {each.id for each in operations}
    for each in operations:
        resource, name = OPERATIONS[each.id].split(".")
        assert (resource, name.removesuffix("_")) == (each.raw["x-bitrise-resource"], each.raw["x-bitrise-method"])


def test_the_request_says_what_the_contract_says(operation):
    recorder = Recorder()
    positional, keywords = arguments(operation)
    method(recorder, operation)(*positional, **keywords)
    (request,) = recorder.requests
    assert (request.operation, request.method) == (operation.id, operation.verb.upper())
    assert request.template == operation.path
    parts = [quote(AWKWARD, safe="") if each.startswith("{") else each for each in operation.path.split("/")]
    assert request.path == "/".join(parts)
    wanted = {each["name"] for each in operation.parameters if each["in"] == "query"}
    assert set(request.params or {}) == wanted
    for each in operation.parameters:
        if each["in"] == "query":
            given, told = (request.params or {})[each["name"]], sample(each["schema"])
            if isinstance(told, list) and each.get("explode") is False:
                assert given == ",".join(map(str, told))
            elif isinstance(told, datetime):
                assert given == "2026-08-19T12:00:00Z"
            else:
                assert given == told
    assert request.json == keywords.get("body")
    assert bool(request.pagination) is ("x-bitrise-pagination" in operation.raw)
    if request.pagination:
        told = operation.raw["x-bitrise-pagination"]
        assert {key: getattr(request.pagination, key) for key in told} == told


def test_async_is_the_same(operation):
    async def ask() -> Request:
        recorder = AsyncRecorder()
        positional, keywords = arguments(operation)
        asked = method(recorder, operation)(*positional, **keywords)
        if inspect.isawaitable(asked):
            await asked
        return recorder.requests[0]

    recorder = Recorder()
    positional, keywords = arguments(operation)
    method(recorder, operation)(*positional, **keywords)
    assert asyncio.run(ask()) == recorder.requests[0]


def test_sync_and_async_have_the_same_signature(operation):
    one, other = method(Recorder(), operation), method(AsyncRecorder(), operation)
    assert inspect.signature(one).parameters == inspect.signature(other).parameters
    paginated = "x-bitrise-pagination" in operation.raw
    assert inspect.iscoroutinefunction(other) is not paginated
    returned = inspect.signature(one).return_annotation
    assert inspect.signature(other).return_annotation == (f"Async{returned}" if paginated else returned)
    assert (str(returned).startswith("Pager[")) is paginated


def test_arguments_not_given_are_not_sent(operation):
    recorder = Recorder()
    positional, keywords = arguments(operation)
    required = {
        name: value
        for name, value in keywords.items()
        if inspect.signature(method(recorder, operation)).parameters[name].default is inspect.Parameter.empty
    }
    method(recorder, operation)(*positional, **required)
    (request,) = recorder.requests
    told = {
        python_name(each["name"]) for each in operation.parameters if each["in"] == "query" and each.get("required")
    }
    assert {python_name(name) for name in request.params or {}} == told
    assert ("body" in required) is bool(operation.raw.get("requestBody", {}).get("required"))


@pytest.mark.parametrize("value", ["", ".", "..", None])
def test_a_path_parameter_that_would_name_another_path_is_refused(value):
    with pytest.raises(ValueError, match="build_slug must not be"):
        Recorder().builds.get("app", value)


def test_a_text_body_goes_as_text():
    recorder = Recorder()
    recorder.bitrise_yml.validate(body="format_version: '13'")
    (request,) = recorder.requests
    assert request.json is None
    assert request.content == "format_version: '13'"
    assert request.content_type == "application/yaml"


def test_a_path_parameter_is_no_keyword():
    with pytest.raises(TypeError):
        Recorder().builds.get(app_slug="a", build_slug="b")


def test_requests_are_values():
    recorder = Recorder()
    recorder.apps.list(limit=3)
    recorder.apps.list(limit=3)
    assert recorder.requests[0] == recorder.requests[1]
    with pytest.raises(AttributeError):
        recorder.requests[0].path = "/elsewhere"


def test_a_body_is_in_no_repr():
    recorder = Recorder()
    recorder.secrets.create("app", body={"name": "KEY", "value": "hunter2"})
    recorder.bitrise_yml.validate(body="hunter2")
    assert "hunter2" not in repr(recorder.requests)

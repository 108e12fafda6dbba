"""From an operation's request to the thing it answers with."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from ._errors import ResponseValidationError, body_value
from ._flow import Answer, Exchange, Flow
from ._retry import redacted_headers, send
from ._settings import Settings

if TYPE_CHECKING:
    from bitrise_api.runtime import Request

loads: Callable[[bytes], Any]
try:
    from orjson import loads
except ImportError:
    from json import loads

T = TypeVar("T")

_ACCEPTED = {
    "json": "application/json",
    "text": "text/plain, application/json;q=0.5",
    "any": "application/json, */*;q=0.5",
    "none": "application/json",
}


def call(request: Request, parse: Callable[[Any], T], settings: Settings) -> Flow[T]:
    """Send an operation's request and read the answer.

    Raises:
        APIStatusError: the answer's status is not 2xx.
        APIConnectionError: no answer came.
        ResponseValidationError: the answer is not what the contract promises.
    """
    exchange = exchange_for(request, settings)
    answer = yield from send(exchange, settings)
    return parsed(exchange, answer, _read(request.accept, exchange, answer, settings), parse, settings)


def exchange_for(request: Request, settings: Settings) -> Exchange:
    """The request as it goes on the wire."""
    headers = {"Accept": _ACCEPTED[request.accept], **(request.headers or {})}
    content: bytes | None = None
    if request.content is not None:
        content = request.content.encode()
        headers["Content-Type"] = request.content_type or "text/plain"
    elif request.json is not None:
        content = json_bytes(request.json)
        headers["Content-Type"] = "application/json"
    return Exchange(
        request.method, settings.base_url + request.path, request.path, request.params or None, headers, content
    )


def json_bytes(value: Any) -> bytes:
    """A value as JSON; what JSON cannot say (NaN, foreign objects) is refused here, before anything is sent."""
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()


def json_value(exchange: Exchange, answer: Answer, settings: Settings) -> Any:
    """The answer's body as JSON, None if it is empty."""
    if not answer.content:
        return None
    for read in (loads, json.loads):  # orjson refuses some of what json reads, such as half of a surrogate pair
        try:
            return read(answer.content)
        except (ValueError, RecursionError):
            continue
    kind = answer.headers.get("content-type", "an unnamed type").partition(";")[0]
    raise invalid(exchange, answer, f"expected JSON, received {kind}", settings)


def parsed(exchange: Exchange, answer: Answer, value: Any, parse: Callable[[Any], T], settings: Settings) -> T:
    """The value as the contract types it."""
    try:
        return parse(value)
    except Exception as error:  # noqa: BLE001 - whatever reading a broken answer raises
        problem = f"{type(error).__name__}: {error}" if value is not None else "the answer is empty"
    del value  # error reporters show the variables of a traceback's frames; it may hold what the error redacts
    raise invalid(exchange, answer, f"the answer does not match the contract ({problem})", settings)


def invalid(exchange: Exchange, answer: Answer, problem: str, settings: Settings) -> ResponseValidationError:
    """The error for a 2xx answer that breaks the contract."""
    redact = settings.credentials.redact
    return ResponseValidationError(
        exchange.method,
        exchange.label,
        answer.status,
        redact(problem),
        headers=redacted_headers(answer.headers, settings),
        content=redact(answer.content),
    )


def json_or_text(content: bytes) -> Any:
    """The JSON value of a body if it is JSON, else its text; None if it is empty."""
    return body_value(content) if content else None


def _read(accept: str, exchange: Exchange, answer: Answer, settings: Settings) -> Any:
    if accept == "json":
        return json_value(exchange, answer, settings)
    if accept == "any":
        return json_or_text(answer.content)
    if accept == "none":
        return None
    if answer.headers.get("content-type", "").startswith("text/html"):
        raise invalid(exchange, answer, "expected plain text, received text/html", settings)
    try:
        return answer.content.decode()
    except UnicodeDecodeError:
        pass
    raise invalid(exchange, answer, "expected UTF-8 text, received other bytes", settings)

"""Between ASGI and the sandbox: reads requests within bounds, carries answers out, with the faults in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import Message, Receive, Scope, Send

from .answers import Answer, Problem
from .call import Call
from .state import State

BASE = "/v0.1"
MAX_BODY = 1024 * 1024
"""Bytes of a request body beyond which the answer is 413."""

BODY_TIMEOUT = 30.0
"""Seconds a client may take to send a body."""

Proceed = Callable[[], Answer]
Fault = Callable[[Call, Proceed], Answer]

_HEADERS = frozenset((b"authorization", b"content-type", b"content-length", b"host", b"range", b"transfer-encoding"))
_SAFE_HOST = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]")


class Dropped(BaseException):
    """The connection ends without an answer, or without the rest of it, on purpose.

    Not an Exception: Starlette would answer 500 in its place.
    """


class Service:
    """An ASGI application that answers one request at a time, through the faults that are on."""

    def __init__(self, state: State, faults: Sequence[Fault]) -> None:
        self.state = state
        self.faults = faults

    def prepare(self, call: Call) -> int:
        """What can be told before the body is read: how many bytes it may have. May raise Problem."""
        return MAX_BODY

    def serve(self, call: Call) -> Answer:
        raise NotImplementedError

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1000})
            return
        call = read_head(self.state, scope)
        try:
            limit = self.prepare(call)
            if call.method not in ("GET", "HEAD") or "content-length" in call.headers:
                call.raw_body = await _read_body(call, receive, limit)
            answer = self._through_faults(call)
        except Problem as problem:
            answer = Answer.of(problem.status, {"message": problem.message}, **problem.headers)
        except ClientDisconnect:
            return
        await deliver(answer, scope, send)

    def _through_faults(self, call: Call) -> Answer:
        with self.state.lock:
            proceed: Proceed = _bind(self.serve, call)
            for fault in self.faults:
                proceed = _bind(fault, call, proceed)
            return proceed()


def read_head(state: State, scope: Scope) -> Call:
    headers = {k.decode("ascii"): v.decode("latin-1") for k, v in scope["headers"] if k in _HEADERS}
    raw = scope.get("raw_path") or scope["path"].encode("utf-8", "surrogateescape")
    path = raw.partition(b"?")[0].decode("latin-1")
    query = scope["query_string"].decode("latin-1")
    return Call(state, scope["method"], path, query, headers, _origin(scope, headers))


async def deliver(answer: Answer, scope: Scope, send: Send) -> None:
    """Send an answer, as far as the faults of the network let it come.

    Raises:
        Dropped: they do not let all of it come.
    """
    if answer.delay:
        await asyncio.sleep(answer.delay)
    if answer.dropped:
        raise Dropped
    await send({"type": "http.response.start", "status": answer.status, "headers": _headers(answer)})
    left = answer.length if answer.cut_after is None else answer.cut_after
    for part in () if scope["method"] == "HEAD" or answer.file is None else answer.file.parts():
        await send({"type": "http.response.body", "body": part[:left], "more_body": True})
        left -= len(part)
        if left < 0:
            raise Dropped
    if answer.cut_after is not None:
        await send({"type": "http.response.body", "body": answer.body[: answer.cut_after], "more_body": True})
        raise Dropped
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else answer.body})


def _headers(answer: Answer) -> list[tuple[bytes, bytes]]:
    headers = []
    if answer.status != 204:
        headers.append((b"content-length", str(answer.length).encode()))
    if answer.media_type is not None:
        charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
        headers.append((b"content-type", f"{answer.media_type}{charset}".encode()))
    headers.extend(
        (name.lower().encode(), value.encode("latin-1", "replace")) for name, value in answer.headers.items()
    )
    return headers


def _origin(scope: Scope, headers: dict[str, str]) -> str:
    """Scheme, host and port under which the client reached the sandbox."""
    host = headers.get("host", "")
    if not host or not _SAFE_HOST.issuperset(host):
        name, port = scope.get("server") or ("localhost", None)
        host = f"{name}:{port}" if port else name
    return f"{scope['scheme']}://{host}"


async def _read_body(call: Call, receive: Receive, limit: int) -> bytes:
    """The whole body.

    Raises:
        Problem: 413, more than the limit, whether announced or not; 408, it took too long to come.
    """
    length = call.headers.get("content-length", "")
    if length.isdigit() and (len(length) > 18 or int(length) > limit):
        raise Problem(413, f"body: larger than {limit} bytes")
    try:
        async with asyncio.timeout(BODY_TIMEOUT):
            return await _collect(receive, limit)
    except TimeoutError:
        raise Problem(408, "body: not received in time") from None


async def _collect(receive: Receive, limit: int) -> bytes:
    message: Message = await receive()
    body = bytearray(message.get("body", b""))
    while message.get("more_body", False):
        message = await receive()
        body += message.get("body", b"")
        if len(body) > limit:
            raise Problem(413, f"body: larger than {limit} bytes")
    if message["type"] == "http.disconnect":
        raise ClientDisconnect
    return bytes(body)


def _bind(function: Callable[..., Answer], *arguments: Any) -> Proceed:
    return lambda: function(*arguments)

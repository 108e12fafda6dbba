"""The ASGI application: the API under ``/v0.1``, the file store under ``/_storage``."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.routing import Mount
from starlette.types import Message, Receive, Scope, Send

from . import generic, life, resources
from .answers import Answer, NotFound, Problem
from .call import HANDLERS, Call, Handler, render
from .contract import Operation
from .files_app import FileStore
from .identity import authenticate
from .state import State
from .storage import PREFIX

BASE = "/v0.1"
MAX_BODY = 1024 * 1024
"""Bytes of a request body beyond which the answer is 413."""

BODY_TIMEOUT = 30.0
"""Seconds a client may take to send a body."""

Proceed = Callable[[], Answer]
Fault = Callable[[Call, Proceed], Answer]

_HEADERS = frozenset((b"authorization", b"content-type", b"content-length", b"host", b"transfer-encoding"))
_SAFE_HOST = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]")
_log = logging.getLogger("bitrise_sandbox")

assert resources.__all__


class Dropped(ConnectionError):
    """The connection ends without an answer, on purpose."""


def build_application(state: State, faults: list[Fault]) -> Starlette:
    routes = [Mount(BASE, app=Api(state, faults)), Mount(PREFIX, app=FileStore(state, faults))]
    application = Starlette(routes=routes)
    application.router.redirect_slashes = False
    return application


class Api:
    def __init__(self, state: State, faults: list[Fault]) -> None:
        self.state = state
        self.faults = faults
        self._handlers: dict[str, Handler | None] = {
            operation.id: HANDLERS.get(operation.id) or generic.handler_of(operation)
            for operation in state.contract.operations.values()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            call = self._read_head(scope)
            if scope["method"] not in ("GET", "HEAD") or "content-length" in call.headers:
                call.raw_body = await _read_body(call, receive)
            answer = self.answer(call)
        except Problem as problem:
            answer = _refusal(None, problem)
        except ClientDisconnect:
            return
        await deliver(answer, scope, send)

    def answer(self, call: Call) -> Answer:
        """The answer to a request, through the faults that are on. Requests are served one at a time."""
        with self.state.lock:
            proceed: Proceed = lambda: self._serve(call)  # noqa: E731
            for fault in self.faults:
                proceed = _wrap(fault, call, proceed)
            return proceed()

    def _serve(self, call: Call) -> Answer:
        store = self.state.store
        store.begin()
        try:
            return self._handle(call)
        except Problem as problem:
            store.undo()
            return _refusal(call, problem)
        except Exception as error:  # noqa: BLE001 - no input may stop the server
            store.undo()
            _log.error("%s %s: %s", call.method, call.path[:200], type(error).__name__, exc_info=error)
            return _refusal(call, Problem(500, "Internal Server Error"))

    def _handle(self, call: Call) -> Answer:
        state = self.state
        if state.clock.now() >= state.next_tick:
            life.tick(state)
        if call.path in ("", "/"):
            return _explain(call, self._handlers)
        matched = state.router.match(call.path)
        if matched is None:
            raise NotFound
        call.operations, segments = matched
        call.segments = tuple(segments)
        if call.method not in call.operations:
            raise Problem(405, "Method Not Allowed", Allow=", ".join(sorted(call.operations)))
        operation = call.operation
        _authorize(call, operation)
        handler = self._handlers[operation.id]
        if handler is None:
            raise Problem(501, f"{operation.id} is not implemented by the sandbox")
        names = zip(operation.segments, segments, strict=True)
        call.paths = {name[1:-1]: value for name, value in names if name.startswith("{")}
        validation = state.validation
        if call.unchecked:
            with contextlib.suppress(Problem):
                call.query = validation.query(operation, call.query_string)
                call.body = validation.body(operation, call.headers.get("content-type"), call.raw_body)
        else:
            validation.paths(operation, call.paths)
            call.query = validation.query(operation, call.query_string)
            call.body = validation.body(operation, call.headers.get("content-type"), call.raw_body)
        return render(call, handler(call))

    def _read_head(self, scope: Scope) -> Call:
        headers = {}
        for name, value in scope["headers"]:
            if name in _HEADERS:
                headers[name.decode("ascii")] = value.decode("latin-1")
        raw = scope.get("raw_path") or scope["path"].encode("utf-8", "surrogateescape")
        path = raw.partition(b"?")[0].decode("latin-1")[len(BASE) :]
        query = scope["query_string"].decode("latin-1")
        return Call(self.state, scope["method"], path, query, b"", headers, origin_of(scope, headers))


async def deliver(answer: Answer, scope: Scope, send: Send) -> None:
    """Send an answer, as far as the faults of the network let it come."""
    if answer.delay:
        await asyncio.sleep(answer.delay)
    if answer.dropped:
        raise Dropped
    headers = [(b"content-length", str(len(answer.body)).encode())] if answer.status != 204 else []
    if answer.media_type is not None:
        charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
        headers.append((b"content-type", f"{answer.media_type}{charset}".encode()))
    headers.extend(
        (name.lower().encode(), value.encode("latin-1", "replace")) for name, value in answer.headers.items()
    )
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    if answer.cut_after is not None:
        await send({"type": "http.response.body", "body": answer.body[: answer.cut_after], "more_body": True})
        raise Dropped
    body = b"" if scope["method"] == "HEAD" else answer.body
    await send({"type": "http.response.body", "body": body})


def origin_of(scope: Scope, headers: dict[str, str]) -> str:
    """Scheme, host and port under which the client reached the sandbox."""
    host = headers.get("host", "")
    if not host or not _SAFE_HOST.issuperset(host):
        name, port = scope.get("server") or ("localhost", None)
        host = f"{name}:{port}" if port else name
    return f"{scope['scheme']}://{host}"


async def _read_body(call: Call, receive: Receive) -> bytes:
    """The whole body.

    Raises:
        Problem: 413, more than the limit, whether announced or not; 408, it took too long to come.
    """
    length = call.headers.get("content-length", "")
    if length.isdigit() and (len(length) > 18 or int(length) > MAX_BODY):
        raise Problem(413, f"body: larger than {MAX_BODY} bytes")
    try:
        async with asyncio.timeout(BODY_TIMEOUT):
            return await _collect(receive)
    except TimeoutError:
        raise Problem(408, "body: not received in time") from None


async def _collect(receive: Receive) -> bytes:
    message: Message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body", False):
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            raise Problem(413, f"body: larger than {MAX_BODY} bytes")
    if message["type"] == "http.disconnect":
        raise ClientDisconnect
    return body


def _authorize(call: Call, operation: Operation) -> None:
    """Raises Problem: 401 without a known token, 403 for a change with one that only reads."""
    if not operation.secured:
        return
    if call.principal is None:
        call.principal = authenticate(call.state.tokens, call.headers.get("authorization"))
    if call.principal.read_only and operation.method != "GET":
        raise Problem(403, "Forbidden")


def _refusal(call: Call | None, problem: Problem) -> Answer:
    """An error in the shape that the contract gives this operation's errors: ``message`` or ``error_msg``."""
    key = "message"
    if call is not None and call.method in call.operations:
        documented = call.operation.responses.get(problem.status)
        if documented is not None and documented.schema is not None:
            names = call.state.contract.properties(documented.schema)
            key = "error_msg" if "error_msg" in names and "message" not in names else "message"
    answer = Answer.of(problem.status, {key: problem.message})
    answer.headers.update(problem.headers)
    return answer


def _explain(call: Call, handlers: dict[str, Handler | None]) -> Answer:
    served = {
        operation.id: f"{operation.method} {BASE}{operation.template}"
        for operation in call.state.contract.operations.values()
        if handlers[operation.id] is not None
    }
    return Answer.of(
        200,
        {
            "name": "bitrise-sandbox",
            "about": "A local stand-in for the Bitrise API v0.1. Not Bitrise's own; nothing here leaves this machine.",
            "authorization": "Authorization: token THE-TOKEN, as printed when the sandbox started",
            "try": f"curl -H 'Authorization: token THE-TOKEN' {call.origin}{BASE}/me",
            "operations": served,
        },
    )


def _wrap(fault: Fault, call: Call, proceed: Proceed) -> Proceed:
    return lambda: fault(call, proceed)


__all__ = ["BASE", "Api", "Dropped", "build_application"]

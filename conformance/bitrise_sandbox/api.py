"""The API under ``/v0.1``: finds the operation, checks who asks and what, and lets its handler answer."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from . import generic, life
from .answers import Answer, NotFound, Problem
from .call import HANDLERS, Call, Handler, render
from .contract import Operation
from .identity import authenticate
from .resources import __all__ as _resources
from .state import State
from .validation import bad_request
from .wire import BASE, MAX_BODY, Fault, Service

_log = logging.getLogger("bitrise_sandbox")

assert _resources, "importing the resources registers their handlers"


class Api(Service):
    def __init__(self, state: State, faults: Sequence[Fault]) -> None:
        super().__init__(state, faults)
        self._handlers: dict[str, Handler | None] = {
            operation.id: HANDLERS.get(operation.id) or generic.handler_of(operation)
            for operation in state.contract.operations.values()
        }

    def prepare(self, call: Call) -> int:
        if not call.path.startswith(BASE):
            return MAX_BODY
        matched = self.state.router.match(call.path[len(BASE) :])
        if matched is not None:
            call.operations, call.segments = matched
        if call.target is not None:
            names = zip(call.target.segments, call.segments, strict=True)
            call.paths = {name[1:-1]: value for name, value in names if name.startswith("{")}
        return MAX_BODY

    def serve(self, call: Call) -> Answer:
        store = self.state.store
        if self.state.clock.now() >= self.state.next_tick:
            life.tick(self.state)
        store.begin()
        try:
            return self._serve(call)
        except Problem as problem:
            store.undo()
            return _refusal(call, problem)
        except Exception as error:  # noqa: BLE001 - no input may stop the server
            store.undo()
            if call.unchecked_body or call.unchecked_query:
                return _refusal(call, Problem(500, "the sandbox cannot make anything of this"))
            _log.error("%s %s: %s", call.method, call.path[:200], type(error).__name__, exc_info=error)
            return _refusal(call, Problem(500, "Internal Server Error"))

    def _serve(self, call: Call) -> Answer:
        if not call.operations:
            if call.path in (BASE, f"{BASE}/"):
                return _explain(call, self._handlers)
            raise NotFound
        operation = call.target
        if operation is None:
            raise Problem(405, "Method Not Allowed", Allow=", ".join(sorted(call.operations)))
        _authorize(call, operation)
        handler = self._handlers[operation.id]
        if handler is None:
            raise Problem(501, f"{operation.id} is not implemented by the sandbox")
        _validate(call, operation)
        return render(call, handler(call))


def _authorize(call: Call, operation: Operation) -> None:
    """Raises Problem: 401 without a known token, 403 for a change with one that only reads."""
    if not operation.secured:
        return
    if call.principal is None:
        call.principal = authenticate(call.state.tokens, call.headers.get("authorization"))
    if call.principal.read_only and operation.method != "GET":
        raise Problem(403, "Forbidden")


def _validate(call: Call, operation: Operation) -> None:
    validation = call.state.validation
    validation.paths(operation, call.paths)
    call.query = validation.query(operation, call.query_string, lenient=call.unchecked_query)
    media_type = call.headers.get("content-type")
    call.body = validation.body(operation, media_type, call.raw_body, lenient=call.unchecked_body)


def _refusal(call: Call, problem: Problem) -> Answer:
    """An error in the shape that the contract gives this operation's errors: ``message`` or ``error_msg``."""
    key, status = "message", problem.status
    if call.target is not None:
        # Handlers say 400 for what a client sent; which 4xx that is, the contract says.
        status = bad_request(call.target) if status == 400 else status
        documented = call.target.responses.get(status)
        if documented is not None and documented.schema is not None:
            names = call.state.contract.properties(documented.schema)
            key = "error_msg" if "error_msg" in names and "message" not in names else "message"
    return Answer.of(status, {key: problem.message}, **problem.headers)


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
            "scripted builds": f"trigger with the environment variable {life.SCRIPT_VARIABLE}, YAML with any of: "
            + ", ".join(life.DEFAULT_SCRIPT),
            "operations": served,
        },
    )

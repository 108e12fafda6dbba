"""Rules that are not kept: who may ask, and what may be asked."""

from __future__ import annotations

import dataclasses
from typing import Any

from ..answers import Answer, Problem
from ..call import Call
from ..identity import Principal, authenticate
from .registry import ActiveFault, Proceed, edit, fault


@fault("authentication-off", "answers without any token as if the owner had asked")
def authentication_off(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    call.principal = _principal(call) or _owner(call)
    return proceed()


@fault("any-token-accepted", "takes any token for the owner's")
def any_token(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    if call.headers.get("authorization"):
        call.principal = _principal(call) or _owner(call)
    return proceed()


@fault("other-users-data", "shows everyone everything")
def other_users_data(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    principal = _principal(call)
    if principal is not None:
        call.principal = dataclasses.replace(principal, sees_all=True)
    return proceed()


@fault("read-only-token-writes", "lets a token that only reads change things")
def read_only_writes(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    principal = _principal(call)
    if principal is not None:
        call.principal = dataclasses.replace(principal, read_only=False)
    return proceed()


@fault("invalid-body-accepted", "takes bodies that the contract does not allow")
def invalid_body(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    call.unchecked_body = True
    return _forgiving(call, proceed)


@fault("invalid-parameters-accepted", "takes parameters that the contract does not allow")
def invalid_parameters(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    call.unchecked_query = True
    return _forgiving(call, proceed)


@fault("valid-body-refused", "refuses bodies that the contract allows")
def valid_body_refused(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    if call.raw_body and answer.ok:
        call.state.store.undo()
        return Answer.of(400, {"message": "body: not today"})
    return answer


@fault("undeclared-method-accepted", "answers 200 to methods that a path does not have")
def undeclared_method(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    return Answer.of(200, {"status": "ok"}) if answer.status == 405 else answer


@fault("missing-allow-header", "answers 405 without saying which methods there are")
def missing_allow(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    answer.headers.pop("Allow", None)
    return answer


@fault("token-echoed", "repeats the token in the message of an error")
def token_echoed(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    value = answer.json() if answer.status >= 400 else None
    sent = call.headers.get("authorization")
    if not sent or not isinstance(value, dict):
        return answer
    return answer.put({key: f"{text} (asked with {sent})" for key, text in value.items()})


@fault("protected-secret-shown", "shows the value of protected secrets")
def protected_shown(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    if call.operation_id == "secret-value-get":
        table = call.state.store.table(call.segments[:-2])
        secret = table.get(call.segments[-2])
        answer = proceed()
        return Answer.of(200, {"value": secret["value"]}) if secret is not None and answer.status == 400 else answer
    if call.operation_id not in ("app-secrets-show", "organization-secrets-show"):
        return proceed()

    def change(thing: dict[str, Any]) -> None:
        secret = call.state.store.table(call.segments[:-1]).get(call.segments[-1])
        thing.update(value=secret["value"] if secret is not None else "")

    return edit(call, proceed(), change)


def _principal(call: Call) -> Principal | None:
    if call.principal is not None:
        return call.principal
    try:
        return authenticate(call.state.tokens, call.headers.get("authorization"))
    except Problem:
        return None


def _owner(call: Call) -> Principal | None:
    return next(reversed(call.state.tokens.values()), None)


def _forgiving(call: Call, proceed: Proceed) -> Answer:
    """What the handlers cannot work with is answered as if it had succeeded."""
    answer = proceed()
    if answer.status not in (400, 422, 500) or call.target is None:
        return answer
    success = call.target.success
    return (
        Answer.of(success.status, call.state.synthesis().value(success.schema))
        if success.schema
        else Answer(success.status, b"", None)
    )

"""Secrets of apps and organizations. The value of a protected one is never given out again."""

from __future__ import annotations

from random import Random
from typing import Any

from ..answers import Answer, NotFound, Problem
from ..call import Call, handles
from ..state import SEEDERS, State
from ..store import Path, Record

_DEFAULTS = {"is_protected": False, "is_exposed_for_pull_requests": False, "expand_in_step_inputs": True}


def keep_secret(state: State, path: Path, name: str, fields: dict[str, Any]) -> Record:
    """Add a secret with what a request or a file says of it."""
    settings = {key: fields.get(key, default) for key, default in _DEFAULTS.items()}
    secret = _secret(path, name, str(fields.get("value", "")), state.slug(), settings)
    if isinstance(fields.get("scope"), str):
        secret["scope"] = fields["scope"]
    return state.store.add(path, name, secret)


@handles("secret-list", "organization-secrets-list")
def list_secrets(call: Call) -> list[dict[str, Any]]:
    call.parents()
    return [_without_value(secret) for secret in call.state.table(*call.collection).values()]


@handles("app-secret-create", "organization-secret-create")
def create(call: Call) -> Any:
    call.parents()
    name = call.fields["name"]
    if not name:
        raise Problem(400, "name: must not be empty")
    if name in call.state.table(*call.collection):
        # The documented refusals name no conflict; what exists is replaced, as PUT does.
        call.state.store.remove(call.collection, name)
    return _without_value(keep_secret(call.state, call.collection, name, call.fields))


@handles("app-secrets-show", "organization-secrets-show")
def show(call: Call) -> Any:
    secret = call.item()
    return _without_value(secret) if secret["is_protected"] else secret


@handles("secret-value-get")
def show_value(call: Call) -> Any:
    secret = call.parents()[-1]
    if secret["is_protected"]:
        raise Problem(400, "the value of a protected secret cannot be read")
    return {"value": secret["value"]}


@handles("app-secret-update", "organization-secret-update")
def update(call: Call) -> Any:
    """Of a protected secret only the value can be changed (stated by Bitrise)."""
    secret = call.item()
    allowed = ("value",) if secret["is_protected"] else ("value", *_DEFAULTS)
    changes = {name: value for name, value in call.fields.items() if name in allowed}
    call.state.store.change(secret, **changes)
    return show(call)


@handles("secret-upsert")
def upsert(call: Call) -> Any:
    """201 when the secret is new, 204 when it was there."""
    call.locate(call.segments[:1], call.segments[1])
    try:
        call.item()
    except NotFound:
        keep_secret(call.state, call.collection, call.segments[-1], call.fields)
        return Answer(201, b"", None)
    update(call)
    return Answer(204, b"", None)


def _secret(path: Path, name: str, value: str, slug: str, settings: dict[str, Any]) -> Record:
    scope = "app" if path[0] == "apps" else "workspace"
    return Record(name=name, id=slug, scope=scope, value=value, **settings)


def _without_value(secret: Record) -> dict[str, Any]:
    return {name: value for name, value in secret.items() if name != "value"}


def _seed(state: State, path: Path, random: Random) -> None:
    for name, protected in (("API_KEY", True), ("SLACK_WEBHOOK", False), ("FASTLANE_USER", False)):
        settings = {**_DEFAULTS, "is_protected": protected}
        value = f"value-{random.getrandbits(48):012x}"
        secret = _secret(path, name, value, f"{random.getrandbits(64):016x}", settings)
        state.store.add(path, name, secret)


SEEDERS.update({"/apps/{}/secrets": _seed, "/organizations/{}/secrets": _seed})

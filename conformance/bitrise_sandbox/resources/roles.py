"""Which groups hold which role on an app."""

from __future__ import annotations

from typing import Any

from ..answers import Answer, Problem
from ..call import Call, handles


@handles("app-roles-query")
def groups_of(call: Call) -> Any:
    app = call.app()
    return _answer(call, app.get("_roles", {}).get(call.paths["role-name"], []))


@handles("app-roles-update")
def replace(call: Call) -> Any:
    """Only the groups sent hold the role afterwards.

    Raises:
        Problem: 422, a group is not one of the organization that owns the app.
    """
    app = call.app()
    groups = list(dict.fromkeys(call.fields.get("groups") or []))
    known = call.state.table("organizations", app["owner"]["slug"], "groups")
    unknown = [group for group in groups if group not in known]
    if unknown:
        raise Problem(422, "groups: there is no such group in the app's organization")
    call.state.store.change(app, _roles={**app.get("_roles", {}), call.paths["role-name"]: groups})
    return _answer(call, groups)


def _answer(call: Call, groups: list[str]) -> Answer:
    return Answer.of(call.operation.success.status, {"groups": groups})

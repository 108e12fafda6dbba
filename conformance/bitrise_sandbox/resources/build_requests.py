"""Builds that wait for somebody's approval."""

from __future__ import annotations

from random import Random
from typing import Any

from .. import life
from ..building import new_build
from ..call import Call, handles
from ..clock import to_seconds
from ..state import State, seeds
from ..store import Path, Record


@handles("build-request-update")
def decide(call: Call) -> Any:
    """Approving a request triggers its build; either way it is no longer waiting."""
    request = call.item()
    call.state.store.remove(call.collection, request["slug"])
    if call.fields["is_approved"]:
        app = call.app()
        plan = life.plan(life.DEFAULT_SCRIPT, call.state.moment())
        new_build(call.state, app, dict(request["build_params"]), plan, triggered_by="build-request")
    return request


@seeds("/apps/{}/build-requests")
def _seed_requests(state: State, path: Path, random: Random) -> None:
    for n in range(2):
        slug = f"{random.getrandbits(64):016x}"
        request = Record(
            slug=slug,
            build_params={"branch": f"feature/{n}", "workflow_id": "primary", "pull_request_id": 40 + n},
            created_at=to_seconds(state.clock.now() - 3600 * (n + 1)),
            pull_request_url=f"https://git.example.invalid/pull/{40 + n}",
        )
        state.store.add(path, slug, request)

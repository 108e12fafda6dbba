"""Makes build records."""

from __future__ import annotations

from typing import Any

from . import life
from .clock import to_seconds
from .state import State
from .store import Record

ARCHIVE_AFTER = 200 * 86400.0
"""Seconds; builds older than this are listed only as archived ones (stated by Bitrise)."""


def new_build(state: State, app: Record, params: dict[str, Any], plan: dict[str, Any], **fields: Any) -> Record:
    """A build record of an app, queued at the plan's time."""
    pull_request = params.get("pull_request_id")
    pull_request = pull_request if isinstance(pull_request, int) and not isinstance(pull_request, bool) else 0
    slug = fields.pop("slug", None) or state.uuid()
    commit = params.get("commit_hash")
    build = Record(
        slug=slug,
        triggered_at=to_seconds(plan["triggered"]),
        started_on_worker_at=None,
        environment_prepare_finished_at=None,
        finished_at=None,
        status=0,
        status_text=life.STATUS_TEXT[0],
        abort_reason=None,
        is_on_hold=False,
        is_processed=False,
        is_status_sent=False,
        branch=params.get("branch"),
        build_number=app["_next_number"],
        commit_hash=commit,
        commit_message=params.get("commit_message"),
        commit_view_url=f"https://git.example.invalid/{app['repo_slug']}/commit/{commit}" if commit else None,
        tag=params.get("tag"),
        triggered_workflow=params.get("workflow_id") or app["_workflows"][0],
        triggered_by=None,
        machine_type_id=params.get("machine_type_id") or app.get("_machine", "g2-m1.4core"),
        stack_identifier=params.get("stack") or app.get("_stack", "linux-docker-android-22.04"),
        original_build_params=shown(params),
        pipeline_workflow_id=None,
        pull_request_id=pull_request,
        pull_request_target_branch=params.get("branch_dest"),
        pull_request_view_url=None,
        credit_cost=None,
        log_format="json",
        rebuildable=False,
        utility=False,
        _app=app["slug"],
        _life=plan,
        _event="pull-request" if pull_request else "tag" if params.get("tag") else "push",
    )
    build.update(fields)
    state.store.change(app, _next_number=app["_next_number"] + 1, _last_build=plan["triggered"])
    state.store.add(("apps", app["slug"], "builds"), slug, build)
    state.store.add(("builds",), slug, build)
    if not life.advance(state, build, state.clock.now()):
        state.living.add(slug)
    return build


def shown(params: dict[str, Any]) -> dict[str, Any]:
    """What a build shows of its parameters: no secret."""
    return {name: value for name, value in params.items() if name != "secrets"}

"""Pipelines: starting, showing, aborting and rebuilding them."""

from __future__ import annotations

from random import Random
from typing import Any

from .. import life
from ..answers import Answer, NotFound, Problem
from ..building import new_build
from ..call import Call, handles
from ..clock import to_seconds
from ..state import State, seeds
from ..store import Path, Record

STATES = {0: "running", 1: "succeeded", 2: "failed", 3: "aborted", 4: "succeeded_with_abort"}
"""What a pipeline's state is called, by the code that lists give it."""

_WORKFLOWS = ("build", "test")


def trigger_pipeline(call: Call, app: Record, params: dict[str, Any], script: dict[str, Any]) -> Any:
    """A pipeline with a build for each of its workflows, all on the same plan."""
    pipeline = start(call.state, app, params, life.plan(script, call.state.moment()), call.state.uuid())
    result = {
        "status": "ok",
        "message": "webhook processed",
        "build_slug": pipeline["_slug"],
        "build_number": pipeline["_number"],
        "build_url": f"https://app.bitrise.io/app/{app['slug']}/pipelines/{pipeline['_slug']}",
        "triggered_pipeline": pipeline["_name"],
    }
    answer = {**result, "slug": app["slug"], "service": "bitrise", "results": [{**result, "triggered_workflow": ""}]}
    return {**answer, "triggered_workflow": ""}


@handles("pipeline-show")
def show(call: Call) -> Any:
    """The one answer of the API without ``data`` and with a key in camel case (bitrise-mcp)."""
    pipeline = _find(call)
    builds = builds_of(call.state, pipeline)
    workflows = [_workflow(build) for build in builds]
    life_ = pipeline["_life"]
    status = status_of(builds)
    trigger = {name: value for name, value in pipeline["_params"].items() if name != "secrets"}
    fitting = {n: v for n, v in trigger.items() if isinstance(v, (str, list))}
    attempts = [
        {"id": pipeline["_slug"], "number_in_pipeline_build_scope": n + 1, "status": status, "triggered_at": at}
        for n, at in enumerate(pipeline["_attempts"])
    ]
    answer: dict[str, Any] = {
        "id": pipeline["_slug"],
        "name": pipeline["_name"],
        "type": "pipeline" if pipeline["_is_pipeline"] else "build",
        "status": status,
        "app": {"slug": pipeline["_app"]},
        "attempts": attempts,
        "current_attempt_id": pipeline["_slug"],
        "number_in_app_scope": pipeline["_number"],
        "stages": [{"id": f"{pipeline['_slug']}-1", "name": "stage-1", "workflows": workflows}],
        "workflows": workflows,
        "trigger_params": fitting,
        "triggered_at": to_seconds(life_["triggered"]),
        "triggered_by": "api",
        "started_at": builds[0]["started_on_worker_at"] if builds else None,
        "finished_at": max((b["finished_at"] or "" for b in builds), default="") if status in _ENDED else None,
        "abort_reason": next((b["abort_reason"] for b in builds if b["abort_reason"]), None),
        "rebuildable": status in _ENDED,
        "credit_cost": None,
        "put_on_hold_at": None,
    }
    call.state.synthesis().complete(answer, call.operation.success.schema)
    return answer


@handles("pipeline-abort")
def abort(call: Call) -> Any:
    pipeline = _find(call)
    running = [build for build in builds_of(call.state, pipeline) if build["status"] == 0]
    if not running:
        raise Problem(400, "Pipeline already finished, can't abort it.")
    fields = call.fields
    for build in running:
        life.abort(
            call.state,
            build,
            call.now,
            reason=fields.get("abort_reason"),
            with_success=bool(fields.get("abort_with_success")),
        )
    return _empty(call)


@handles("pipeline-rebuild")
def rebuild(call: Call) -> Any:
    pipeline = _find(call)
    if any(build["status"] == 0 for build in builds_of(call.state, pipeline)):
        raise Problem(400, "Pipeline is still running, can't rebuild it.")
    app = call.app()
    plan = life.plan(life.DEFAULT_SCRIPT, call.state.moment())
    if not pipeline["_is_pipeline"]:
        new_build(call.state, app, pipeline["_params"], plan)
        return _empty(call)
    fresh = _add_builds(call.state, app, pipeline["_params"], plan, pipeline["_slug"])
    attempts = [*pipeline["_attempts"], to_seconds(call.now)]
    call.state.store.change(pipeline, _builds=fresh, _life=plan, _attempts=attempts)
    return _empty(call)


@seeds("/apps/{}/pipelines")
def _none(state: State, path: Path, random: Random) -> None:
    """An app has the pipelines that were triggered; seeding triggers some of them."""


_ENDED = ("succeeded", "failed", "aborted", "succeeded_with_abort")


def start(state: State, app: Record, params: dict[str, Any], plan: dict[str, Any], slug: str) -> Record:
    """A pipeline with one build for each of its workflows."""
    pipeline = Record(
        _slug=slug,
        _name=params.get("pipeline_id"),
        _app=app["slug"],
        _number=app["_next_number"],
        _is_pipeline=True,
        _params=params,
        _life=plan,
        _attempts=[to_seconds(plan["triggered"])],
    )
    pipeline["_builds"] = _add_builds(state, app, params, plan, slug)
    return state.store.add(("apps", app["slug"], "pipelines"), slug, pipeline)


def _find(call: Call) -> Record:
    """The pipeline of a path, or a stand-alone build in its place: the lists give out the slugs of both.

    Raises:
        NotFound: neither is there.
    """
    app, slug = call.app(), call.paths["pipeline-id"]
    pipeline = call.state.table("apps", app["slug"], "pipelines").get(slug)
    build = call.state.table("apps", app["slug"], "builds").get(slug)
    if pipeline is not None:
        return pipeline
    if build is None or build["pipeline_workflow_id"] is not None:
        raise NotFound
    return Record(
        _slug=slug,
        _name=build["triggered_workflow"],
        _app=app["slug"],
        _number=build["build_number"],
        _is_pipeline=False,
        _params={**(build["original_build_params"] or {}), "branch": build["branch"]},
        _life=build["_life"],
        _attempts=[build["triggered_at"]],
        _builds=[slug],
    )


def _add_builds(state: State, app: Record, params: dict[str, Any], plan: dict[str, Any], pipeline: str) -> list[str]:
    branch = params.get("branch") or app["_default_branch"]
    slugs = []
    for n, workflow in enumerate(_WORKFLOWS):
        # A build's own time in microseconds keeps the order of builds triggered together.
        one = {**plan, "triggered": plan["triggered"] + n * 1e-3}
        build = new_build(
            state,
            app,
            {**params, "branch": branch, "workflow_id": workflow},
            one,
            pipeline_workflow_id=f"{pipeline}-{workflow}",
        )
        slugs.append(build["slug"])
    return slugs


def builds_of(state: State, pipeline: Record) -> list[Record]:
    table = state.store.table(("builds",))
    return [table[slug] for slug in pipeline["_builds"] if slug in table]


def status_of(builds: list[Record]) -> str:
    statuses = {build["status"] for build in builds}
    if 0 in statuses:
        held = all(build["is_on_hold"] for build in builds)
        started = any(build["started_on_worker_at"] for build in builds)
        return "on_hold" if held else "running" if started else "initializing"
    return next((STATES[code] for code in (3, 2, 4) if code in statuses), "succeeded")


def _workflow(build: Record) -> dict[str, Any]:
    return {
        "id": build["pipeline_workflow_id"] or build["slug"],
        "external_id": build["slug"],
        "name": build["triggered_workflow"],
        "status": status_of([build]),
        "started_at": build["started_on_worker_at"],
        "finished_at": build["finished_at"],
        "depends_on": [],
        "is_generator": False,
        "credit_cost": build["credit_cost"],
        "startFailureReason": "",
    }


def _empty(call: Call) -> Answer:
    return Answer(call.operation.success.status, b"", None)

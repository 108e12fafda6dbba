"""Pipelines and stand-alone builds seen as one list, pipelines with their stages, aborting and rebuilding."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from .. import life
from ..answers import Answer, NotFound, Page, Problem
from ..call import Call, handles
from ..clock import from_rfc3339, to_micros, to_seconds
from ..generic import page_limit
from ..paging import by_time
from ..state import State, seeds
from ..store import Path, Record
from .builds import new_build

STATES = {0: "running", 1: "succeeded", 2: "failed", 3: "aborted", 4: "succeeded_with_abort"}
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


@handles("pipeline-list")
def list_of_app(call: Call) -> Page:
    app = call.app()
    query = call.query
    rows = [row for row in _rows(call, [app]) if _wanted(row, query)]
    after = query.get("after")
    if after:
        moment = from_rfc3339(after)
        if moment is None:
            raise Problem(400, "after: not a time in RFC 3339")
        rows = [row for row in rows if row["_at"] > moment]
    return _page(call, rows, query.get("before") or query.get("next"))


@handles("pipeline-list-all")
def list_of_asker(call: Call) -> Page:
    visible = call.owners()
    if "owner_slug" in call.query:
        visible = visible & {call.query["owner_slug"]}
    apps = [app for app in call.state.store.records(("apps",)) if app["owner"]["slug"] in visible]
    rows = [row for row in _rows(call, apps) if _wanted(row, call.query)]
    return _page(call, rows, call.query.get("next"))


@handles("pipeline-show")
def show(call: Call) -> Any:
    """The one answer of the API without ``data`` and with a key in camel case (bitrise-mcp)."""
    pipeline = _find(call)
    builds = _builds(call.state, pipeline)
    workflows = [_workflow(build) for build in builds]
    life_ = pipeline["_life"]
    status = _status(builds)
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
    running = [build for build in _builds(call.state, pipeline) if build["status"] == 0]
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
    if any(build["status"] == 0 for build in _builds(call.state, pipeline)):
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


def _builds(state: State, pipeline: Record) -> list[Record]:
    table = state.store.table(("builds",))
    return [table[slug] for slug in pipeline["_builds"] if slug in table]


def _status(builds: list[Record]) -> str:
    statuses = {build["status"] for build in builds}
    if 0 in statuses:
        held = all(build["is_on_hold"] for build in builds)
        started = any(build["started_on_worker_at"] for build in builds)
        return "on_hold" if held else "running" if started else "initializing"
    return next((STATES[code] for code in (3, 2, 4) if code in statuses), "succeeded")


def _workflow(build: Record) -> dict[str, Any]:
    return {
        "id": build["pipeline_workflow_id"],
        "external_id": build["slug"],
        "name": build["triggered_workflow"],
        "status": _status([build]),
        "started_at": build["started_on_worker_at"],
        "finished_at": build["finished_at"],
        "depends_on": [],
        "is_generator": False,
        "credit_cost": build["credit_cost"],
        "startFailureReason": "",
    }


def _rows(call: Call, apps: list[Record]) -> list[Record]:
    """Pipelines and stand-alone builds of the apps, newest first."""
    rows = []
    for app in apps:
        for pipeline in call.state.table("apps", app["slug"], "pipelines").values():
            rows.append(_pipeline_row(call, app, pipeline))
        for build in call.state.table("apps", app["slug"], "builds").values():
            if build["pipeline_workflow_id"] is None:
                rows.append(_row(app, build, build["slug"], build["triggered_workflow"], _status([build]), False))
    rows.sort(key=lambda row: (-row["_at"], row["slug"]))
    return rows


def _pipeline_row(call: Call, app: Record, pipeline: Record) -> Record:
    builds = _builds(call.state, pipeline)
    first = builds[0] if builds else Record(_life=pipeline["_life"], status=0)
    return _row(app, first, pipeline["_slug"], pipeline["_name"], _status(builds), True)


def _row(app: Record, build: Record, slug: str, name: str, status: str, is_pipeline: bool) -> Record:
    code = next((number for number, text in STATES.items() if text == status), 0)
    same = (
        "branch",
        "build_number",
        "commit_hash",
        "commit_message",
        "credit_cost",
        "finished_at",
        "is_on_hold",
        "is_processed",
        "pull_request_id",
        "pull_request_target_branch",
        "rebuildable",
        "tag",
        "triggered_at",
        "triggered_by",
        "utility",
    )
    return Record(
        {key: build.get(key) for key in same},
        slug=slug,
        is_pipeline=is_pipeline,
        started_at=build.get("started_on_worker_at"),
        status=code,
        triggered_workflow=name,
        repository=app,
        artifacts=None,
        build_tool_invocations=None,
        local_config=None,
        trigger_params=None,
        _at=build["_life"]["triggered"],
        _state=status,
        _event=build.get("_event"),
    )


def _page(call: Call, rows: list[Record], before: str | None) -> Page:
    if before and from_rfc3339(before) is None:
        raise Problem(400, "before: not a time in RFC 3339")
    return by_time(rows, limit=page_limit(call), before=before, at=lambda row: float(row["_at"]), write=to_micros)


def _wanted(row: Record, query: dict[str, Any]) -> bool:
    tests: dict[str, Callable[[Any], bool]] = {
        "branch": lambda value: row["branch"] == value,
        "build_number": lambda value: row["build_number"] == value,
        "commit_message": lambda value: value in (row["commit_message"] or ""),
        "pipeline": lambda value: row["is_pipeline"] and row["triggered_workflow"] == value,
        "workflow": lambda value: not row["is_pipeline"] and row["triggered_workflow"] == value,
        "status": lambda value: row["_state"] == value,
        "trigger_event_type": lambda value: row["_event"] == value,
    }
    return all(test(query[name]) for name, test in tests.items() if name in query)


def _empty(call: Call) -> Answer:
    return Answer(call.operation.success.status, b"", None)

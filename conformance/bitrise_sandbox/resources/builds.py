"""Builds: lists with filters, triggering, aborting, logs, archived ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import yaml

from .. import life, logs
from ..answers import Answer, NotFound, Page, Problem
from ..call import Call, handles
from ..clock import ZERO_TIME, to_seconds
from ..generic import page_limit
from ..paging import by_anchor
from ..state import State, seeds
from ..store import Path, Record

ARCHIVE_AFTER = 200 * 86400.0
"""Builds older than this are listed only as archived ones."""


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
        original_build_params=_shown(params),
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


@handles("build-trigger")
def trigger(call: Call) -> Any:
    app = call.app()
    params = call.fields.get("build_params") or {}
    script = _script(call, params)
    if script["refuse"] is not None:
        refusal = {"status": "error", "message": script["refuse"], "service": "bitrise", "slug": app["slug"]}
        return Answer.of(400, refusal)
    if params.get("pipeline_id"):
        from .pipelines import trigger_pipeline

        return trigger_pipeline(call, app, params, script)
    branch = params.get("branch") or app["_default_branch"]
    by = call.state.store.table(("users",)).get(call.asker.slug)
    build = new_build(
        call.state,
        app,
        {**params, "branch": branch},
        life.plan(script, call.state.moment()),
        triggered_by=f"manual-{by['username'] if by else 'api'}",
        original_build_params=_shown(params),
    )
    result = {
        "status": "ok",
        "message": "webhook processed",
        "build_slug": build["slug"],
        "build_number": build["build_number"],
        "build_url": f"https://app.bitrise.io/build/{build['slug']}",
        "triggered_workflow": build["triggered_workflow"],
    }
    return {**result, "slug": app["slug"], "service": "bitrise", "results": [result]}


@handles("build-list")
def list_of_app(call: Call) -> Page:
    app = call.app()
    path = ("apps", app["slug"], "builds")
    oldest = call.now - ARCHIVE_AFTER
    builds = [
        build
        for build in reversed(call.state.table(*path).values())
        if build["_life"]["triggered"] >= oldest and _wanted(build, call.query)
    ]
    order = _running_first if call.query.get("sort_by") == "running_first" else _newest_first
    builds.sort(key=order)
    limit, anchor = page_limit(call), call.query.get("next")
    return by_anchor(call.state.store, path, builds, limit=limit, anchor=anchor, order=order)


@handles("build-list-all")
def list_of_asker(call: Call) -> Page:
    """Every build of the asker's apps. The real API counts none of them: ``total_item_count`` is always 0."""
    query = call.query
    apps = call.state.store.table(("apps",))
    visible = call.owners()
    if "owner_slug" in query:
        visible = visible & {query["owner_slug"]}
    owned = {slug: app for slug, app in apps.items() if app["owner"]["slug"] in visible}
    oldest = call.now - ARCHIVE_AFTER
    builds = [
        build
        for build in call.state.store.records(("builds",))
        if build["_app"] in owned
        and build["_life"]["triggered"] >= oldest
        and ("status" not in query or build["status"] == query["status"])
        and ("is_on_hold" not in query or build["is_on_hold"] is query["is_on_hold"])
    ]
    builds.sort(key=_newest_first)
    limit, anchor = page_limit(call), query.get("next")
    page = by_anchor(call.state.store, ("builds",), builds, limit=limit, anchor=anchor, order=_newest_first)
    page.items = [{**build, "repository": owned[build["_app"]]} for build in page.items]
    page.total = 0
    return page


@handles("build-abort")
def abort(call: Call) -> Any:
    build = call.build()
    if build["status"] != 0:
        return Answer.of(400, {"error_msg": "Build already finished, can't abort it."})
    fields = call.fields
    life.abort(
        call.state,
        build,
        call.now,
        reason=fields.get("abort_reason"),
        with_success=bool(fields.get("abort_with_success")),
    )
    return {"status": "ok"}


@handles("build-log")
def log(call: Call) -> Any:
    build = call.build()
    now = call.now
    if now < build["_life"]["log_after"]:
        raise NotFound("build log not found")
    archived = logs.is_archived(build, now)
    query = call.query
    everything = logs.emitted(build, now)
    chunks = logs.window(
        everything, after=query.get("after_timestamp"), before=query.get("before_timestamp"), archived=archived
    )
    answer: dict[str, Any] = {
        "log_chunks": logs.chunk_values(chunks),
        "next_before_timestamp": ZERO_TIME,
        "next_after_timestamp": ZERO_TIME,
        "is_archived": archived,
        "generated_log_chunks_num": len(everything),
        "log_format": build["log_format"],
    }
    if archived:
        name = f"logs/{build['slug']}.txt"
        answer["expiring_raw_log_url"] = call.state.storage.address(call.origin, "GET", name, now)
    elif chunks:
        answer["next_before_timestamp"] = logs.timestamp(chunks[0])
        answer["next_after_timestamp"] = logs.timestamp(chunks[-1])
    elif "after_timestamp" in query:
        answer["next_after_timestamp"] = query["after_timestamp"]
    return answer


@handles("build-ai-summary")
def summary(call: Call) -> Any:
    build = call.locate(("builds",), call.paths["build-slug"])
    if build["status"] != 2:
        raise NotFound("no summary is available for this build")
    success = call.operation.success
    if success.schema is None:
        return None
    return Answer.of(success.status, {"summary": "The step script failed: exit status 1."})


@handles("archived-builds-list")
def list_archived(call: Call) -> Page:
    app = call.app()
    query = call.query
    builds = [*call.state.table("apps", app["slug"], "archived-builds").values(), *_aged(call, app)]
    inside = [b for b in builds if query["after"] <= int(b["_life"]["finished"]) <= query["before"]]
    inside.sort(key=lambda build: (-build["_life"]["finished"], build["slug"]))
    limit = page_limit(call)
    return Page(inside[:limit], limit, len(inside))


@handles("branch-list")
def branches(call: Call) -> list[str]:
    app = call.app()
    built = (b["branch"] for b in call.state.table("apps", app["slug"], "builds").values() if b["branch"])
    return list(dict.fromkeys([app["_default_branch"], *built]))


@handles("build-workflow-list")
def workflows(call: Call) -> list[str]:
    app = call.app()
    built = (b["triggered_workflow"] for b in call.state.table("apps", app["slug"], "builds").values())
    return list(dict.fromkeys([*app["_workflows"], *(name for name in built if name)]))


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


@seeds("/apps/{}/archived-builds")
def _seed_archived(state: State, path: Path, random: Random) -> None:
    schema = state.item_schema("/apps/{app-slug}/archived-builds")
    synthesis = state.synthesis(random)
    for n in range(30):
        at = state.clock.now() - ARCHIVE_AFTER - 86400.0 * (n + 1)
        slug = f"{random.getrandbits(64):016x}"
        build = Record(
            slug=slug,
            build_number=30 - n,
            status=1 + n % 3,
            status_text=life.STATUS_TEXT[1 + n % 3],
            branch="main",
            triggered_workflow="primary",
            started_on_worker_at=to_seconds(at + 5),
            finished_at=to_seconds(at + 90),
            pull_request_id=0,
            original_build_params={"branch": "main", "workflow_id": "primary"},
            build_artifacts=[],
            _life={"triggered": at, "finished": at + 90},
        )
        synthesis.complete(build, schema)
        state.store.add(path, slug, build)


def _aged(call: Call, app: Record) -> Iterator[Record]:
    """Builds of the live table that have passed the age at which only the archive lists them."""
    oldest = call.now - ARCHIVE_AFTER
    for build in call.state.table("apps", app["slug"], "builds").values():
        if build["_life"]["triggered"] < oldest:
            yield Record(build, build_artifacts=[])


def _script(call: Call, params: dict[str, Any]) -> dict[str, Any]:
    """The script of a build: in its environment, else the next one that was queued, else the default."""
    for variable in params.get("environments") or ():
        if isinstance(variable, dict) and life.SCRIPT_VARIABLE in (variable.get("mapped_to"), variable.get("key")):
            try:
                return life.read_script(yaml.safe_load(str(variable.get("value", ""))))
            except (yaml.YAMLError, ValueError, RecursionError):
                raise Problem(400, f"{life.SCRIPT_VARIABLE}: not valid YAML") from None
    if call.state.scripts:
        return call.state.scripts.pop(0)
    return dict(life.DEFAULT_SCRIPT)


def _shown(params: dict[str, Any]) -> dict[str, Any]:
    """What a build shows of its parameters: no secret."""
    return {name: value for name, value in params.items() if name != "secrets"}


def _wanted(build: Record, query: dict[str, Any]) -> bool:
    for name, value in query.items():
        test = _FILTERS.get(name)
        if test is not None and not test(build, value):
            return False
    return True


_FILTERS: dict[str, Callable[[Record, Any], bool]] = {
    "branch": lambda build, value: build["branch"] == value,
    "workflow": lambda build, value: build["triggered_workflow"] == value,
    "commit_message": lambda build, value: value in (build["commit_message"] or ""),
    "trigger_event_type": lambda build, value: build["_event"] == value,
    "pull_request_id": lambda build, value: build["pull_request_id"] == value,
    "build_number": lambda build, value: build["build_number"] == value,
    "after": lambda build, value: build["_life"]["triggered"] >= value,
    "before": lambda build, value: build["_life"]["triggered"] <= value,
    "status": lambda build, value: build["status"] == value,
    "is_pipeline_build": lambda build, value: (build["pipeline_workflow_id"] is not None) is value,
}


def _newest_first(build: Record) -> tuple[float, str]:
    return (-build["_life"]["triggered"], build["slug"])


def _running_first(build: Record) -> tuple[bool, float, str]:
    return (build["status"] != 0, *_newest_first(build))

"""Builds: lists with filters, triggering, aborting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from .. import life
from ..answers import Answer, NotFound, Page, Problem
from ..building import ARCHIVE_AFTER, new_build, shown
from ..call import Call, handles
from ..generic import page_limit
from ..paging import by_anchor
from ..store import Record
from .pipelines import trigger_pipeline


@handles("build-trigger")
def trigger(call: Call) -> Any:
    app = call.app()
    params = call.fields.get("build_params") or {}
    script = _script(call, params)
    if script["refuse"] is not None:
        refusal = {"status": "error", "message": script["refuse"], "service": "bitrise", "slug": app["slug"]}
        return Answer.of(400, refusal)
    if params.get("pipeline_id"):
        return trigger_pipeline(call, app, params, script)
    branch = params.get("branch") or app["_default_branch"]
    by = call.state.store.table(("users",)).get(call.asker.slug)
    build = new_build(
        call.state,
        app,
        {**params, "branch": branch},
        life.plan(script, call.state.moment()),
        triggered_by=f"manual-{by['username'] if by else 'api'}",
        original_build_params=shown(params),
    )
    life.announce(call.state, build, life.TRIGGERED)
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


@handles("build-ai-summary")
def summary(call: Call) -> Any:
    build = call.locate(("builds",), call.paths["build-slug"])
    if build["status"] != 2:
        raise NotFound("no summary is available for this build")
    success = call.operation.success
    if success.schema is None:
        return None
    return Answer.of(success.status, {"summary": "The step script failed: exit status 1."})


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

"""Pipelines and stand-alone builds as one list, newest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..answers import Page, Problem
from ..call import Call, handles
from ..clock import from_rfc3339, to_micros
from ..generic import page_limit
from ..paging import by_time
from ..store import Record
from .pipelines import STATES, builds_of, status_of


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


def _rows(call: Call, apps: list[Record]) -> list[Record]:
    """Pipelines and stand-alone builds of the apps, newest first."""
    rows = []
    for app in apps:
        for pipeline in call.state.table("apps", app["slug"], "pipelines").values():
            rows.append(_pipeline_row(call, app, pipeline))
        for build in call.state.table("apps", app["slug"], "builds").values():
            if build["pipeline_workflow_id"] is None:
                rows.append(_row(app, build, build["slug"], build["triggered_workflow"], status_of([build]), False))
    rows.sort(key=lambda row: (-row["_at"], row["slug"]))
    return rows


def _pipeline_row(call: Call, app: Record, pipeline: Record) -> Record:
    builds = builds_of(call.state, pipeline)
    first = builds[0] if builds else Record(_life=pipeline["_life"], status=0)
    return _row(app, first, pipeline["_slug"], pipeline["_name"], status_of(builds), True)


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

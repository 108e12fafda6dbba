"""Pipelines and stand-alone builds as one list, newest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..answers import Page, Problem
from ..call import Call, handles
from ..clock import from_rfc3339, to_micros
from ..generic import page_limit
from ..paging import by_time
from ..store import Record
from .pipelines import STATES, builds_of, status_of


class Entry(NamedTuple):
    """One line of the list before it is written out: most never are."""

    at: float
    slug: str
    app: Record
    record: Record
    is_pipeline: bool


@handles("pipeline-list")
def list_of_app(call: Call) -> Page:
    query = call.query
    return _page(call, [call.app()], before=query.get("before") or query.get("next"), after=query.get("after"))


@handles("pipeline-list-all")
def list_of_asker(call: Call) -> Page:
    visible = call.owners()
    if "owner_slug" in call.query:
        visible = visible & {call.query["owner_slug"]}
    apps = [app for app in call.state.store.records(("apps",)) if app["owner"]["slug"] in visible]
    return _page(call, apps, before=call.query.get("next"))


def _page(call: Call, apps: list[Record], *, before: str | None, after: str | None = None) -> Page:
    earliest, latest = _moment("after", after), _moment("before", before)
    entries = [entry for entry in _entries(call, apps) if earliest is None or entry.at > earliest]
    filters = [(name, test) for name, test in _FILTERS.items() if name in call.query]
    if filters:
        entries = [e for e in entries if all(test(_row(call, e), call.query[name]) for name, test in filters)]
    page = by_time(
        entries,
        limit=page_limit(call),
        before=before if latest is not None else None,
        at=lambda entry: entry.at,
        write=to_micros,
    )
    page.items = [_row(call, entry) for entry in page.items]
    return page


def _entries(call: Call, apps: list[Record]) -> list[Entry]:
    """Pipelines and stand-alone builds of the apps, newest first."""
    entries = []
    for app in apps:
        pipelines = call.state.table("apps", app["slug"], "pipelines")
        builds = call.state.table("apps", app["slug"], "builds")
        entries += [Entry(p["_life"]["triggered"], slug, app, p, True) for slug, p in pipelines.items()]
        entries += [
            Entry(build["_life"]["triggered"], slug, app, build, False)
            for slug, build in builds.items()
            if build["pipeline_workflow_id"] is None
        ]
    entries.sort(key=lambda entry: entry.at, reverse=True)
    return entries


def _moment(name: str, text: str | None) -> float | None:
    """Raises Problem: 400, not a time."""
    moment = from_rfc3339(text) if text else None
    if text and moment is None:
        raise Problem(400, f"{name}: not a time in RFC 3339")
    return moment


def _row(call: Call, entry: Entry) -> Record:
    builds = builds_of(call.state, entry.record) if entry.is_pipeline else [entry.record]
    build = builds[0] if builds else entry.record
    name = entry.record["_name"] if entry.is_pipeline else build["triggered_workflow"]
    status = status_of(builds)
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
        slug=entry.slug,
        is_pipeline=entry.is_pipeline,
        started_at=build.get("started_on_worker_at"),
        status=code,
        triggered_workflow=name,
        repository=entry.app,
        artifacts=None,
        build_tool_invocations=None,
        local_config=None,
        trigger_params=None,
        _state=status,
        _event=build.get("_event"),
    )


_FILTERS: dict[str, Callable[[Record, Any], bool]] = {
    "branch": lambda row, value: row["branch"] == value,
    "build_number": lambda row, value: row["build_number"] == value,
    "commit_message": lambda row, value: value in (row["commit_message"] or ""),
    "pipeline": lambda row, value: row["is_pipeline"] and row["triggered_workflow"] == value,
    "workflow": lambda row, value: not row["is_pipeline"] and row["triggered_workflow"] == value,
    "status": lambda row, value: row["_state"] == value,
    "trigger_event_type": lambda row, value: row["_event"] == value,
}

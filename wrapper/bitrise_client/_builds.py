"""Jobs on builds: start one, wait for it, find the latest, stop it, list those of many apps."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from bitrise_api.resources.builds import AsyncBuilds, Builds

from ._errors import APIConnectionError, RateLimitError, ResponseValidationError, ServerError, WaitTimeout
from ._flow import Flow, Gather, Sleep
from ._job import async_job, async_stream, declared, sync_job, sync_stream
from ._log import download_log, follow_log
from ._plan import Context, done
from ._status import is_finished, status_number

if TYPE_CHECKING:
    from bitrise_api.models import (
        Build,
        BuildAborted,
        BuildAbortParams,
        BuildTriggered,
        BuildTriggerParams,
        BuildTriggerResult,
    )

MAX_POLL = 30.0
"""Seconds: the longest pause between two looks at a build."""

MAX_FAILED_LOOKS = 5
"""How many looks at a build may fail in a row, each after its retries, before `wait` gives up."""


@attrs.frozen
class TriggeredBuild:
    """A build that was started.

    Attributes:
        slug: The build's slug.
        number: The build's number within its app.
        url: The build's page.
        workflow: The workflow that was started.
        pipeline: The pipeline that was started.
        app_slug: The app's slug.
        message: What the server said.
        results: Everything that was started: a trigger may start several builds. The first is described above.
        answer: The whole answer.
    """

    slug: str
    number: int | None
    url: str | None
    workflow: str | None
    pipeline: str | None
    app_slug: str
    message: str | None
    results: list[BuildTriggerResult] = attrs.field(repr=False)
    answer: BuildTriggered = attrs.field(repr=False)


def trigger(
    context: Context,
    app_slug: str,
    /,
    *,
    body: BuildTriggerParams | Mapping[str, Any] | None = None,
    workflow: str | None = None,
    pipeline: str | None = None,
    branch: str | None = None,
    tag: str | None = None,
    commit_hash: str | None = None,
    commit_message: str | None = None,
    pull_request_id: int | str | None = None,
    priority: int | None = None,
    environments: Mapping[str, str] | None = None,
    params: Mapping[str, Any] | None = None,
) -> Flow[TriggeredBuild]:
    """Start a build. It is never sent a second time once the server may have received it.

    Args:
        app_slug: The app.
        body: The whole request body, instead of the arguments below.
        workflow: Workflow to run. Without it and `pipeline`, the app's trigger map decides.
        pipeline: Pipeline to run, instead of a workflow.
        branch: Branch to build.
        tag: Tag to build.
        commit_hash: Commit to build.
        commit_message: Message shown with the build.
        pull_request_id: Number of the pull request to build.
        priority: From -100 to 100, higher goes first.
        environments: Environment variables of the build, name to value.
        params: Any other build parameter, under the API's name for it.

    Raises:
        ValueError: arguments that exclude each other.
        APIStatusError: the server refused, and says why.
        APIConnectionError: no answer came; `may_have_been_received` says whether a build may have started.
        ResponseValidationError: the answer names no build.
    """
    named = {
        "workflow_id": workflow,
        "pipeline_id": pipeline,
        "branch": branch,
        "tag": tag,
        "commit_hash": commit_hash,
        "commit_message": commit_message,
        "pull_request_id": pull_request_id,
        "priority": priority,
    }
    build_params = {name: value for name, value in named.items() if value is not None} | dict(params or {})
    if environments:
        build_params["environments"] = [{"mapped_to": name, "value": value} for name, value in environments.items()]
    if workflow is not None and pipeline is not None:
        raise ValueError("trigger takes workflow=… or pipeline=…, not both")
    if body is not None and build_params:
        raise ValueError("trigger takes body=… or the single arguments, not both")
    if body is None:
        body = {"hook_info": {"type": "bitrise"}, "build_params": build_params}
    answer = yield from done(context.api.builds.trigger(app_slug, body=body))
    return _triggered(app_slug, answer)


def wait(
    context: Context,
    app_slug: str,
    build_slug: str,
    /,
    *,
    timeout: float | None = None,
    poll: float = 3.0,
) -> Flow[Build]:
    """Wait until a build has finished, however it ends, and return it. Interrupting the wait leaves the build alone.

    Args:
        app_slug: The app.
        build_slug: The build.
        timeout: Seconds to wait at most; None waits for ever.
        poll: Seconds until the second look; the pause grows by half each time, up to 30 s.

    Raises:
        WaitTimeout: it has not finished in time; carries the build as last seen.
        APIStatusError, APIConnectionError: the build cannot be read; passing failures are borne a while first.
    """
    clock = time.monotonic
    deadline = None if timeout is None else clock() + timeout
    build: Build | None = None
    failed_looks = 0
    pause = poll
    while True:
        try:
            build = yield from done(context.api.builds.get(app_slug, build_slug))
            failed_looks = 0
        except (APIConnectionError, RateLimitError, ServerError):
            failed_looks += 1
            if failed_looks > MAX_FAILED_LOOKS:
                raise
        else:
            if is_finished(build):
                return build
        left = None if deadline is None else deadline - clock()
        if left is not None and left <= 0:
            state = "it could not be read" if build is None else f"it is {build.status_text}"
            raise WaitTimeout(f"build {build_slug} has not finished after {timeout} s: {state}", build)
        yield Sleep(pause if left is None else min(pause, left))
        pause = max(poll, min(pause * 1.5, MAX_POLL))


def latest(
    context: Context,
    app_slug: str,
    /,
    *,
    workflow: str | None = None,
    branch: str | None = None,
    status: str | int | None = "success",
) -> Flow[Build | None]:
    """The newest build of an app, None if there is none.

    Args:
        app_slug: The app.
        workflow: Only builds of this workflow.
        branch: Only builds of this branch.
        status: Only builds with this status: `success`, `error`, `aborted`, `aborted-with-success`, `in-progress`, its
            number, or None for any.

    Raises:
        ValueError: an unknown status.
    """
    wanted = None if status is None else status_number(status)
    builds = context.api.builds.list(app_slug, workflow=workflow, branch=branch, status=wanted, limit=1)
    found = yield from done(builds.first())
    return found


def abort(
    context: Context,
    app_slug: str,
    build_slug: str,
    /,
    *,
    body: BuildAbortParams | Mapping[str, Any] | None = None,
    reason: str | None = None,
    with_success: bool | None = None,
    skip_notifications: bool | None = None,
    skip_git_status_report: bool | None = None,
) -> Flow[BuildAborted]:
    """Stop a build.

    Args:
        app_slug: The app.
        build_slug: The build.
        body: The whole request body, instead of the arguments below.
        reason: Shown with the build.
        with_success: Whether the build counts as successful.
        skip_notifications: Whether nobody is told.
        skip_git_status_report: Whether the git provider is not told.

    Raises:
        ValueError: `body` together with other arguments.
        APIStatusError: the server refused, for instance because the build has finished.
    """
    named = {
        "abort_reason": reason,
        "abort_with_success": with_success,
        "skip_notifications": skip_notifications,
        "skip_git_status_report": skip_git_status_report,
    }
    given = {name: value for name, value in named.items() if value is not None}
    if body is not None and given:
        raise ValueError("abort takes body=… or the single arguments, not both")
    answer = yield from done(context.api.builds.abort(app_slug, build_slug, body=given if body is None else body))
    return answer


def list_many(
    context: Context,
    app_slugs: Iterable[str],
    /,
    *,
    concurrency: int = 16,
    limit: int | None = None,
    workflow: str | None = None,
    branch: str | None = None,
    status: str | int | None = None,
    after: int | None = None,
    before: int | None = None,
) -> Flow[dict[str, list[Build]]]:
    """The builds of many apps, several apps at a time.

    The first error stops the others and is raised.

    Args:
        app_slugs: The apps.
        concurrency: How many apps are asked about at once, at most.
        limit: How many builds of each app, the newest first; None for all.
        workflow: Only builds of this workflow.
        branch: Only builds of this branch.
        status: As for `latest`; None for any.
        after: Only builds that ran after this moment, in seconds since 1970.
        before: Only builds that ran before this moment, in seconds since 1970.

    Returns:
        App slug to builds, in the order of `app_slugs`.
    """
    if concurrency < 1:
        raise ValueError(f"concurrency must be 1 or more, not {concurrency!r}")
    wanted = None if status is None else status_number(status)
    slugs = list(dict.fromkeys(app_slugs))
    flows = [
        done(
            context.api.builds.list(
                slug, workflow=workflow, branch=branch, status=wanted, after=after, before=before
            ).collect(limit=limit)
        )
        for slug in slugs
    ]
    lists = yield Gather(flows, concurrency)
    return dict(zip(slugs, lists, strict=True))


class _BuildJobs:
    @declared(sync_job(trigger))
    def trigger(self) -> None: ...

    @declared(sync_job(abort))
    def abort(self) -> None: ...

    wait = sync_job(wait)
    latest = sync_job(latest)
    list_many = sync_job(list_many)
    follow_log = sync_stream(follow_log)
    download_log = sync_job(download_log)


class _AsyncBuildJobs:
    @declared(async_job(trigger))
    def trigger(self) -> None: ...

    @declared(async_job(abort))
    def abort(self) -> None: ...

    wait = async_job(wait)
    latest = async_job(latest)
    list_many = async_job(list_many)
    follow_log = async_stream(follow_log)
    download_log = async_job(download_log)


class BuildsWithJobs(_BuildJobs, Builds):  # type: ignore[misc]
    """The operations on builds, and the jobs made of them."""


class AsyncBuildsWithJobs(_AsyncBuildJobs, AsyncBuilds):  # type: ignore[misc]
    """As `BuildsWithJobs`, awaited."""


def _triggered(app_slug: str, answer: BuildTriggered) -> TriggeredBuild:
    results = answer.results or []
    first = next((result for result in results if result.build_slug), None)
    slug = first.build_slug if first else answer.build_slug
    if not slug:
        said = answer.message or answer.status or "no reason is given"
        content = json.dumps(answer.to_dict()).encode()
        raise ResponseValidationError(
            "POST", f"/apps/{app_slug}/builds", 201, f"no build started: {said}", content=content
        )
    source: Any = first or answer
    return TriggeredBuild(
        slug=slug,
        number=source.build_number,
        url=source.build_url,
        workflow=source.triggered_workflow,
        pipeline=getattr(source, "triggered_pipeline", None),
        app_slug=answer.app_slug or app_slug,
        message=answer.message,
        results=results,
        answer=answer,
    )

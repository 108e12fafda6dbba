"""Jobs on builds: wait for one, find the latest, stop one, list those of many apps; and the resources with all jobs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from bitrise_api.resources.builds import AsyncBuilds, Builds

from ._errors import APIConnectionError, RateLimitError, ServerError, WaitTimeout
from ._flow import Flow, Gather, Sleep
from ._job import async_job, async_stream, declared, sync_job, sync_stream
from ._log import download_log, follow_log
from ._plan import Context, done
from ._status import is_finished, status_number
from ._trigger import trigger

if TYPE_CHECKING:
    from bitrise_api.models import (
        Build,
        BuildAborted,
        BuildAbortParams,
    )

MAX_POLL = 30.0
"""Seconds: the longest pause between two looks at a build."""

MAX_FAILED_LOOKS = 5
"""How many looks at a build may fail in a row, each after its retries, before `wait` gives up."""


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

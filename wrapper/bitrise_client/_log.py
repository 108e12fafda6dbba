"""Jobs on a build's log: follow it while it is written, fetch it whole once it is archived."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, BinaryIO

from ._download import Progress, StrPath, download_presigned
from ._errors import APIConnectionError, DownloadError, NotFoundError, RateLimitError, ServerError
from ._flow import Emit, Emitting, Flow, Sleep
from ._log_archive import rest_of_archive
from ._log_text import LogCursor, LogOrder, LogText
from ._plan import Context, done
from ._status import is_finished

if TYPE_CHECKING:
    from pathlib import Path

    from bitrise_api.models import BuildLog

MAX_MISSING_LOOKS = 10
"""How many times in a row a log may not be there: for some 15 s after a trigger it is not."""

MAX_FAILED_LOOKS = 5
"""How many looks may fail in a row, each after its retries."""


def follow_log(
    context: Context,
    app_slug: str,
    build_slug: str,
    /,
    *,
    poll: float = 3.0,
    settle: float = 30.0,
    resume: LogCursor | None = None,
) -> Emitting[LogText]:
    """A build's log in order, as it is written, until the build has ended.

    Stop whenever you like, the build goes on. What is missing is handed out as a `LogGap`, a line that says so.

    Args:
        app_slug: The app.
        build_slug: The build.
        poll: Seconds between two looks.
        settle: Seconds after the build's end to wait for the rest of its log, if the server does not archive it sooner.
        resume: The `cursor` of the last piece of an earlier call, to go on after it.

    Yields:
        Pieces of the log, a str each, to be printed with `end=""`.

    Raises:
        NotFoundError: there is no such build, or it ended and there is no log of it.
        APIStatusError, APIConnectionError: the log cannot be read; passing failures are borne a while first.
    """
    order = LogOrder(resume or LogCursor())
    missing = failed = 0
    ended_at: float | None = None
    while True:
        log: BuildLog | None = None
        try:
            log = yield from done(context.api.builds.get_log(app_slug, build_slug, after_timestamp=order.timestamp))
            missing = failed = 0
        except NotFoundError:
            missing += 1
            if missing > MAX_MISSING_LOOKS:
                build = yield from done(context.api.builds.get(app_slug, build_slug))
                if is_finished(build):
                    raise
                missing = 0  # it waits for a machine: there is nothing to log yet
        except (APIConnectionError, RateLimitError, ServerError):
            failed += 1
            if failed > MAX_FAILED_LOOKS:
                raise
        progress = False
        if log is not None:
            if log.expiring_raw_log_url and (log.is_archived or ended_at is not None):
                yield from rest_of_archive(context, app_slug, build_slug, log.expiring_raw_log_url, order)
                return
            for text in order.take(log):
                progress = True
                yield Emit(text)
        if ended_at is None and log is not None and not progress:
            build = yield from done(context.api.builds.get(app_slug, build_slug))
            if is_finished(build):
                ended_at = time.monotonic()
                continue  # one more look: the last chunks may have come before the end did
        if ended_at is not None and time.monotonic() - ended_at >= settle:
            for text in order.drain():
                yield Emit(text)
            return
        yield Sleep(poll if ended_at is None else min(poll, max(settle / 5, 0.05)))


def download_log(
    context: Context,
    app_slug: str,
    build_slug: str,
    /,
    *,
    to: StrPath | BinaryIO,
    progress: Progress | None = None,
) -> Flow[Path]:
    """Write the whole log of an ended build to a file.

    Args:
        app_slug: The app.
        build_slug: The build.
        to: A file, an existing folder or a path that ends in `/` (the file is then `BUILD.log`), or a binary
            file object.
        progress: Called with the bytes written so far and the total, None if unknown.

    Returns:
        The path written; for a file object, the name the file would have had.

    Raises:
        DownloadError: the log is not archived (yet), or could not be fetched whole.
        APIStatusError: there is no such build, or no log of it.
        OSError: the file cannot be written.
    """

    def address() -> Flow[str]:
        log = yield from done(context.api.builds.get_log(app_slug, build_slug))
        if not log.expiring_raw_log_url:
            raise DownloadError(
                f"the log of build {build_slug} is not archived; it is some time after the build's end, "
                "for an aborted build perhaps never: use follow_log"
            )
        return log.expiring_raw_log_url

    path = yield from download_presigned(context.settings, address, f"{build_slug}.log", None, to, progress)
    return path

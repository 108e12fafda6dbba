"""What a build's status means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._errors import BuildFailed

if TYPE_CHECKING:
    from bitrise_api.models import Build


def raise_for_status(build: Build) -> Build:
    """The build itself if it succeeded, or was aborted with success.

    Raises:
        BuildFailed: it ended otherwise.
        ValueError: it has not finished.
    """
    if not is_finished(build):
        raise ValueError(f"build {build.slug} has not finished; wait for it first")
    from bitrise_api.models import BuildStatus

    if build.status in (BuildStatus.SUCCESS, BuildStatus.ABORTED_WITH_SUCCESS):
        return build
    why = f" ({build.abort_reason})" if build.abort_reason else ""
    raise BuildFailed(f"build {build.slug} #{build.build_number} ended with {build.status_text}{why}", build)


def is_finished(build: Build) -> bool:
    """Whether a build has ended, one way or another; a build on hold has not."""
    from bitrise_api.models import BuildStatus

    return build.status != BuildStatus.IN_PROGRESS


def status_number(status: str | int) -> int:
    """The number of a status given by its name in the API (`success`, `aborted-with-success`) or its number."""
    from bitrise_api.models import BuildStatus

    if isinstance(status, int):
        return int(status)
    numbers = {member.name.lower().replace("_", "-"): int(member) for member in BuildStatus}
    if status not in numbers:
        raise ValueError(f"status must be one of {', '.join(numbers)}, not {status!r}")
    return numbers[status]

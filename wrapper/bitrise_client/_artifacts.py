"""Jobs on artifacts: fetch one, or all of a build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bitrise_api.resources.artifacts import Artifacts, AsyncArtifacts

from ._download import Progress, StrPath, download_presigned, safe_name
from ._errors import DownloadError
from ._flow import Flow, Gather
from ._job import async_job, sync_job
from ._plan import Context, done

if TYPE_CHECKING:
    from bitrise_api.models import Artifact


def download(
    context: Context,
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    /,
    *,
    to: StrPath | BinaryIO,
    progress: Progress | None = None,
) -> Flow[Path]:
    """Fetch an artifact's file.

    It is written to `NAME.part` and renamed once it is there whole; an interrupted download goes on where it stopped,
    also in a later call, if the file on the server is still the same. The token is not sent to the file's address.

    Args:
        app_slug: The app.
        build_slug: The build.
        artifact_slug: The artifact.
        to: A file, an existing folder or a path that ends in `/` (the file then has the artifact's name), or a binary
            file object.
        progress: Called with the bytes written so far and the total, None if unknown.

    Returns:
        The path written; for a file object, the name the file would have had.

    Raises:
        DownloadError: the file could not be fetched whole.
        APIStatusError: there is no such artifact.
        OSError: the file cannot be written.
    """
    artifact = yield from done(context.api.artifacts.get(app_slug, build_slug, artifact_slug))
    path = yield from _fetch(context, app_slug, build_slug, artifact, to, progress)
    return path


def download_all(
    context: Context,
    app_slug: str,
    build_slug: str,
    /,
    *,
    to: StrPath,
    concurrency: int = 4,
    progress: Progress | None = None,
) -> Flow[list[Path]]:
    """Fetch all artifacts of a build into a folder, several at a time.

    The first error stops the others and is raised; what is complete stays. Of two artifacts with one name, the second
    gets its slug in front.

    Args:
        app_slug: The app.
        build_slug: The build.
        to: The folder; it is made if it does not exist.
        concurrency: How many are fetched at once, at most.
        progress: Called with the bytes of all of them written so far and the total.

    Returns:
        The paths written, in the order of the build's artifacts.

    Raises:
        DownloadError, APIStatusError, OSError: as `download`.
    """
    if concurrency < 1:
        raise ValueError(f"concurrency must be 1 or more, not {concurrency!r}")
    folder = Path(to)
    artifacts = yield from done(context.api.artifacts.list(app_slug, build_slug).collect())
    folder.mkdir(parents=True, exist_ok=True)
    total = _Total(progress, sum(artifact.file_size_bytes for artifact in artifacts))
    taken: set[str] = set()
    flows = []
    for artifact in artifacts:
        name = safe_name(artifact.title or artifact.slug)
        if name.lower() in taken:
            name = safe_name(f"{artifact.slug}-{name}")
        taken.add(name.lower())
        flows.append(
            download(context, app_slug, build_slug, artifact.slug, to=folder / name, progress=total.part(artifact.slug))
        )
    paths = yield Gather(flows, concurrency)
    return list(paths)


class _ArtifactJobs:
    download = sync_job(download)
    download_all = sync_job(download_all)


class _AsyncArtifactJobs:
    download = async_job(download)
    download_all = async_job(download_all)


class ArtifactsWithJobs(_ArtifactJobs, Artifacts):
    """The operations on artifacts, and the jobs made of them."""


class AsyncArtifactsWithJobs(_AsyncArtifactJobs, AsyncArtifacts):
    """As `ArtifactsWithJobs`, awaited."""


class _Total:
    """Adds up the progress of several downloads."""

    def __init__(self, progress: Progress | None, size: int) -> None:
        self._progress = progress
        self._size = size
        self._written: dict[str, int] = {}

    def part(self, slug: str) -> Progress | None:
        progress = self._progress
        if progress is None:
            return None

        def tell(written: int, _: int | None, /) -> None:
            self._written[slug] = written
            progress(sum(list(self._written.values())), self._size)

        return tell


def _fetch(
    context: Context,
    app_slug: str,
    build_slug: str,
    artifact: Artifact,
    to: StrPath | BinaryIO,
    progress: Progress | None,
) -> Flow[Path]:
    first = [artifact.expiring_download_url]

    def address() -> Flow[str]:
        url = first.pop() if first else None
        if url is None:
            found = yield from done(context.api.artifacts.get(app_slug, build_slug, artifact.slug))
            url = found.expiring_download_url
        if url is None:
            raise DownloadError(f"artifact {artifact.slug} has no download address")
        return url

    name = artifact.title or artifact.slug
    path = yield from download_presigned(context.settings, address, name, artifact.file_size_bytes, to, progress)
    return path

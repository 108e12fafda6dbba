"""Files from presigned addresses to disk: streamed, resumed, checked, renamed at the end, without the token."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol, TypeAlias
from urllib.parse import urlsplit

import attrs

from ._errors import APIConnectionError, APIStatusError, BitriseError, DownloadError
from ._flow import Answer, Close, Exchange, Flow, Open, Read, Sleep, Stream
from ._retry import delay_before_retry, reason_of, status_error
from ._settings import Settings

StrPath: TypeAlias = str | os.PathLike[str]

MAX_NAME_LENGTH = 200


class Progress(Protocol):
    """Called as a download goes on."""

    def __call__(self, done: int, total: int | None, /) -> object:
        """`done` bytes of `total` are written; None if the total is unknown."""


def download_presigned(
    settings: Settings,
    address: Callable[[], Flow[str]],
    name: str,
    size: int | None,
    to: StrPath | BinaryIO,
    progress: Progress | None,
) -> Flow[Path]:
    """Fetch a file and put it where it is wanted.

    Each try asks for a fresh address, because they live ten minutes, and goes on where the last one stopped if the
    server says that the file is still the same.

    Args:
        settings: The client's settings.
        address: Gets a fresh presigned address.
        name: The file's name if `to` is a folder; only its last part is used.
        size: The bytes expected, None if unknown.
        to: A folder, a file or a binary file object.
        progress: Called as it goes on.

    Raises:
        DownloadError: the file cannot be fetched whole.
    """
    if not isinstance(to, str | os.PathLike):
        yield from _fill(settings, address, name, size, _Sink(to, to.tell() if to.seekable() else None), progress)
        return Path(safe_name(name))
    path = destination(to, name)
    part, kept = path.with_name(path.name + ".part"), path.with_name(path.name + ".part.etag")
    validator = kept.read_text().strip() or None if part.exists() and kept.exists() else None
    with part.open("r+b" if validator else "wb") as file:
        sink = _Sink(file, 0, kept, validator, file.seek(0, os.SEEK_END))
        try:
            yield from _fill(settings, address, name, size, sink, progress)
        except BaseException:
            if sink.validator is None:  # nothing that a later call could go on from
                part.unlink(missing_ok=True)
            raise
    part.replace(path)
    kept.unlink(missing_ok=True)
    return path


def destination(to: StrPath, name: str) -> Path:
    """The file to write: `to` itself, or `name` in the folder `to`, which is made if it does not exist."""
    path = Path(to)
    if path.is_dir() or str(os.fspath(to)).endswith(("/", os.sep)):
        path = path / safe_name(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def safe_name(name: str) -> str:
    """A server's file name as a name that cannot leave its folder on any system."""
    last = re.split(r"[/\\]", name)[-1]
    last = re.sub(r'[\x00-\x1f\x7f\ud800-\udfff<>:"|?*]', "_", last).rstrip(". ")
    while len(last.encode()) > MAX_NAME_LENGTH:
        last = last[1:] if "." in last[:-1] else last[:-1]
    if re.fullmatch(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", last, re.IGNORECASE):  # devices, on Windows
        return f"_{last}"
    return last if last.strip(".") else "download"


def label_of(url: str) -> str:
    """What stands for a presigned address in errors and logs: without its query, which lets anyone in."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


@attrs.define
class _Sink:
    """Where bytes go: a file, how much of it is there, and by what the server recognises it."""

    file: BinaryIO
    start: int | None
    """Position of the file's first byte; None if the file cannot go back."""
    kept: Path | None = None
    validator: str | None = None
    written: int = 0

    def restart(self) -> None:
        """Forget what was written."""
        if not self.written:
            return
        if self.start is None:
            raise DownloadError("the download broke off and cannot start over in a file object that cannot seek")
        self.file.seek(self.start)
        self.file.truncate()
        self.written = 0

    def remember(self, validator: str | None) -> None:
        """Keep what a later call can go on by."""
        self.validator = validator
        if self.kept is not None:
            if validator:
                self.kept.write_text(validator)
            else:
                self.kept.unlink(missing_ok=True)

    def write(self, piece: bytes) -> None:
        """Add to the file."""
        self.file.write(piece)
        self.written += len(piece)


def _fill(
    settings: Settings,
    address: Callable[[], Flow[str]],
    name: str,
    size: int | None,
    sink: _Sink,
    progress: Progress | None,
) -> Flow[None]:
    attempt = 0
    while True:
        before = sink.written
        url = yield from address()
        try:
            yield from _try(settings, url, size, sink, progress)
            return
        except (APIConnectionError, APIStatusError, _Incomplete) as error:
            failure = error
        attempt = 1 if sink.written > before else attempt + 1
        reason = reason_of(failure)
        if attempt > settings.max_retries or not _may_pass(failure):
            raise DownloadError(f"{name!r} could not be downloaded: {reason}")
        delay = delay_before_retry(attempt, failure)
        settings.hooks.retry("GET", label_of(url), attempt, delay, reason)
        yield Sleep(delay)


class _Incomplete(BitriseError):
    """What came is not the whole file."""


def _try(settings: Settings, url: str, size: int | None, sink: _Sink, progress: Progress | None) -> Flow[None]:
    headers = {"Accept-Encoding": "identity"}
    if sink.written and sink.validator:
        headers |= {"Range": f"bytes={sink.written}-", "If-Range": sink.validator}
    exchange = Exchange("GET", url, label_of(url), headers=headers, signed=False)
    stream: Stream = yield Open(exchange)
    try:
        total = yield from _begin(exchange, stream, sink, settings)
        while piece := (yield Read(stream)):
            sink.write(piece)
            if progress is not None:
                progress(sink.written, total)
    finally:
        yield Close(stream)
    for expected in (total, size):
        if expected is not None and sink.written != expected:
            written = sink.written
            sink.restart()
            sink.remember(None)
            raise _Incomplete(f"{written} bytes came instead of {expected}")


def _begin(exchange: Exchange, stream: Stream, sink: _Sink, settings: Settings) -> Flow[int | None]:
    """Make the sink ready for the body that follows; the size of the whole file, None if the server does not say."""
    if stream.status == 206 and _continues(stream, sink):
        return int(stream.headers["content-range"].rpartition("/")[2])
    if stream.status in (206, 416):  # not the file that was begun: start over
        sink.restart()
        sink.remember(None)
        raise _Incomplete("the file changed on the server")
    if not 200 <= stream.status < 300:
        content: bytes = yield Read(stream)
        raise status_error(exchange, Answer(stream.status, stream.headers, content), settings)
    sink.restart()
    if stream.headers.get("content-encoding", "identity") != "identity":
        sink.remember(None)
        return None
    sink.remember(_validator(stream))
    length = stream.headers.get("content-length")
    return int(length) if length is not None else None


def _continues(stream: Stream, sink: _Sink) -> bool:
    match = re.fullmatch(r"bytes (\d+)-\d+/\d+", stream.headers.get("content-range", ""))
    return match is not None and int(match[1]) == sink.written and _validator(stream) in (None, sink.validator)


def _validator(stream: Stream) -> str | None:
    """What tells this file from another at the same address: its strong entity tag, else its time."""
    tag = stream.headers.get("etag")
    return tag if tag and not tag.startswith("W/") else stream.headers.get("last-modified")


def _may_pass(failure: Exception) -> bool:
    """Whether another try, at a fresh address, may succeed: an expired address answers 403, or 400 or 404."""
    return not isinstance(failure, APIStatusError) or failure.status_code != 401

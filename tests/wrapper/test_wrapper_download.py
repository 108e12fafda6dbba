"""Downloads: fresh addresses without the token, resumed, checked, renamed at the end; and what breaks on the way."""

from __future__ import annotations

import asyncio
import io
import logging
from pathlib import Path
from typing import Any

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import Received, Reply, ScriptedServer

from bitrise_client import AsyncBitrise, Bitrise, DownloadError, NotFoundError, ServerError
from bitrise_client._download import safe_name

DATA = bytes(range(256)) * 2000


class Storage:
    """Artifacts and the storage behind their presigned addresses, which honours Range and If-Range."""

    def __init__(self, server: ScriptedServer, files: dict[str, tuple[str | None, bytes]] | None = None) -> None:
        self.server = server
        self.files = files or {"f": ("app.apk", DATA)}
        self.etag: str | None = '"one"'
        self.troubles: list[Reply | None] = []
        self.ranges: list[str | None] = []
        self.addresses = 0
        self.announced: int | None = None
        server.script = self

    def __call__(self, request: Received) -> Reply:
        if request.path.startswith("/storage/"):
            assert "Authorization" not in request.headers
            return self.stored(request)
        slug = request.path.rpartition("/")[2]
        if slug == "artifacts":
            return Reply(json=samples.page([self.artifact(slug) for slug in self.files]))
        if slug not in self.files:
            return Reply(404, {"message": "Not Found"})
        self.addresses += 1
        return Reply(json={"data": self.artifact(slug)})

    def artifact(self, slug: str) -> dict[str, Any]:
        title, data = self.files[slug]
        size = len(data) if self.announced is None else self.announced
        url = f"{self.server.address}/storage/{slug}?signature=private-{self.addresses}"
        return samples.artifact(slug, title, size, url)

    def stored(self, request: Received) -> Reply:
        self.ranges.append(request.headers.get("Range"))
        trouble = self.troubles.pop(0) if self.troubles else None
        if trouble is not None and trouble.body is None:
            return trouble
        _, data = self.files[request.path.rpartition("/")[2]]
        headers = {"ETag": self.etag} if self.etag else {}
        asked = request.headers.get("Range")
        if asked and request.headers.get("If-Range") == self.etag:
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
            reply = Reply(206, body=data[start:], headers=headers)
        else:
            reply = Reply(200, body=data, headers=headers)
        if trouble is not None:
            reply.cut = trouble.cut
        return reply


BROKEN = Reply(body=b"broken off", cut=200_000)


@pytest.fixture
def storage(server: ScriptedServer) -> Storage:
    return Storage(server)


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_into_a_folder(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    progress: list[tuple[int, int | None]] = []
    path = client.artifacts.download("app", "b", "f", to=tmp_path, progress=lambda *each: progress.append(each))
    assert path == tmp_path / "app.apk"
    assert path.read_bytes() == DATA
    assert files_in(tmp_path) == ["app.apk"]
    assert progress[-1] == (len(DATA), len(DATA))
    assert len(progress) > 1


def test_no_log_shows_what_lets_anyone_in(
    storage: Storage, client: Bitrise, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    storage.troubles = [Reply(302, headers={"Location": "/storage/f?signature=private-too"})]
    client.artifacts.download("app", "b", "f", to=tmp_path)
    assert "/storage/f" in caplog.text
    assert not [record for record in caplog.records if record.name == "httpx" and "private" in record.getMessage()]
    assert not [
        record for record in caplog.records if record.name == "bitrise_client" and "private" in record.getMessage()
    ]
    assert all(
        "signature=private" in request.raw_query for request in storage.server.received if "storage" in request.path
    )


def test_into_a_new_folder_and_to_a_file(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    assert client.artifacts.download("app", "b", "f", to=f"{tmp_path}/new/folder/") == tmp_path / "new/folder/app.apk"
    assert client.artifacts.download("app", "b", "f", to=tmp_path / "x" / "mine.bin").read_bytes() == DATA
    assert files_in(tmp_path) == ["app.apk", "mine.bin"]


def test_into_a_file_object(storage: Storage, client: Bitrise) -> None:
    target = io.BytesIO(b"before")
    target.seek(6)
    storage.troubles = [BROKEN]
    assert client.artifacts.download("app", "b", "f", to=target) == Path("app.apk")
    assert target.getvalue() == b"before" + DATA


def test_file_object_that_cannot_start_over(storage: Storage, client: Bitrise) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    storage.etag = None
    storage.troubles = [BROKEN]
    with pytest.raises(DownloadError, match="cannot seek"):
        client.artifacts.download("app", "b", "f", to=Pipe())


@pytest.mark.parametrize(
    "trouble",
    [
        Reply(hang_up=True),
        Reply(503, headers={"Retry-After": "2"}),
        Reply(403, json={"message": "Request has expired"}),
        Reply(500),
    ],
)
def test_trouble_at_the_first_byte(trouble: Reply, storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.troubles = [trouble, trouble]
    assert client.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA
    assert storage.addresses == 3


def test_broken_off_download_goes_on_where_it_stopped(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.troubles = [BROKEN] * 2
    assert client.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA
    assert storage.ranges[0] is None
    resumed = [int(each.removeprefix("bytes=").removesuffix("-")) for each in storage.ranges[1:] if each]
    assert len(resumed) == 2
    assert 0 < resumed[0] < resumed[1] < len(DATA)


def test_every_try_may_fail_as_long_as_bytes_come(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.files = {"f": ("app.apk", DATA * 4)}
    storage.troubles = [BROKEN] * 8
    assert client.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA * 4


def test_file_that_changed_on_resume_is_fetched_anew(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.troubles = [BROKEN]
    normal = storage.stored

    def changing(request: Received) -> Reply:
        reply = normal(request)
        if reply.cut is not None:
            storage.etag, storage.files = '"two"', {"f": ("app.apk", DATA[::-1])}
        return reply

    storage.stored = changing  # type: ignore[method-assign]
    assert client.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA[::-1]


def test_partial_answer_for_another_file_is_not_spliced(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.troubles = [BROKEN]
    normal = storage.stored

    def careless(request: Received) -> Reply:
        if request.headers.get("Range") and storage.etag == '"one"':
            storage.etag, storage.files = '"two"', {"f": ("app.apk", DATA[::-1])}
            start = int(request.headers["Range"].removeprefix("bytes=").removesuffix("-"))
            headers = {"ETag": '"two"', "Content-Range": f"bytes {start}-{len(DATA) - 1}/{len(DATA)}"}
            return Reply(206, body=DATA[::-1][start:], headers=headers)
        return normal(request)

    storage.stored = careless  # type: ignore[method-assign]
    assert client.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA[::-1]


def test_server_without_ranges(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.etag = None
    storage.troubles = [BROKEN]
    assert client.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA
    assert storage.ranges == [None, None]


def test_later_call_goes_on_with_the_part_that_is_there(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.troubles = [BROKEN]
    once = client.with_options(max_retries=0)
    with pytest.raises(DownloadError, match=r"'app\.apk' could not be downloaded"):
        once.artifacts.download("app", "b", "f", to=tmp_path)
    assert files_in(tmp_path) == ["app.apk.part", "app.apk.part.etag"]
    assert once.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA
    assert storage.ranges[1] is not None
    assert files_in(tmp_path) == ["app.apk"]


def test_part_of_another_file_is_not_used(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    (tmp_path / "app.apk.part").write_bytes(b"rubbish")
    (tmp_path / "app.apk.part.etag").write_text('"zero"')
    assert client.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA
    (tmp_path / "app.apk.part").write_bytes(b"rubbish")
    assert client.artifacts.download("app", "b", "f", to=tmp_path).read_bytes() == DATA


def test_truncated_file_is_an_error(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.announced = len(DATA) + 5
    with pytest.raises(DownloadError, match=f"{len(DATA)} bytes came instead of {len(DATA) + 5}"):
        client.artifacts.download("app", "b", "f", to=tmp_path)
    assert files_in(tmp_path) == []


def test_download_that_never_works_leaves_nothing(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.troubles = [Reply(403, json={"message": "Request has expired"})] * 9
    with pytest.raises(DownloadError, match="403: Request has expired") as caught:
        client.artifacts.download("app", "b", "f", to=tmp_path)
    assert "private" not in str(caught.value)
    assert files_in(tmp_path) == []


def test_missing_artifact(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        client.artifacts.download("app", "b", "none", to=tmp_path / "x")
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\evil.exe", "evil.exe"),
        ("..", "download"),
        ("", "download"),
        ("a/", "download"),
        ("nul\x00byte", "nul_byte"),
        ("c:stream", "c_stream"),
        ("half a \ud83d", "half a _"),
        ("NUL.txt", "_NUL.txt"),
        ("x" * 300 + ".apk", "x" * 196 + ".apk"),
    ],
)
def test_no_name_leaves_the_folder(title: str, name: str, storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.files = {"f": (title, b"abc")}
    folder = tmp_path / "in"
    folder.mkdir()
    if title:
        assert client.artifacts.download("app", "b", "f", to=folder) == folder / name
        assert [path.parent for path in tmp_path.rglob("*") if path.is_file()] == [folder]
    assert safe_name(title) == name


@given(st.text(st.characters(), max_size=400))
def test_any_name_is_safe(title: str) -> None:
    name = safe_name(title)
    assert Path("folder", name).parent == Path("folder")
    assert name not in ("", ".", "..")
    assert len(name.encode()) <= 201


def test_download_all(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.files = {f"s{number}": (f"file-{number}.txt", b"x" * number) for number in range(20)}
    storage.files["t"] = ("file-3.txt", b"another")
    progress: list[tuple[int, int | None]] = []
    paths = client.artifacts.download_all("app", "b", to=tmp_path / "out", progress=lambda *each: progress.append(each))
    assert [path.name for path in paths] == [*(f"file-{number}.txt" for number in range(20)), "t-file-3.txt"]
    assert [path.stat().st_size for path in paths] == [*range(20), 7]
    assert progress[-1] == (190 + 7, 190 + 7)


def test_download_all_stops_at_the_first_error(storage: Storage, client: Bitrise, tmp_path: Path) -> None:
    storage.files = {f"s{number}": (f"file-{number}.txt", b"x") for number in range(30)}
    normal = storage.stored
    storage.stored = (  # type: ignore[method-assign]
        lambda request: Reply(403) if request.path.endswith("/s3") else normal(request)
    )
    with pytest.raises(DownloadError):
        client.with_options(max_retries=0).artifacts.download_all("app", "b", to=tmp_path, concurrency=2)
    assert len(files_in(tmp_path)) < 15


def test_download_all_of_a_build_that_cannot_be_read(server: ScriptedServer, client: Bitrise, tmp_path: Path) -> None:
    server.reply(Reply(500))
    with pytest.raises(ServerError):
        client.artifacts.download_all("app", "b", to=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_async_downloads(storage: Storage, token: str, no_delays: list[float], tmp_path: Path) -> None:
    async def main() -> None:
        async with AsyncBitrise(token, base_url=storage.server.base_url) as bitrise:
            storage.troubles = [BROKEN]
            assert (await bitrise.artifacts.download("app", "b", "f", to=tmp_path)).read_bytes() == DATA
            storage.files = {f"s{number}": (f"file-{number}.txt", b"x" * number) for number in range(9)}
            paths = await bitrise.artifacts.download_all("app", "b", to=tmp_path / "all")
            assert [path.stat().st_size for path in paths] == list(range(9))
            storage.troubles = [Reply(403)] * 40
            with pytest.raises(DownloadError):
                await bitrise.artifacts.download_all("app", "b", to=tmp_path / "none")

    asyncio.run(main())

"""Uploads: announce, transfer with the exact length and without the token, confirm; and what is left when it breaks."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from scripted_server import Received, Reply, ScriptedServer

from bitrise_client import APIConnectionError, AsyncBitrise, Bitrise, UploadError

DATA = b"PK\x03\x04" * 100_000


class FileStore:
    """The three steps of an upload, each of which can be made to fail."""

    def __init__(self, server: ScriptedServer) -> None:
        self.server = server
        self.transfer: list[Reply] = []
        self.confirmation: list[Reply] = []
        self.puts: list[Received] = []
        self.announced: Any = None
        server.script = self

    def __call__(self, request: Received) -> Reply:
        if request.path.startswith("/storage"):
            self.puts.append(request)
            return self.transfer.pop(0) if self.transfer else Reply(200)
        if request.path.endswith("/uploaded"):
            return self.confirmation.pop(0) if self.confirmation else Reply(200, {"data": self.file(True)})
        self.announced = request.json
        url = f"{self.server.address}/storage/x?signature=private"
        return Reply(201, {"data": {**self.file(False), "upload_url": url}})

    def file(self, processed: bool) -> dict[str, Any]:
        return {
            "slug": "01ABC",
            "upload_file_name": self.announced["upload_file_name"],
            "upload_file_size": self.announced["upload_file_size"],
            "processed": processed,
            "is_expose": False,
            "is_protected": False,
            "user_env_key": "KEY",
            "exposed_meta_datastore": None,
        }


@pytest.fixture
def store(server: ScriptedServer) -> FileStore:
    return FileStore(server)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "key.jks"
    file.write_bytes(DATA)
    return file


def upload(client: Any, kind: str, path: Path) -> Any:
    details = {
        "android_keystore_files": {"alias": "a", "password": "pass-1", "private_key_password": "pass-2"},
        "generic_project_files": {"env_key": "KEY"},
    }
    return getattr(client, kind).upload("app", path, **details.get(kind, {}))


KINDS = ["android_keystore_files", "build_certificates", "provisioning_profiles", "generic_project_files"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_three_steps(kind: str, store: FileStore, client: Bitrise, path: Path) -> None:
    uploaded = upload(client, kind, path)
    assert uploaded.slug == "01ABC"
    assert uploaded.processed is True
    assert store.announced["upload_file_size"] == len(DATA)
    (put,) = store.puts
    assert put.method == "PUT"
    assert put.body == DATA
    assert put.headers["Content-Length"] == str(len(DATA))
    assert "Transfer-Encoding" not in put.headers
    assert "Authorization" not in put.headers


def test_transfer_is_repeated(store: FileStore, client: Bitrise, path: Path) -> None:
    store.transfer = [Reply(503), Reply(hang_up=True)]
    assert upload(client, "build_certificates", path).processed
    assert [len(put.body) for put in store.puts] == [len(DATA)] * 3


def test_failed_transfer_says_what_is_left(store: FileStore, client: Bitrise, path: Path) -> None:
    store.transfer = [Reply(403, body=b"Request has expired")]
    with pytest.raises(UploadError, match="announced as 01ABC but not transferred") as caught:
        upload(client, "build_certificates", path)
    assert caught.value.slug == "01ABC"
    assert caught.value.step == "transfer"
    assert "build_certificates.delete('app', '01ABC')" in str(caught.value)
    assert "private" not in str(caught.value)


@pytest.mark.parametrize("trouble", [Reply(hang_up=True), Reply(500, {"message": "oops"})])
def test_failed_confirmation_says_how_to_finish(trouble: Reply, store: FileStore, client: Bitrise, path: Path) -> None:
    store.confirmation = [trouble]
    with pytest.raises(UploadError, match="not confirmed") as caught:
        upload(client, "generic_project_files", path)
    assert caught.value.step == "confirm"
    assert "finish with generic_project_files.confirm('app', '01ABC')" in str(caught.value)


def test_dropped_transfer(store: FileStore, client: Bitrise, path: Path) -> None:
    store.transfer = [Reply(hang_up=True)] * 3
    with pytest.raises(UploadError, match="not transferred"):
        upload(client, "provisioning_profiles", path)
    assert len(store.puts) == 3


def test_refused_announcement_leaves_nothing(server: ScriptedServer, client: Bitrise, path: Path) -> None:
    server.reply(Reply(422, {"message": "no"}))
    with pytest.raises(Exception, match="422: no"):
        upload(client, "build_certificates", path)
    assert len(server.received) == 1


def test_announcement_that_may_have_been_received_is_not_repeated(
    server: ScriptedServer, client: Bitrise, path: Path
) -> None:
    server.reply(Reply(hang_up=True))
    with pytest.raises(APIConnectionError) as caught:
        upload(client, "build_certificates", path)
    assert caught.value.may_have_been_received
    assert len(server.received) == 1


def test_unreadable_file_announces_nothing(server: ScriptedServer, client: Bitrise, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        upload(client, "build_certificates", tmp_path / "none.p12")
    assert server.received == []


def test_empty_file(store: FileStore, client: Bitrise, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    upload(client, "build_certificates", tmp_path / "empty")
    assert store.puts[0].headers["Content-Length"] == "0"


def test_async_upload(store: FileStore, token: str, path: Path, no_delays: list[float]) -> None:
    async def main() -> None:
        async with AsyncBitrise(token, base_url=store.server.base_url) as bitrise:
            assert (await upload(bitrise, "generic_project_files", path)).processed

    store.transfer = [Reply(503)]
    asyncio.run(main())
    assert [put.body for put in store.puts] == [DATA, DATA]

"""The functions of bitrise_api.api over a real loopback server, for the client of each published document."""

import asyncio
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from bitrise_api import AuthenticatedClient, Client
from bitrise_api.api.application import app_config_datastore_show, app_show
from bitrise_api.api.builds import build_ai_summary
from bitrise_api.api.secrets import secret_delete
from bitrise_api.api.user import user_profile
from bitrise_api.errors import UnexpectedStatus
from pipeline.canonical import without_prose
from pipeline.contract import build_contract
from pipeline.generate import generate
from pipeline.overlay import load_overlays

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "the-secret-token"
ME = {"data": {"username": "ada", "slug": "u1", "data_id": 0, "brand_new": [1]}}


class Server(ThreadingHTTPServer):
    """Answers each path with what was laid out for it, and keeps what it received."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, tuple[int, str, bytes]] = {}
        self.received: list[tuple[str, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v0.1"


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.received.append((self.path, dict(self.headers)))
        status, kind, body = self.server.answers.get(self.path, (404, "application/json", b'{"message":"Not Found"}'))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_DELETE = do_GET  # noqa: N815

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def serving() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.answers["/v0.1/me"] = (200, "application/json", json.dumps(ME).encode())
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[AuthenticatedClient]:
    with AuthenticatedClient(server.url, token=TOKEN) as opened:
        yield opened


def test_a_call_answers_the_model(client, server):
    answer = user_profile.sync(client=client)
    assert answer.data.username == "ada"
    assert answer.to_dict() == ME
    ((path, headers),) = server.received
    assert path == "/v0.1/me"
    assert headers["Authorization"] == f"token {TOKEN}"


def test_a_detailed_call_answers_status_and_body_as_well(client):
    answer = user_profile.sync_detailed(client=client)
    assert answer.status_code == 200
    assert json.loads(answer.content) == ME
    assert answer.headers["content-type"] == "application/json"


def test_asyncio_does_the_same(server):
    async def ask() -> Any:
        async with AuthenticatedClient(server.url, token=TOKEN) as client:
            detailed = await user_profile.asyncio_detailed(client=client)
            return detailed.parsed, await user_profile.asyncio(client=client)

    first, second = asyncio.run(ask())
    assert first == second
    assert first.to_dict() == ME


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_an_error_is_raised_documented_or_not(client, server, status):
    server.answers["/v0.1/apps/x"] = (status, "text/html", b"<html>no</html>")
    with pytest.raises(UnexpectedStatus) as raised:
        app_show.sync("x", client=client)
    assert raised.value.status_code == status
    assert raised.value.content == b"<html>no</html>"
    assert TOKEN not in str(raised.value)


def test_text_is_text_and_its_error_is_an_error(client, server):
    server.answers["/v0.1/apps/x/bitrise.yml"] = (200, "text/plain", b"format_version: '13'\n")
    assert app_config_datastore_show.sync("x", client=client) == "format_version: '13'\n"
    with pytest.raises(UnexpectedStatus, match="404"):
        app_config_datastore_show.sync("y", client=client)


@pytest.mark.parametrize(("body", "wanted"), [(b'{"a": 1}', {"a": 1}), (b"<html>", "<html>"), (b"", None), (b"3", 3)])
def test_an_answer_of_unknown_kind_is_json_if_it_is_and_text_if_not(client, server, body, wanted):
    server.answers["/v0.1/builds/b/ai-summary"] = (200, "application/json", body)
    assert build_ai_summary.sync("b", client=client) == wanted


def test_an_empty_answer_is_none(client, server):
    server.answers["/v0.1/apps/x/secrets/KEY"] = (204, "application/json", b"")
    assert secret_delete.sync("x", "KEY", client=client) is None


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b'{"data": null}', b'{"data": 3}', b"<html>"])
def test_a_broken_answer_is_an_error(client, server, body):
    server.answers["/v0.1/me"] = (200, "application/json", body)
    with pytest.raises((KeyError, TypeError, ValueError)):
        user_profile.sync(client=client)


def test_the_token_is_in_no_repr(client):
    assert TOKEN not in repr(client)
    assert TOKEN not in repr(client.with_headers({"Authorization": TOKEN}))


def test_there_is_a_time_limit_and_another_client_does_not_change_it():
    client = Client()
    assert client.timeout == 30.0
    assert client.with_timeout(1.0).timeout == 1.0
    assert client.timeout == 30.0
    assert client.get_httpx_client().timeout.read == 30.0


CALL_ME = """
import sys
from bitrise_api import AuthenticatedClient, OPERATIONS
from bitrise_api.api.user import user_profile
with AuthenticatedClient(base_url=sys.argv[1], token="t") as client:
    answer = user_profile.sync(client=client)
print(len(OPERATIONS), answer.data.username, answer.data.additional_properties["brand_new"])
"""


def test_the_client_of_each_published_document_calls_me(published, server, tmp_path):
    overlays = load_overlays(ROOT / "spec" / "overlays")
    for name, path in published.items():
        document = json.loads(path.read_text("utf-8"))
        package = tmp_path / name / "bitrise_api"
        report = generate(build_contract(without_prose(document), overlays).document, package)
        wanted = sum(
            isinstance(each, dict) and "operationId" in each
            for item in document["paths"].values()
            for each in item.values()
        )
        assert report.operations == wanted
        done = subprocess.run(
            [sys.executable, "-c", CALL_ME, server.url],
            env={**os.environ, "PYTHONPATH": str(package.parent)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.stderr == ""
        assert done.stdout.split() == [str(wanted), "ada", "[1]"]

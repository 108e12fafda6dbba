"""Small real servers and the contract, for the tests of the contract job."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from bitrise_conformance.contract import Contract

Reply = tuple[int, dict[str, str], bytes]


class Served:
    """A server on 127.0.0.1 whose answers a function decides; it keeps what it received."""

    def __init__(self, answer: Callable[[str, str, dict[str, str], bytes], Reply | None]) -> None:
        self.received: list[tuple[str, str, dict[str, str], bytes]] = []
        served = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def _any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                served.received.append((self.command, self.path, headers, body))
                reply = answer(self.command, self.path, headers, body)
                if reply is None:
                    self.close_connection = True
                    self.connection.close()
                    return
                status, sent, content = reply
                self.send_response(status)
                for name, value in sent.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(content)

            do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _any  # noqa: N815

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.base_url = f"http://127.0.0.1:{self._server.server_port}/v0.1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def served(answer: Callable[[str, str, dict[str, str], bytes], Reply | None]) -> Iterator[Served]:
    server = Served(answer)
    try:
        yield server
    finally:
        server.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Starts servers that end with the test."""
    running: list[Served] = []

    def start(answer: Callable[[str, str, dict[str, str], bytes], Reply | None]) -> Served:
        running.append(Served(answer))
        return running[-1]

    yield start
    for server in running:
        server.close()


@pytest.fixture(scope="session")
def contract() -> Contract:
    return Contract.load()


@pytest.fixture(scope="session")
def as_json() -> Callable[..., Reply]:
    def reply(value: Any, status: int = 200, **headers: str) -> Reply:
        return status, {"Content-Type": "application/json", **headers}, json.dumps(value).encode()

    return reply

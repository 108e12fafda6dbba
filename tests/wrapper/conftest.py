from __future__ import annotations

import contextlib
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bitrise_client import Bitrise

sys.path.insert(0, str(Path(__file__).parent))

from scripted_server import ScriptedServer

TOKEN = "tok-3f9a-of-the-tests"


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with contextlib.closing(ScriptedServer()) as running:
        yield running


@pytest.fixture
def other_server() -> Iterator[ScriptedServer]:
    with contextlib.closing(ScriptedServer()) as running:
        yield running


@pytest.fixture
def client(server: ScriptedServer, no_delays: list[float]) -> Iterator[Bitrise]:
    with Bitrise(TOKEN, base_url=server.base_url) as bitrise:
        yield bitrise


@pytest.fixture
def no_delays(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Waits take no time and are kept in this list."""
    delays: list[float] = []

    async def sleep_async(seconds: float) -> None:
        delays.append(seconds)

    monkeypatch.setattr("bitrise_client._wire.time.sleep", delays.append)
    monkeypatch.setattr("anyio.sleep", sleep_async)
    return delays


@pytest.fixture
def token() -> str:
    return TOKEN


@pytest.fixture
def refused_url() -> str:
    """An address on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/v0.1"

"""A sandbox on a socket, where sleeping lets the sandbox's time pass instead of the reader's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bitrise_client import _wire
from bitrise_sandbox import Sandbox

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Sandbox]:
    """A small sandbox that `Bitrise()` finds by its environment; the current folder is empty."""
    with Sandbox(apps=8, builds=160) as server:
        monkeypatch.setenv("BITRISE_TOKEN", server.token)
        monkeypatch.setenv("BITRISE_API_BASE_URL", server.base_url)
        monkeypatch.chdir(tmp_path)

        async def advance(_: object, seconds: float) -> None:
            server.advance(seconds)

        monkeypatch.setattr(_wire.Wire, "_sleep", lambda _, seconds: server.advance(seconds))
        monkeypatch.setattr(_wire.AsyncWire, "_sleep", advance)
        yield server

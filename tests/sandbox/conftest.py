"""A sandbox in process for each test, and what finds its way around in it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bitrise_sandbox import Sandbox

sys.path.insert(0, str(Path(__file__).parent))

from sandbox_world import START, World, open_client


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(start=START, speed=0, apps=24, builds=300)  # time stands still unless a test advances it


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with open_client(sandbox) as one:
        yield one


@pytest.fixture
def world(sandbox: Sandbox, client: httpx.Client) -> World:
    return World(sandbox, client)


@pytest.fixture
def make_client() -> Iterator[Callable[..., httpx.Client]]:
    made: list[httpx.Client] = []

    def make(sandbox: Sandbox, token: str | None = None, **options: Any) -> httpx.Client:
        made.append(open_client(sandbox, token, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()

"""Fixtures for the tests of programs that use this client; pytest finds them by itself.

    def test_mine(bitrise):
        app = bitrise.apps.list().first()
        ...

Both need the extra `sandbox` (`pip install "bitrise-client[sandbox]"`); without it, a test that asks for one fails with
a line that says so. Nothing is imported before a test asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bitrise_client import Bitrise
    from bitrise_sandbox import Sandbox

SPEED = 60.0
"""Sandbox seconds per second: a build of a minute ends in one."""


@pytest.fixture
def bitrise_sandbox() -> Iterator[Sandbox]:
    """A Bitrise API of your own: a real server on this machine, with `base_url`, `token` and seeded apps and builds.

    It is a new one for every test, always with the same data. Its clock runs 60 times as fast, and `advance(seconds)`
    moves it.
    """
    with _sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def bitrise() -> Iterator[Bitrise]:
    """A `Bitrise` client whose API is a sandbox in this process, with no socket in between.

    It is a new one for every test, always with the same data; its clock runs 60 times as fast.
    """
    sandbox = _sandbox()
    from bitrise_client import Bitrise

    with Bitrise(sandbox.token, base_url=sandbox.base_url, transport=sandbox.transport()) as client:
        yield client


def _sandbox() -> Sandbox:
    try:
        from bitrise_sandbox import Sandbox
    except ImportError as error:
        pytest.fail(f'install "bitrise-client[sandbox]" to use this fixture ({error})', pytrace=False)
    return Sandbox(speed=SPEED)

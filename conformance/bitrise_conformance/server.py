"""What the job is asked to do, and the server that it does it to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bitrise_conformance.engine import Depth
from bitrise_conformance.shard import Shard
from bitrise_conformance.target import TargetError, check_address

SANDBOX_START = 1_767_225_600.0
"""2026-01-01: a sandbox whose clock stands still, always at the same moment, gives the same answers."""


@dataclass(frozen=True)
class Options:
    """What the job is asked to do; the defaults are those of the command line."""

    base_url: str | None = None
    token_env: str = "BITRISE_TOKEN"
    other_token_env: str | None = None
    allow_writes: bool = False
    disposable: bool = False
    app: str | None = None
    report: Path = Path("report")
    baseline: Path | None = None
    seed: int | None = None
    time_budget: float | None = None
    shard: Shard = field(default_factory=Shard)
    strict: bool = False
    against: str = "contract"
    rate: float | None = None
    faults: tuple[str, ...] = ()
    depth: Depth = field(default_factory=Depth)
    contract: Path | None = None


@dataclass(frozen=True)
class Server:
    """A server to test."""

    base_url: str
    token: str | None = field(repr=False)
    other_token: str | None = field(repr=False)
    kind: str
    """``sandbox`` or ``server``."""
    reading_token: str | None = field(default=None, repr=False)

    @property
    def tokens(self) -> list[str]:
        return [token for token in (self.token, self.other_token, self.reading_token) if token]


@contextmanager
def open_server(options: Options, seed: int) -> Iterator[Server]:
    """The server that the options name, or a sandbox of our own for as long as the block runs.

    Raises:
        TargetError: the address or the token is missing or wrong, or the sandbox did not start.
    """
    if options.base_url is not None:
        base_url = check_address(options.base_url)
        token = os.environ.get(options.token_env)
        if not token:
            raise TargetError(f"no token: set {options.token_env}, or name another variable with --token-env")
        other = os.environ.get(options.other_token_env) if options.other_token_env else None
        yield Server(base_url, token, other, "server")
        return
    try:
        from bitrise_sandbox import Sandbox
    except ImportError as error:
        raise TargetError(
            f"no --base-url, and the sandbox is not installed ({error}); pip install 'bitrise-client[sandbox]'"
        ) from None
    try:
        sandbox = Sandbox(seed=seed, faults=list(options.faults), start=SANDBOX_START, speed=0.0)
    except ValueError as error:
        raise TargetError(f"the sandbox did not start: {error}") from None
    with sandbox:
        tokens = sandbox.tokens
        yield Server(sandbox.base_url, sandbox.token, tokens["other"], "sandbox", tokens["read_only"])

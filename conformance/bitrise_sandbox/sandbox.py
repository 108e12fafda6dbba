"""The sandbox as an object: in process, or a real server on a socket of this machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from starlette.applications import Starlette

from . import life, seeding
from .application import build_application
from .clock import Clock
from .contract import load_contract
from .faults import activate
from .serving import Server
from .state import State
from .wire import BASE

if TYPE_CHECKING:
    import httpx

HOST = "127.0.0.1"
_INPROCESS = "http://sandbox.local"


class Sandbox:
    """A stand-in for the Bitrise API v0.1.

    As a context manager it listens on ``127.0.0.1``; ``transport()`` and ``async_transport()`` reach it without a
    socket, entered or not. The same ``seed`` (and ``start``) gives the same content.

    Args:
        token: the personal token to accept; one is made by default.
        seed: what the content is made from.
        faults: ways to be wrong, by name (``bitrise-sandbox --list-faults``), each ``NAME`` or ``NAME:ARGUMENT``.
        apps: how many apps the token's owner sees at the start.
        builds: how many builds those have.
        speed: sandbox seconds per real second.
        data: YAML file with what to hold instead (see `data`).
        start: the sandbox's time at the start, in seconds since 1970; now by default.
        host: address to listen on.
        port: port to listen on; 0 for any free one.
        contract: path of the OpenAPI document to serve instead of the project's contract.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        seed: int = 0,
        faults: Iterable[str] = (),
        apps: int = 120,
        builds: int = 2000,
        speed: float = 1.0,
        data: str | Path | None = None,
        start: float | None = None,
        host: str = HOST,
        port: int = 0,
        contract: str | Path | None = None,
    ) -> None:
        self.state = State(load_contract(contract), seed=seed, clock=Clock(start=start, speed=speed))
        self.tokens: Mapping[str, str] = self._fill(token, apps, builds, data)
        active = activate(faults)
        self.app: Starlette = build_application(self.state, active)
        self._host, self._port = host, port
        self._server: Server | None = None

    def _fill(self, token: str | None, apps: int, builds: int, data: str | Path | None) -> Mapping[str, str]:
        if data is None:
            return seeding.seed(self.state, token=token, apps=apps, builds=builds)
        from .data import read

        return read(self.state, Path(data), token=token)

    def __repr__(self) -> str:
        return f"<Sandbox {self.base_url}>"

    @property
    def token(self) -> str:
        """A personal token that sees everything seeded for its owner."""
        return self.tokens["owner"]

    @property
    def other_token(self) -> str:
        """A personal token of a second user, who owns other apps and sees none of the owner's."""
        return self.tokens["other"]

    @property
    def base_url(self) -> str:
        """Where the API is; without a socket, an address that only the transports know."""
        return self._server.base_url if self._server else _INPROCESS + BASE

    def advance(self, seconds: float) -> None:
        """Let the sandbox's time pass."""
        with self.state.lock:
            self.state.clock.advance(seconds)
            life.tick(self.state)

    def script_next_build(self, **script: Any) -> None:
        """Say how the next triggered build goes; the keys are those of `life.DEFAULT_SCRIPT`."""
        with self.state.lock:
            self.state.scripts.append(life.read_script(script))

    def transport(self) -> httpx.BaseTransport:
        """An httpx transport into this sandbox, without a socket; runs an event loop of its own."""
        from .transports import InProcess

        return InProcess(self.app)

    def async_transport(self) -> httpx.AsyncBaseTransport:
        """An httpx transport into this sandbox for the caller's event loop, without a socket."""
        from .transports import AsyncInProcess

        return AsyncInProcess(self.app)

    def listen(self, host: str = HOST, port: int = 0) -> Server:
        """A server for this sandbox on a socket already bound; it answers once it is run.

        Raises:
            OSError: the address cannot be used.
        """
        self._server = Server(self.app, host, port)
        return self._server

    def dump(self, path: str | Path) -> None:
        """Write everything held to a YAML file that ``data=`` reads again; tokens are left out."""
        from .data import write

        with self.state.lock:
            write(self.state, self.tokens, Path(path))

    def __enter__(self) -> Self:
        self.listen(self._host, self._port).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.stop()
            self._server = None

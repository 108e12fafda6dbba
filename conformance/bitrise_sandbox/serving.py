"""uvicorn as the sandbox uses it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import threading
from collections.abc import Iterator
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .wire import BASE, Dropped

MAX_HEAD = 64 * 1024
"""Bytes of request line and headers; more is refused before anything is kept."""


class Protocol(H11Protocol):
    """h11, whatever else is installed, so that bounds and behaviour are the same everywhere."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        application = self.app

        async def droppable(scope: Any, receive: Any, send: Any) -> None:
            try:
                await application(scope, receive, send)
            except Dropped:
                transport.abort()

        self.app = droppable


class Server:
    """One application on one socket: run in the caller's event loop, or in a thread of its own."""

    def __init__(self, app: Any, host: str, port: int) -> None:
        self._socket = bind(host, port)
        name = f"[{host}]" if ":" in host else host
        self.base_url = f"http://{name}:{self._socket.getsockname()[1]}{BASE}"
        self._server = make_server(app)
        self._thread: threading.Thread | None = None

    async def serve(self, *, until: tuple[signal.Signals, ...] = ()) -> None:
        """Answer until `stop`, or until one of the signals arrives: requests under way are finished first."""
        loop = asyncio.get_running_loop()
        for one in until:
            # Not on Windows, where Ctrl-C ends the loop by itself.
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(one, self._end)
        await self._server.serve(sockets=[self._socket])

    def start(self) -> None:
        self._thread = threading.Thread(target=lambda: asyncio.run(self.serve()), name="bitrise-sandbox", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._end()
        if self._thread is not None:
            self._thread.join(timeout=10)
        self._socket.close()

    def _end(self) -> None:
        self._server.should_exit = True


class _Uvicorn(uvicorn.Server):
    """Leaves signals to whoever runs it: uvicorn's own handling raises them again at the end."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; connections made before the server runs wait in its queue.

    Raises:
        OSError: the address cannot be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named, asyncio turns Nagle's algorithm off; else head and body wait for each other.
    sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        sock.listen(2048)
    except OSError:
        sock.close()
        raise
    return sock


def make_server(app: Any) -> uvicorn.Server:
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        app,
        http=Protocol,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=MAX_HEAD,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=30,
    )
    return _Uvicorn(config)

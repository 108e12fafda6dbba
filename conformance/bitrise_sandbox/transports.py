"""httpx transports into the application, without a socket."""

from __future__ import annotations

import asyncio
import threading

import httpx
from starlette.types import ASGIApp

from .wire import Dropped


class AsyncInProcess(httpx.ASGITransport):
    def __init__(self, app: ASGIApp) -> None:
        super().__init__(app=app)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return await super().handle_async_request(request)
        except Dropped:
            raise httpx.RemoteProtocolError("the server dropped the connection", request=request) from None


class InProcess(httpx.BaseTransport):
    """Runs the application on an event loop of its own; may be used from several threads, one request at a time."""

    def __init__(self, app: ASGIApp) -> None:
        self._inner = AsyncInProcess(app)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
            request.read()
            answer = self._loop.run_until_complete(self._send(request))
        return httpx.Response(answer[0], headers=answer[1], content=answer[2], request=request)

    def close(self) -> None:
        with self._lock:
            if self._loop is not None:
                self._loop.close()
                self._loop = None

    async def _send(self, request: httpx.Request) -> tuple[int, httpx.Headers, bytes]:
        response = await self._inner.handle_async_request(request)
        return response.status_code, response.headers, await response.aread()

"""What the generated resources call: runs operations and jobs over a wire, sync or async."""

from __future__ import annotations

import functools
from collections.abc import AsyncGenerator, Callable, Generator
from typing import TYPE_CHECKING, Any, TypeVar

from ._calls import call
from ._flow import Emitting, Flow, drive, drive_async, iterate, iterate_async
from ._pagination import pages
from ._paginator import AsyncPaginator, Paginator
from ._plan import Context
from ._settings import Settings

if TYPE_CHECKING:
    from bitrise_api.runtime import Request

    from ._wire import AsyncWire, Wire

T = TypeVar("T")


class ClientTransport:
    """Runs operations and jobs one step after the other."""

    def __init__(self, wire: Wire, settings: Settings) -> None:
        self.context = Context(settings)
        self._settings = settings
        self._perform = functools.partial(wire.perform, settings=settings)

    def call(self, request: Request, parse: Callable[[Any], T]) -> T:
        """Do one operation."""
        return self.run(call(request, parse, self._settings))

    def paginate(self, request: Request, parse: Callable[[Any], T]) -> Paginator[T]:
        """A list operation's paginator."""
        return Paginator(lambda: self.iterate(pages(request, parse, self._settings)))

    def run(self, flow: Flow[T]) -> T:
        """Do a job."""
        return drive(flow, self._perform)

    def iterate(self, flow: Emitting[T]) -> Generator[T, None, None]:
        """Do a job that hands out values as it goes."""
        return iterate(flow, self._perform)


class AsyncClientTransport:
    """As `ClientTransport`, awaited."""

    def __init__(self, wire: AsyncWire, settings: Settings) -> None:
        self.context = Context(settings)
        self._settings = settings
        self._perform = functools.partial(wire.perform, settings=settings)

    async def call(self, request: Request, parse: Callable[[Any], T]) -> T:
        """Do one operation."""
        return await self.run(call(request, parse, self._settings))

    def paginate(self, request: Request, parse: Callable[[Any], T]) -> AsyncPaginator[T]:
        """A list operation's paginator."""
        return AsyncPaginator(lambda: self.iterate(pages(request, parse, self._settings)))

    async def run(self, flow: Flow[T]) -> T:
        """Do a job."""
        return await drive_async(flow, self._perform)

    def iterate(self, flow: Emitting[T]) -> AsyncGenerator[T, None]:
        """Do a job that hands out values as it goes."""
        return iterate_async(flow, self._perform)

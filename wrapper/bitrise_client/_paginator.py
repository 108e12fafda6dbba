"""What a paginated operation returns: `Paginator`, and `AsyncPaginator` for `async for`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from contextlib import aclosing, closing
from typing import Generic, TypeVar

from bitrise_api.runtime import Page

T = TypeVar("T")


class Paginator(Generic[T]):
    """Every item of every page, fetched as you go; nothing is requested before the first item is asked for.

    Each iteration starts at the first page again. Leaving a loop early fetches nothing more.

    Raises while iterating:
        PaginationError: pages do not make up a whole list; what came before has been handed out.
        APIStatusError, APIConnectionError, ResponseValidationError: as any call.
    """

    def __init__(self, start: Callable[[], Generator[Page[T], None, None]], *, ahead: bool = False) -> None:
        self._start = start
        self._ahead = ahead

    def __iter__(self) -> Iterator[T]:
        with closing(self._start_pages()) as pages:
            for page in pages:
                yield from page

    def pages(self) -> Iterator[Page[T]]:
        """Page by page; `page.next_cursor` is where to resume (None: this was the last page)."""
        return self._start_pages()

    def first(self) -> T | None:
        """The first item, None if there is none."""
        with closing(self._start()) as pages:
            for page in pages:
                for item in page:
                    return item
        return None

    def collect(self, *, limit: int | None = None) -> list[T]:
        """All items, or the first `limit` of them, in a list."""
        items: list[T] = []
        if limit is not None and limit <= 0:
            return items
        with closing(self._start_pages()) as pages:
            for page in pages:
                items.extend(page)
                if limit is not None and len(items) >= limit:
                    del items[limit:]
                    break
        return items

    def look_ahead(self) -> Paginator[T]:
        """The same list, where the next page is fetched in a thread while the present one is worked on."""
        return Paginator(self._start, ahead=True)

    def _start_pages(self) -> Generator[Page[T], None, None]:
        if not self._ahead:
            return self._start()
        from ._look_ahead import one_ahead

        return one_ahead(self._start())


class AsyncPaginator(Generic[T]):
    """As `Paginator`, for `async for`; `first` and `collect` are awaited."""

    def __init__(self, start: Callable[[], AsyncGenerator[Page[T], None]], *, ahead: bool = False) -> None:
        self._start = start
        self._ahead = ahead

    async def __aiter__(self) -> AsyncIterator[T]:
        async with aclosing(self._start_pages()) as pages:
            async for page in pages:
                for item in page:
                    yield item

    def pages(self) -> AsyncIterator[Page[T]]:
        """Page by page; `page.next_cursor` is where to resume (None: this was the last page)."""
        return self._start_pages()

    async def first(self) -> T | None:
        """The first item, None if there is none."""
        async with aclosing(self._start()) as pages:
            async for page in pages:
                for item in page:
                    return item
        return None

    async def collect(self, *, limit: int | None = None) -> list[T]:
        """All items, or the first `limit` of them, in a list."""
        items: list[T] = []
        if limit is not None and limit <= 0:
            return items
        async with aclosing(self._start_pages()) as pages:
            async for page in pages:
                items.extend(page)
                if limit is not None and len(items) >= limit:
                    del items[limit:]
                    break
        return items

    def look_ahead(self) -> AsyncPaginator[T]:
        """The same list, where the next page is fetched in a task while the present one is worked on (asyncio only)."""
        return AsyncPaginator(self._start, ahead=True)

    def _start_pages(self) -> AsyncGenerator[Page[T], None]:
        if not self._ahead:
            return self._start()
        from ._look_ahead import one_ahead_async

        return one_ahead_async(self._start())

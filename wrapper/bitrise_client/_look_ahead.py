"""Fetching one page ahead of the one that is being worked on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Generator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")

_END: Any = object()


def one_ahead(items: Generator[T, None, None]) -> Generator[T, None, None]:
    """The items of a generator, the next one being made in a thread meanwhile."""
    with ThreadPoolExecutor(1, "bitrise-look-ahead") as pool:
        coming = pool.submit(next, items, _END)
        try:
            while (item := coming.result()) is not _END:
                coming = pool.submit(next, items, _END)
                yield item
        finally:
            coming.cancel()
            pool.submit(items.close).result()


async def one_ahead_async(items: AsyncGenerator[T, None]) -> AsyncGenerator[T, None]:
    """The items of an async generator, the next one being made in a task meanwhile."""
    coming = asyncio.ensure_future(_next(items))
    try:
        while (item := await coming) is not _END:
            coming = asyncio.ensure_future(_next(items))
            yield item
    finally:
        coming.cancel()
        await asyncio.wait([coming])
        await items.aclose()


async def _next(items: AsyncGenerator[T, None]) -> T:
    return await anext(items, _END)

"""List the cache items of an app

GET /apps/{app-slug}/cache-items"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import time_parameter
from ...runtime import Pagination, Request, path_segment, query_parameters

if TYPE_CHECKING:
    from datetime import datetime

    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.cache_item import CacheItem
from ...models.cache_item_page import CacheItemPage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    app_slug: str,
    *,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="cache-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/cache-items",
        template="/apps/{app-slug}/cache-items",
        params=query_parameters(
            {
                "next": time_parameter(next),
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> CacheItemPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return CacheItemPage.from_dict(answer)


def parse_item(answer: Any) -> CacheItem:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return CacheItem.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> Response[CacheItemPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> CacheItemPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> Response[CacheItemPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> CacheItemPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            next=next,
            limit=limit,
        )
    ).parsed

"""Get an address to download a cache item from

GET /apps/{app-slug}/cache-items/{cache-item-id}/download"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.cache_item_download import CacheItemDownload
from ...models.cache_item_download_envelope import CacheItemDownloadEnvelope


def build_request(
    app_slug: str,
    cache_item_id: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="cache-item-download",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/cache-items/"
        + path_segment(cache_item_id, "cache_item_id")
        + "/download",
        template="/apps/{app-slug}/cache-items/{cache-item-id}/download",
    )


def parse(answer: Any) -> CacheItemDownloadEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return CacheItemDownloadEnvelope.from_dict(answer)


def parse_result(answer: Any) -> CacheItemDownload:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return CacheItemDownload.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    cache_item_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[CacheItemDownloadEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            cache_item_id,
        ),
        parse,
    )


def sync(
    app_slug: str,
    cache_item_id: str,
    *,
    client: AuthenticatedClient,
) -> CacheItemDownloadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        cache_item_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    cache_item_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[CacheItemDownloadEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            cache_item_id,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    cache_item_id: str,
    *,
    client: AuthenticatedClient,
) -> CacheItemDownloadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            cache_item_id,
            client=client,
        )
    ).parsed

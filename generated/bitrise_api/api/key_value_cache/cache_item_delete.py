"""Delete one cache item

DELETE /apps/{app-slug}/cache-items/{cache-item-id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response


def build_request(
    app_slug: str,
    cache_item_id: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="cache-item-delete",
        method="DELETE",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/cache-items/"
        + path_segment(cache_item_id, "cache_item_id"),
        template="/apps/{app-slug}/cache-items/{cache-item-id}",
        accept="any",
    )


def parse(answer: Any) -> Any:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return answer


def sync_detailed(
    app_slug: str,
    cache_item_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any]:
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
) -> Any:
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
) -> Response[Any]:
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
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            cache_item_id,
            client=client,
        )
    ).parsed

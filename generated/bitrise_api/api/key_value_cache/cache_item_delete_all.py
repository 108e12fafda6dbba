"""Delete all cache items of an app

DELETE /apps/{app-slug}/cache-items"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response


def build_request(
    app_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="cache-item-delete-all",
        method="DELETE",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/cache-items",
        template="/apps/{app-slug}/cache-items",
        accept="any",
    )


def parse(answer: Any) -> Any:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return answer


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
        )
    ).parsed

"""Remove the user whose credentials an app uses

DELETE /apps/{app-slug}/service-credential-user"""

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
        operation="app-remove-service-credential-user",
        method="DELETE",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/service-credential-user",
        template="/apps/{app-slug}/service-credential-user",
        accept="none",
    )


def parse(answer: Any) -> None:
    """Nothing: the answer is empty."""


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
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
) -> None:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
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
) -> None:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
        )
    ).parsed

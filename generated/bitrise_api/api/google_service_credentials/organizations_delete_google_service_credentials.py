"""Delete the Google service credential of an organization

DELETE /organizations/{org-slug}/google-service-credentials"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response


def build_request(
    org_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="organizations-delete-google-service-credentials",
        method="DELETE",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/google-service-credentials",
        template="/organizations/{org-slug}/google-service-credentials",
        accept="none",
    )


def parse(answer: Any) -> None:
    """Nothing: the answer is empty."""


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            org_slug,
        ),
        parse,
    )


def sync(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> None:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            org_slug,
        ),
        parse,
    )


async def asyncio(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> None:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
        )
    ).parsed

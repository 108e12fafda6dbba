"""Delete a secret of an organization

DELETE /organizations/{org-slug}/secrets/{secret-name}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response


def build_request(
    org_slug: str,
    secret_name: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="organization-secret-delete",
        method="DELETE",
        path="/organizations/"
        + path_segment(org_slug, "org_slug")
        + "/secrets/"
        + path_segment(secret_name, "secret_name"),
        template="/organizations/{org-slug}/secrets/{secret-name}",
        accept="none",
    )


def parse(answer: Any) -> None:
    """Nothing: the answer is empty."""


def sync_detailed(
    org_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            org_slug,
            secret_name,
        ),
        parse,
    )


def sync(
    org_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> None:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        secret_name,
        client=client,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> Response[None]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            org_slug,
            secret_name,
        ),
        parse,
    )


async def asyncio(
    org_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> None:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            secret_name,
            client=client,
        )
    ).parsed

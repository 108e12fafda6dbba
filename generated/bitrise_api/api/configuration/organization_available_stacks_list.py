"""List the stacks that an organization's builds can run on

GET /organizations/{org-slug}/available-stacks"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import mapping
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.stack import Stack


def build_request(
    org_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="organization-available-stacks-list",
        method="GET",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/available-stacks",
        template="/organizations/{org-slug}/available-stacks",
    )


def parse(answer: Any) -> dict[str, Stack]:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return {key: Stack.from_dict(item) for key, item in mapping(answer, "answer").items()}


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[dict[str, Stack]]:
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
) -> dict[str, Stack]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[dict[str, Stack]]:
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
) -> dict[str, Stack]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
        )
    ).parsed

"""List the groups of an organization

GET /organizations/{org-slug}/groups"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.group import Group


def build_request(
    org_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="organization-group-list",
        method="GET",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/groups",
        template="/organizations/{org-slug}/groups",
    )


def parse(answer: Any) -> list[Group]:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [Group.from_dict(item) for item in array(answer, "answer")]


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[list[Group]]:
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
) -> list[Group]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[list[Group]]:
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
) -> list[Group]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
        )
    ).parsed

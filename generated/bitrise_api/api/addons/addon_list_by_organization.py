"""List the add-ons in use in an organization

GET /organizations/{organization-slug}/addons"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array, member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.owner_addon import OwnerAddon
from ...models.owner_addon_list import OwnerAddonList


def build_request(
    organization_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="addon-list-by-organization",
        method="GET",
        path="/organizations/" + path_segment(organization_slug, "organization_slug") + "/addons",
        template="/organizations/{organization-slug}/addons",
    )


def parse(answer: Any) -> OwnerAddonList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OwnerAddonList.from_dict(answer)


def parse_result(answer: Any) -> list[OwnerAddon]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [OwnerAddon.from_dict(item) for item in array(member(answer, "data"), "answer")]


def sync_detailed(
    organization_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OwnerAddonList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            organization_slug,
        ),
        parse,
    )


def sync(
    organization_slug: str,
    *,
    client: AuthenticatedClient,
) -> OwnerAddonList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        organization_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    organization_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OwnerAddonList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            organization_slug,
        ),
        parse,
    )


async def asyncio(
    organization_slug: str,
    *,
    client: AuthenticatedClient,
) -> OwnerAddonList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            organization_slug,
            client=client,
        )
    ).parsed

"""List the add-ons in use in a user's own apps

GET /users/{user-slug}/addons"""

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
    user_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="addon-list-by-user",
        method="GET",
        path="/users/" + path_segment(user_slug, "user_slug") + "/addons",
        template="/users/{user-slug}/addons",
    )


def parse(answer: Any) -> OwnerAddonList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OwnerAddonList.from_dict(answer)


def parse_result(answer: Any) -> list[OwnerAddon]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [OwnerAddon.from_dict(item) for item in array(member(answer, "data"), "answer")]


def sync_detailed(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OwnerAddonList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            user_slug,
        ),
        parse,
    )


def sync(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> OwnerAddonList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        user_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OwnerAddonList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            user_slug,
        ),
        parse,
    )


async def asyncio(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> OwnerAddonList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            user_slug,
            client=client,
        )
    ).parsed

"""List the add-ons that Bitrise offers

GET /addons"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array, member
from ...runtime import Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...types import Response

from ...models.addon import Addon
from ...models.addon_list import AddonList


def build_request() -> Request:
    """The request of one call."""
    return Request(
        operation="addons-list",
        method="GET",
        path="/addons",
        template="/addons",
    )


def parse(answer: Any) -> AddonList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AddonList.from_dict(answer)


def parse_result(answer: Any) -> list[Addon]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [Addon.from_dict(item) for item in array(member(answer, "data"), "answer")]


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
) -> Response[AddonList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(build_request(), parse)


def sync(
    *,
    client: AuthenticatedClient | Client,
) -> AddonList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
) -> Response[AddonList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(build_request(), parse)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
) -> AddonList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed

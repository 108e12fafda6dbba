"""List the organizations that the token can see

GET /organizations"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array, member
from ...runtime import Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.organization import Organization
from ...models.organization_list import OrganizationList


def build_request() -> Request:
    """The request of one call."""
    return Request(
        operation="org-list",
        method="GET",
        path="/organizations",
        template="/organizations",
    )


def parse(answer: Any) -> OrganizationList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OrganizationList.from_dict(answer)


def parse_result(answer: Any) -> list[Organization]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [Organization.from_dict(item) for item in array(member(answer, "data"), "answer")]


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[OrganizationList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(build_request(), parse)


def sync(
    *,
    client: AuthenticatedClient,
) -> OrganizationList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[OrganizationList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(build_request(), parse)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> OrganizationList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed

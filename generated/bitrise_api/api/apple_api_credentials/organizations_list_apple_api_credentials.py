"""List the Apple API credentials of an organization

GET /organizations/{org-slug}/apple-api-credentials"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array, member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.organization_apple_api_credential import OrganizationAppleApiCredential
from ...models.organization_apple_api_credential_list import OrganizationAppleApiCredentialList


def build_request(
    org_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="organizations-list-apple-api-credentials",
        method="GET",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/apple-api-credentials",
        template="/organizations/{org-slug}/apple-api-credentials",
    )


def parse(answer: Any) -> OrganizationAppleApiCredentialList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OrganizationAppleApiCredentialList.from_dict(answer)


def parse_result(answer: Any) -> list[OrganizationAppleApiCredential]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [OrganizationAppleApiCredential.from_dict(item) for item in array(member(answer, "data"), "answer")]


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OrganizationAppleApiCredentialList]:
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
) -> OrganizationAppleApiCredentialList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OrganizationAppleApiCredentialList]:
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
) -> OrganizationAppleApiCredentialList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
        )
    ).parsed

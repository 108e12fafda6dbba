"""Get one organization

GET /organizations/{org-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.organization import Organization
from ...models.organization_envelope import OrganizationEnvelope


def build_request(
    org_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="org-show",
        method="GET",
        path="/organizations/" + path_segment(org_slug, "org_slug"),
        template="/organizations/{org-slug}",
    )


def parse(answer: Any) -> OrganizationEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OrganizationEnvelope.from_dict(answer)


def parse_result(answer: Any) -> Organization:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Organization.from_dict(member(answer, "data"))


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OrganizationEnvelope]:
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
) -> OrganizationEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OrganizationEnvelope]:
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
) -> OrganizationEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
        )
    ).parsed

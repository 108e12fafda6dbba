"""Add a person to an organization

POST /organizations/{org-slug}/members"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.member_params import MemberParams
    from ...types import Response

from ...models.member import Member


def build_request(
    org_slug: str,
    *,
    body: MemberParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="member-add",
        method="POST",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/members",
        template="/organizations/{org-slug}/members",
        json=to_json(body),
    )


def parse(answer: Any) -> Member:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Member.from_dict(answer)


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: MemberParams | Mapping[str, Any],
) -> Response[Member]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            org_slug,
            body=body,
        ),
        parse,
    )


def sync(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: MemberParams | Mapping[str, Any],
) -> Member:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: MemberParams | Mapping[str, Any],
) -> Response[Member]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            org_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: MemberParams | Mapping[str, Any],
) -> Member:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
            body=body,
        )
    ).parsed

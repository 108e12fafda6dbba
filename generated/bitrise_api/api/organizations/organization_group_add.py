"""Add a group to an organization

POST /organizations/{org-slug}/groups"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.group_create_params import GroupCreateParams
    from ...types import Response

from ...models.group import Group


def build_request(
    org_slug: str,
    *,
    body: GroupCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="organization-group-add",
        method="POST",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/groups",
        template="/organizations/{org-slug}/groups",
        json=to_json(body),
    )


def parse(answer: Any) -> Group:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Group.from_dict(answer)


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: GroupCreateParams | Mapping[str, Any],
) -> Response[Group]:
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
    body: GroupCreateParams | Mapping[str, Any],
) -> Group:
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
    body: GroupCreateParams | Mapping[str, Any],
) -> Response[Group]:
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
    body: GroupCreateParams | Mapping[str, Any],
) -> Group:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
            body=body,
        )
    ).parsed

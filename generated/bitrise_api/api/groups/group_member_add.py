"""Put a user into a group

POST /groups/{group-slug}/add_member"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.group_member_params import GroupMemberParams
    from ...types import Response


def build_request(
    group_slug: str,
    *,
    body: GroupMemberParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="group-member-add",
        method="POST",
        path="/groups/" + path_segment(group_slug, "group_slug") + "/add_member",
        template="/groups/{group-slug}/add_member",
        json=to_json(body),
        accept="any",
    )


def parse(answer: Any) -> Any:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return answer


def sync_detailed(
    group_slug: str,
    *,
    client: AuthenticatedClient,
    body: GroupMemberParams | Mapping[str, Any],
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            group_slug,
            body=body,
        ),
        parse,
    )


def sync(
    group_slug: str,
    *,
    client: AuthenticatedClient,
    body: GroupMemberParams | Mapping[str, Any],
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        group_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    group_slug: str,
    *,
    client: AuthenticatedClient,
    body: GroupMemberParams | Mapping[str, Any],
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            group_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    group_slug: str,
    *,
    client: AuthenticatedClient,
    body: GroupMemberParams | Mapping[str, Any],
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            group_slug,
            client=client,
            body=body,
        )
    ).parsed

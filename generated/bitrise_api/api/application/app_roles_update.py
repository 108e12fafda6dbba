"""Set the groups that have a role on an app

PUT /apps/{app-slug}/roles/{role-name}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.role_name import RoleName
    from ...types import Response

from ...models.role_groups import RoleGroups


def build_request(
    app_slug: str,
    role_name: RoleName | str,
    *,
    body: RoleGroups | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-roles-update",
        method="PUT",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/roles/" + path_segment(role_name, "role_name"),
        template="/apps/{app-slug}/roles/{role-name}",
        json=to_json(body),
    )


def parse(answer: Any) -> RoleGroups:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return RoleGroups.from_dict(answer)


def sync_detailed(
    app_slug: str,
    role_name: RoleName | str,
    *,
    client: AuthenticatedClient,
    body: RoleGroups | Mapping[str, Any],
) -> Response[RoleGroups]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            role_name,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    role_name: RoleName | str,
    *,
    client: AuthenticatedClient,
    body: RoleGroups | Mapping[str, Any],
) -> RoleGroups:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        role_name,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    role_name: RoleName | str,
    *,
    client: AuthenticatedClient,
    body: RoleGroups | Mapping[str, Any],
) -> Response[RoleGroups]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            role_name,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    role_name: RoleName | str,
    *,
    client: AuthenticatedClient,
    body: RoleGroups | Mapping[str, Any],
) -> RoleGroups:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            role_name,
            client=client,
            body=body,
        )
    ).parsed

"""Get the groups that have a role on an app

GET /apps/{app-slug}/roles/{role-name}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.role_name import RoleName
    from ...types import Response

from ...models.role_groups import RoleGroups


def build_request(
    app_slug: str,
    role_name: RoleName | str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-roles-query",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/roles/" + path_segment(role_name, "role_name"),
        template="/apps/{app-slug}/roles/{role-name}",
    )


def parse(answer: Any) -> RoleGroups:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return RoleGroups.from_dict(answer)


def sync_detailed(
    app_slug: str,
    role_name: RoleName | str,
    *,
    client: AuthenticatedClient,
) -> Response[RoleGroups]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            role_name,
        ),
        parse,
    )


def sync(
    app_slug: str,
    role_name: RoleName | str,
    *,
    client: AuthenticatedClient,
) -> RoleGroups:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        role_name,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    role_name: RoleName | str,
    *,
    client: AuthenticatedClient,
) -> Response[RoleGroups]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            role_name,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    role_name: RoleName | str,
    *,
    client: AuthenticatedClient,
) -> RoleGroups:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            role_name,
            client=client,
        )
    ).parsed

"""The operations of `roles`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.role_groups import RoleGroups
    from ..models.role_name import RoleName
    from ..runtime import AsyncTransport, Transport


class Roles:
    """`roles` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self,
        app_slug: str,
        role_name: RoleName | str,
        /,
    ) -> RoleGroups:
        """Get the groups that have a role on an app.

        `GET /apps/{app-slug}/roles/{role-name}`
        """
        from ..api.application import app_roles_query

        return self._transport.call(
            app_roles_query.build_request(
                app_slug,
                role_name,
            ),
            app_roles_query.parse,
        )

    def update(
        self,
        app_slug: str,
        role_name: RoleName | str,
        /,
        *,
        body: RoleGroups | Mapping[str, Any],
    ) -> RoleGroups:
        """Set the groups that have a role on an app.

        `PUT /apps/{app-slug}/roles/{role-name}`
        """
        from ..api.application import app_roles_update

        return self._transport.call(
            app_roles_update.build_request(
                app_slug,
                role_name,
                body=body,
            ),
            app_roles_update.parse,
        )


class AsyncRoles:
    """`roles` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self,
        app_slug: str,
        role_name: RoleName | str,
        /,
    ) -> RoleGroups:
        """Get the groups that have a role on an app.

        `GET /apps/{app-slug}/roles/{role-name}`
        """
        from ..api.application import app_roles_query

        return await self._transport.call(
            app_roles_query.build_request(
                app_slug,
                role_name,
            ),
            app_roles_query.parse,
        )

    async def update(
        self,
        app_slug: str,
        role_name: RoleName | str,
        /,
        *,
        body: RoleGroups | Mapping[str, Any],
    ) -> RoleGroups:
        """Set the groups that have a role on an app.

        `PUT /apps/{app-slug}/roles/{role-name}`
        """
        from ..api.application import app_roles_update

        return await self._transport.call(
            app_roles_update.build_request(
                app_slug,
                role_name,
                body=body,
            ),
            app_roles_update.parse,
        )

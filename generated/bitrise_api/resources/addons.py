"""The operations of `addons`, sync and async."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models.addon import Addon
    from ..models.app_addon import AppAddon
    from ..models.owner_addon import OwnerAddon
    from ..runtime import AsyncTransport, Transport


class Addons:
    """`addons` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self,
        addon_id: str,
        /,
    ) -> Addon:
        """Get one add-on.

        `GET /addons/{addon-id}`
        """
        from ..api.addons import addons_show

        return self._transport.call(
            addons_show.build_request(
                addon_id,
            ),
            addons_show.parse_result,
        )

    def list(
        self,
    ) -> builtins.list[Addon]:
        """List the add-ons that Bitrise offers.

        `GET /addons`
        """
        from ..api.addons import addons_list

        return self._transport.call(addons_list.build_request(), addons_list.parse_result)

    def list_by_app(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[AppAddon]:
        """List the add-ons of an app.

        `GET /apps/{app-slug}/addons`
        """
        from ..api.addons import addon_list_by_app

        return self._transport.call(
            addon_list_by_app.build_request(
                app_slug,
            ),
            addon_list_by_app.parse_result,
        )

    def list_by_organization(
        self,
        organization_slug: str,
        /,
    ) -> builtins.list[OwnerAddon]:
        """List the add-ons in use in an organization.

        `GET /organizations/{organization-slug}/addons`
        """
        from ..api.addons import addon_list_by_organization

        return self._transport.call(
            addon_list_by_organization.build_request(
                organization_slug,
            ),
            addon_list_by_organization.parse_result,
        )

    def list_by_user(
        self,
        user_slug: str,
        /,
    ) -> builtins.list[OwnerAddon]:
        """List the add-ons in use in a user's own apps.

        `GET /users/{user-slug}/addons`
        """
        from ..api.addons import addon_list_by_user

        return self._transport.call(
            addon_list_by_user.build_request(
                user_slug,
            ),
            addon_list_by_user.parse_result,
        )


class AsyncAddons:
    """`addons` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self,
        addon_id: str,
        /,
    ) -> Addon:
        """Get one add-on.

        `GET /addons/{addon-id}`
        """
        from ..api.addons import addons_show

        return await self._transport.call(
            addons_show.build_request(
                addon_id,
            ),
            addons_show.parse_result,
        )

    async def list(
        self,
    ) -> builtins.list[Addon]:
        """List the add-ons that Bitrise offers.

        `GET /addons`
        """
        from ..api.addons import addons_list

        return await self._transport.call(addons_list.build_request(), addons_list.parse_result)

    async def list_by_app(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[AppAddon]:
        """List the add-ons of an app.

        `GET /apps/{app-slug}/addons`
        """
        from ..api.addons import addon_list_by_app

        return await self._transport.call(
            addon_list_by_app.build_request(
                app_slug,
            ),
            addon_list_by_app.parse_result,
        )

    async def list_by_organization(
        self,
        organization_slug: str,
        /,
    ) -> builtins.list[OwnerAddon]:
        """List the add-ons in use in an organization.

        `GET /organizations/{organization-slug}/addons`
        """
        from ..api.addons import addon_list_by_organization

        return await self._transport.call(
            addon_list_by_organization.build_request(
                organization_slug,
            ),
            addon_list_by_organization.parse_result,
        )

    async def list_by_user(
        self,
        user_slug: str,
        /,
    ) -> builtins.list[OwnerAddon]:
        """List the add-ons in use in a user's own apps.

        `GET /users/{user-slug}/addons`
        """
        from ..api.addons import addon_list_by_user

        return await self._transport.call(
            addon_list_by_user.build_request(
                user_slug,
            ),
            addon_list_by_user.parse_result,
        )

"""The operations of `groups`, sync and async."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.group import Group
    from ..models.group_create_params import GroupCreateParams
    from ..models.group_member_params import GroupMemberParams
    from ..runtime import AsyncTransport, Transport


class Groups:
    """`groups` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def add_member(
        self,
        group_slug: str,
        /,
        *,
        body: GroupMemberParams | Mapping[str, Any],
    ) -> Any:
        """Put a user into a group.

        `POST /groups/{group-slug}/add_member`
        """
        from ..api.groups import group_member_add

        return self._transport.call(
            group_member_add.build_request(
                group_slug,
                body=body,
            ),
            group_member_add.parse,
        )

    def create(
        self,
        org_slug: str,
        /,
        *,
        body: GroupCreateParams | Mapping[str, Any],
    ) -> Group:
        """Add a group to an organization.

        `POST /organizations/{org-slug}/groups`
        """
        from ..api.organizations import organization_group_add

        return self._transport.call(
            organization_group_add.build_request(
                org_slug,
                body=body,
            ),
            organization_group_add.parse,
        )

    def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[Group]:
        """List the groups of an organization.

        `GET /organizations/{org-slug}/groups`
        """
        from ..api.organizations import organization_group_list

        return self._transport.call(
            organization_group_list.build_request(
                org_slug,
            ),
            organization_group_list.parse,
        )


class AsyncGroups:
    """`groups` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def add_member(
        self,
        group_slug: str,
        /,
        *,
        body: GroupMemberParams | Mapping[str, Any],
    ) -> Any:
        """Put a user into a group.

        `POST /groups/{group-slug}/add_member`
        """
        from ..api.groups import group_member_add

        return await self._transport.call(
            group_member_add.build_request(
                group_slug,
                body=body,
            ),
            group_member_add.parse,
        )

    async def create(
        self,
        org_slug: str,
        /,
        *,
        body: GroupCreateParams | Mapping[str, Any],
    ) -> Group:
        """Add a group to an organization.

        `POST /organizations/{org-slug}/groups`
        """
        from ..api.organizations import organization_group_add

        return await self._transport.call(
            organization_group_add.build_request(
                org_slug,
                body=body,
            ),
            organization_group_add.parse,
        )

    async def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[Group]:
        """List the groups of an organization.

        `GET /organizations/{org-slug}/groups`
        """
        from ..api.organizations import organization_group_list

        return await self._transport.call(
            organization_group_list.build_request(
                org_slug,
            ),
            organization_group_list.parse,
        )

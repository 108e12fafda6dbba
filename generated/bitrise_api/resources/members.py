"""The operations of `members`, sync and async."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.member import Member
    from ..models.member_params import MemberParams
    from ..runtime import AsyncTransport, Transport


class Members:
    """`members` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def add(
        self,
        org_slug: str,
        /,
        *,
        body: MemberParams | Mapping[str, Any],
    ) -> Member:
        """Add a person to an organization.

        `POST /organizations/{org-slug}/members`
        """
        from ..api.organizations import member_add

        return self._transport.call(
            member_add.build_request(
                org_slug,
                body=body,
            ),
            member_add.parse,
        )

    def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[Member]:
        """List the members of an organization.

        `GET /organizations/{org-slug}/members`
        """
        from ..api.organizations import member_list

        return self._transport.call(
            member_list.build_request(
                org_slug,
            ),
            member_list.parse,
        )


class AsyncMembers:
    """`members` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def add(
        self,
        org_slug: str,
        /,
        *,
        body: MemberParams | Mapping[str, Any],
    ) -> Member:
        """Add a person to an organization.

        `POST /organizations/{org-slug}/members`
        """
        from ..api.organizations import member_add

        return await self._transport.call(
            member_add.build_request(
                org_slug,
                body=body,
            ),
            member_add.parse,
        )

    async def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[Member]:
        """List the members of an organization.

        `GET /organizations/{org-slug}/members`
        """
        from ..api.organizations import member_list

        return await self._transport.call(
            member_list.build_request(
                org_slug,
            ),
            member_list.parse,
        )

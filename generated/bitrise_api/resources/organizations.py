"""The operations of `organizations`, sync and async."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.machine_type_update_params import MachineTypeUpdateParams
    from ..models.machine_types_updated import MachineTypesUpdated
    from ..models.organization import Organization
    from ..runtime import AsyncTransport, Transport


class Organizations:
    """`organizations` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self,
        org_slug: str,
        /,
    ) -> Organization:
        """Get one organization.

        `GET /organizations/{org-slug}`
        """
        from ..api.organizations import org_show

        return self._transport.call(
            org_show.build_request(
                org_slug,
            ),
            org_show.parse_result,
        )

    def list(
        self,
    ) -> builtins.list[Organization]:
        """List the organizations that the token can see.

        `GET /organizations`
        """
        from ..api.organizations import org_list

        return self._transport.call(org_list.build_request(), org_list.parse_result)

    def update_machine_types(
        self,
        org_slug: str,
        /,
        *,
        body: MachineTypeUpdateParams | Mapping[str, Any],
    ) -> MachineTypesUpdated:
        """Move an organization's apps from one machine type to another.

        `PATCH /organizations/{org-slug}/apps/machine_types`
        """
        from ..api.organizations import organization_machine_type_update

        return self._transport.call(
            organization_machine_type_update.build_request(
                org_slug,
                body=body,
            ),
            organization_machine_type_update.parse,
        )


class AsyncOrganizations:
    """`organizations` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self,
        org_slug: str,
        /,
    ) -> Organization:
        """Get one organization.

        `GET /organizations/{org-slug}`
        """
        from ..api.organizations import org_show

        return await self._transport.call(
            org_show.build_request(
                org_slug,
            ),
            org_show.parse_result,
        )

    async def list(
        self,
    ) -> builtins.list[Organization]:
        """List the organizations that the token can see.

        `GET /organizations`
        """
        from ..api.organizations import org_list

        return await self._transport.call(org_list.build_request(), org_list.parse_result)

    async def update_machine_types(
        self,
        org_slug: str,
        /,
        *,
        body: MachineTypeUpdateParams | Mapping[str, Any],
    ) -> MachineTypesUpdated:
        """Move an organization's apps from one machine type to another.

        `PATCH /organizations/{org-slug}/apps/machine_types`
        """
        from ..api.organizations import organization_machine_type_update

        return await self._transport.call(
            organization_machine_type_update.build_request(
                org_slug,
                body=body,
            ),
            organization_machine_type_update.parse,
        )

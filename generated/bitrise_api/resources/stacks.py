"""The operations of `stacks`, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models.stack import Stack
    from ..runtime import AsyncTransport, Transport


class Stacks:
    """`stacks` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
    ) -> dict[str, Stack]:
        """List the stacks that builds can run on.

        `GET /available-stacks`
        """
        from ..api.configuration import available_stacks_list

        return self._transport.call(available_stacks_list.build_request(), available_stacks_list.parse)

    def list_by_organization(
        self,
        org_slug: str,
        /,
    ) -> dict[str, Stack]:
        """List the stacks that an organization's builds can run on.

        `GET /organizations/{org-slug}/available-stacks`
        """
        from ..api.configuration import organization_available_stacks_list

        return self._transport.call(
            organization_available_stacks_list.build_request(
                org_slug,
            ),
            organization_available_stacks_list.parse,
        )


class AsyncStacks:
    """`stacks` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
    ) -> dict[str, Stack]:
        """List the stacks that builds can run on.

        `GET /available-stacks`
        """
        from ..api.configuration import available_stacks_list

        return await self._transport.call(available_stacks_list.build_request(), available_stacks_list.parse)

    async def list_by_organization(
        self,
        org_slug: str,
        /,
    ) -> dict[str, Stack]:
        """List the stacks that an organization's builds can run on.

        `GET /organizations/{org-slug}/available-stacks`
        """
        from ..api.configuration import organization_available_stacks_list

        return await self._transport.call(
            organization_available_stacks_list.build_request(
                org_slug,
            ),
            organization_available_stacks_list.parse,
        )

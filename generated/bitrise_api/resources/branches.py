"""The operations of `branches`, sync and async."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..runtime import AsyncTransport, Transport


class Branches:
    """`branches` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[str]:
        """List the branches of an app that have builds.

        `GET /apps/{app-slug}/branches`
        """
        from ..api.application import branch_list

        return self._transport.call(
            branch_list.build_request(
                app_slug,
            ),
            branch_list.parse_result,
        )


class AsyncBranches:
    """`branches` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[str]:
        """List the branches of an app that have builds.

        `GET /apps/{app-slug}/branches`
        """
        from ..api.application import branch_list

        return await self._transport.call(
            branch_list.build_request(
                app_slug,
            ),
            branch_list.parse_result,
        )

"""The operations of `workflows`, sync and async."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..runtime import AsyncTransport, Transport


class Workflows:
    """`workflows` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[str]:
        """List an app's workflows.

        `GET /apps/{app-slug}/build-workflows`
        """
        from ..api.builds import build_workflow_list

        return self._transport.call(
            build_workflow_list.build_request(
                app_slug,
            ),
            build_workflow_list.parse_result,
        )


class AsyncWorkflows:
    """`workflows` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[str]:
        """List an app's workflows.

        `GET /apps/{app-slug}/build-workflows`
        """
        from ..api.builds import build_workflow_list

        return await self._transport.call(
            build_workflow_list.build_request(
                app_slug,
            ),
            build_workflow_list.parse_result,
        )

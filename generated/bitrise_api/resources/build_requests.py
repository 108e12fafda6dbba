"""The operations of `build_requests`, sync and async."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.build_request import BuildRequest
    from ..models.build_request_update_params import BuildRequestUpdateParams
    from ..runtime import AsyncTransport, Transport


class BuildRequests:
    """`build_requests` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[BuildRequest]:
        """List the builds that wait for approval.

        `GET /apps/{app-slug}/build-requests`
        """
        from ..api.build_request import build_request_list

        return self._transport.call(
            build_request_list.build_request(
                app_slug,
            ),
            build_request_list.parse_result,
        )

    def update(
        self,
        app_slug: str,
        build_request_slug: str,
        /,
        *,
        body: BuildRequestUpdateParams | Mapping[str, Any],
    ) -> BuildRequest:
        """Approve or refuse a build that waits for it.

        `PATCH /apps/{app-slug}/build-requests/{build-request-slug}`
        """
        from ..api.build_request import build_request_update

        return self._transport.call(
            build_request_update.build_request(
                app_slug,
                build_request_slug,
                body=body,
            ),
            build_request_update.parse_result,
        )


class AsyncBuildRequests:
    """`build_requests` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[BuildRequest]:
        """List the builds that wait for approval.

        `GET /apps/{app-slug}/build-requests`
        """
        from ..api.build_request import build_request_list

        return await self._transport.call(
            build_request_list.build_request(
                app_slug,
            ),
            build_request_list.parse_result,
        )

    async def update(
        self,
        app_slug: str,
        build_request_slug: str,
        /,
        *,
        body: BuildRequestUpdateParams | Mapping[str, Any],
    ) -> BuildRequest:
        """Approve or refuse a build that waits for it.

        `PATCH /apps/{app-slug}/build-requests/{build-request-slug}`
        """
        from ..api.build_request import build_request_update

        return await self._transport.call(
            build_request_update.build_request(
                app_slug,
                build_request_slug,
                body=body,
            ),
            build_request_update.parse_result,
        )

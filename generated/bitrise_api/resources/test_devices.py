"""The operations of `test_devices`, sync and async."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models.test_device import TestDevice
    from ..runtime import AsyncTransport, Transport


class TestDevices:
    """`test_devices` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[TestDevice]:
        """List the test devices of an app's team.

        `GET /apps/{app-slug}/test-devices`
        """
        from ..api.test_devices import test_device_list

        return self._transport.call(
            test_device_list.build_request(
                app_slug,
            ),
            test_device_list.parse_result,
        )


class AsyncTestDevices:
    """`test_devices` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[TestDevice]:
        """List the test devices of an app's team.

        `GET /apps/{app-slug}/test-devices`
        """
        from ..api.test_devices import test_device_list

        return await self._transport.call(
            test_device_list.build_request(
                app_slug,
            ),
            test_device_list.parse_result,
        )

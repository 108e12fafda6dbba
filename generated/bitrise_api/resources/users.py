"""The operations of `users`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.machine_type_update_params import MachineTypeUpdateParams
    from ..models.machine_types_updated import MachineTypesUpdated
    from ..models.user import User
    from ..runtime import AsyncTransport, Transport


class Users:
    """`users` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self,
        user_slug: str,
        /,
    ) -> User:
        """Get one user.

        `GET /users/{user-slug}`
        """
        from ..api.user import user_show

        return self._transport.call(
            user_show.build_request(
                user_slug,
            ),
            user_show.parse_result,
        )

    def me(
        self,
    ) -> User:
        """Get the user whose token this is.

        `GET /me`
        """
        from ..api.user import user_profile

        return self._transport.call(user_profile.build_request(), user_profile.parse_result)

    def update_machine_types(
        self,
        user_slug: str,
        /,
        *,
        body: MachineTypeUpdateParams | Mapping[str, Any],
    ) -> MachineTypesUpdated:
        """Move a user's own apps from one machine type to another.

        `PATCH /user/{user-slug}/apps/machine_types`
        """
        from ..api.user import user_machine_type_update

        return self._transport.call(
            user_machine_type_update.build_request(
                user_slug,
                body=body,
            ),
            user_machine_type_update.parse,
        )


class AsyncUsers:
    """`users` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self,
        user_slug: str,
        /,
    ) -> User:
        """Get one user.

        `GET /users/{user-slug}`
        """
        from ..api.user import user_show

        return await self._transport.call(
            user_show.build_request(
                user_slug,
            ),
            user_show.parse_result,
        )

    async def me(
        self,
    ) -> User:
        """Get the user whose token this is.

        `GET /me`
        """
        from ..api.user import user_profile

        return await self._transport.call(user_profile.build_request(), user_profile.parse_result)

    async def update_machine_types(
        self,
        user_slug: str,
        /,
        *,
        body: MachineTypeUpdateParams | Mapping[str, Any],
    ) -> MachineTypesUpdated:
        """Move a user's own apps from one machine type to another.

        `PATCH /user/{user-slug}/apps/machine_types`
        """
        from ..api.user import user_machine_type_update

        return await self._transport.call(
            user_machine_type_update.build_request(
                user_slug,
                body=body,
            ),
            user_machine_type_update.parse,
        )

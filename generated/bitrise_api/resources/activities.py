"""The operations of `activities`, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models.activity_event import ActivityEvent
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class Activities:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[ActivityEvent]:
        """List what happened lately in the user's apps.

        `GET /me/activities`
        """
        from ..api.activity import activity_list

        return self._transport.paginate(
            activity_list.build_request(
                next=next,
                limit=limit,
            ),
            activity_list.parse_item,
        )


class AsyncActivities:
    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    def list(
        self,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[ActivityEvent]:
        """List what happened lately in the user's apps.

        `GET /me/activities`
        """
        from ..api.activity import activity_list

        return self._transport.paginate(
            activity_list.build_request(
                next=next,
                limit=limit,
            ),
            activity_list.parse_item,
        )

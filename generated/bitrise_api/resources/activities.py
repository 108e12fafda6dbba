"""The operations of `activities`, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models.activity_event import ActivityEvent
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class Activities:
    """`activities` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

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

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
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
    """`activities` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

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

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.activity import activity_list

        return self._transport.paginate(
            activity_list.build_request(
                next=next,
                limit=limit,
            ),
            activity_list.parse_item,
        )

"""List what happened lately in the user's apps

GET /me/activities"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.activity_event import ActivityEvent
from ...models.activity_event_page import ActivityEventPage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    *,
    next: str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="activity-list",
        method="GET",
        path="/me/activities",
        template="/me/activities",
        params=query_parameters(
            {
                "next": next,
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> ActivityEventPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ActivityEventPage.from_dict(answer)


def parse_item(answer: Any) -> ActivityEvent:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ActivityEvent.from_dict(answer)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[ActivityEventPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            next=next,
            limit=limit,
        ),
        parse,
    )


def sync(
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> ActivityEventPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[ActivityEventPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            next=next,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> ActivityEventPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
            next=next,
            limit=limit,
        )
    ).parsed

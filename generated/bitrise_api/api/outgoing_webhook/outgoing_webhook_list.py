"""List the webhooks that an app calls

GET /apps/{app-slug}/outgoing-webhooks"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, path_segment, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.outgoing_webhook import OutgoingWebhook
from ...models.outgoing_webhook_page import OutgoingWebhookPage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    app_slug: str,
    *,
    next: str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="outgoing-webhook-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/outgoing-webhooks",
        template="/apps/{app-slug}/outgoing-webhooks",
        params=query_parameters(
            {
                "next": next,
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> OutgoingWebhookPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OutgoingWebhookPage.from_dict(answer)


def parse_item(answer: Any) -> OutgoingWebhook:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OutgoingWebhook.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[OutgoingWebhookPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> OutgoingWebhookPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[OutgoingWebhookPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> OutgoingWebhookPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            next=next,
            limit=limit,
        )
    ).parsed

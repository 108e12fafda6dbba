"""Deliver to a webhook again

POST /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items/{webhook-delivery-item-slug}/redeliver"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.error import Error


def build_request(
    app_slug: str,
    app_webhook_slug: str,
    webhook_delivery_item_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="webhook-delivery-item-redeliver",
        method="POST",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/outgoing-webhooks/"
        + path_segment(app_webhook_slug, "app_webhook_slug")
        + "/delivery-items/"
        + path_segment(webhook_delivery_item_slug, "webhook_delivery_item_slug")
        + "/redeliver",
        template="/apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items/{webhook-delivery-item-slug}/redeliver",
    )


def parse(answer: Any) -> Error:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Error.from_dict(answer)


def sync_detailed(
    app_slug: str,
    app_webhook_slug: str,
    webhook_delivery_item_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[Error]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            app_webhook_slug,
            webhook_delivery_item_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    app_webhook_slug: str,
    webhook_delivery_item_slug: str,
    *,
    client: AuthenticatedClient,
) -> Error:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        app_webhook_slug,
        webhook_delivery_item_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    app_webhook_slug: str,
    webhook_delivery_item_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[Error]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            app_webhook_slug,
            webhook_delivery_item_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    app_webhook_slug: str,
    webhook_delivery_item_slug: str,
    *,
    client: AuthenticatedClient,
) -> Error:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            app_webhook_slug,
            webhook_delivery_item_slug,
            client=client,
        )
    ).parsed

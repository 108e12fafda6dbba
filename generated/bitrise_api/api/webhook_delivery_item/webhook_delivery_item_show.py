"""Get one delivery of a webhook

GET /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items/{webhook-delivery-item-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member_or_self, one_of
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.webhook_delivery_item import WebhookDeliveryItem
from ...models.webhook_delivery_item_envelope import WebhookDeliveryItemEnvelope


def build_request(
    app_slug: str,
    app_webhook_slug: str,
    webhook_delivery_item_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="webhook-delivery-item-show",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/outgoing-webhooks/"
        + path_segment(app_webhook_slug, "app_webhook_slug")
        + "/delivery-items/"
        + path_segment(webhook_delivery_item_slug, "webhook_delivery_item_slug"),
        template="/apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items/{webhook-delivery-item-slug}",
    )


def parse(answer: Any) -> WebhookDeliveryItemEnvelope | WebhookDeliveryItem:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    value: WebhookDeliveryItemEnvelope | WebhookDeliveryItem = one_of(
        answer,
        "answer",
        (
            lambda option: WebhookDeliveryItemEnvelope.from_dict(option),
            lambda option: WebhookDeliveryItem.from_dict(option),
        ),
    )
    return value


def parse_result(answer: Any) -> WebhookDeliveryItem:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return WebhookDeliveryItem.from_dict(member_or_self(answer, "data"))


def sync_detailed(
    app_slug: str,
    app_webhook_slug: str,
    webhook_delivery_item_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[WebhookDeliveryItemEnvelope | WebhookDeliveryItem]:
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
) -> WebhookDeliveryItemEnvelope | WebhookDeliveryItem:
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
) -> Response[WebhookDeliveryItemEnvelope | WebhookDeliveryItem]:
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
) -> WebhookDeliveryItemEnvelope | WebhookDeliveryItem:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            app_webhook_slug,
            webhook_delivery_item_slug,
            client=client,
        )
    ).parsed

"""The operations of `webhook_delivery_items`, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models.error import Error
    from ..models.webhook_delivery_item import WebhookDeliveryItem
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class WebhookDeliveryItems:
    """`webhook_delivery_items` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def get(
        self,
        app_slug: str,
        app_webhook_slug: str,
        webhook_delivery_item_slug: str,
        /,
    ) -> WebhookDeliveryItem:
        """Get one delivery of a webhook.

        `GET /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items/{webhook-delivery-item-slug}`
        """
        from ..api.webhook_delivery_item import webhook_delivery_item_show

        return self._transport.call(
            webhook_delivery_item_show.build_request(
                app_slug,
                app_webhook_slug,
                webhook_delivery_item_slug,
            ),
            webhook_delivery_item_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        app_webhook_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[WebhookDeliveryItem]:
        """List the deliveries of a webhook.

        `GET /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.webhook_delivery_item import webhook_delivery_item_list

        return self._transport.paginate(
            webhook_delivery_item_list.build_request(
                app_slug,
                app_webhook_slug,
                next=next,
                limit=limit,
            ),
            webhook_delivery_item_list.parse_item,
        )

    def redeliver(
        self,
        app_slug: str,
        app_webhook_slug: str,
        webhook_delivery_item_slug: str,
        /,
    ) -> Error:
        """Deliver to a webhook again.

        `POST /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items/{webhook-delivery-item-
        slug}/redeliver`
        """
        from ..api.webhook_delivery_item import webhook_delivery_item_redeliver

        return self._transport.call(
            webhook_delivery_item_redeliver.build_request(
                app_slug,
                app_webhook_slug,
                webhook_delivery_item_slug,
            ),
            webhook_delivery_item_redeliver.parse,
        )


class AsyncWebhookDeliveryItems:
    """`webhook_delivery_items` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def get(
        self,
        app_slug: str,
        app_webhook_slug: str,
        webhook_delivery_item_slug: str,
        /,
    ) -> WebhookDeliveryItem:
        """Get one delivery of a webhook.

        `GET /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items/{webhook-delivery-item-slug}`
        """
        from ..api.webhook_delivery_item import webhook_delivery_item_show

        return await self._transport.call(
            webhook_delivery_item_show.build_request(
                app_slug,
                app_webhook_slug,
                webhook_delivery_item_slug,
            ),
            webhook_delivery_item_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        app_webhook_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[WebhookDeliveryItem]:
        """List the deliveries of a webhook.

        `GET /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.webhook_delivery_item import webhook_delivery_item_list

        return self._transport.paginate(
            webhook_delivery_item_list.build_request(
                app_slug,
                app_webhook_slug,
                next=next,
                limit=limit,
            ),
            webhook_delivery_item_list.parse_item,
        )

    async def redeliver(
        self,
        app_slug: str,
        app_webhook_slug: str,
        webhook_delivery_item_slug: str,
        /,
    ) -> Error:
        """Deliver to a webhook again.

        `POST /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items/{webhook-delivery-item-
        slug}/redeliver`
        """
        from ..api.webhook_delivery_item import webhook_delivery_item_redeliver

        return await self._transport.call(
            webhook_delivery_item_redeliver.build_request(
                app_slug,
                app_webhook_slug,
                webhook_delivery_item_slug,
            ),
            webhook_delivery_item_redeliver.parse,
        )

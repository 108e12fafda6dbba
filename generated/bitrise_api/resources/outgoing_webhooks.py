"""The operations of `outgoing_webhooks`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.outgoing_webhook import OutgoingWebhook
    from ..models.outgoing_webhook_create_params import OutgoingWebhookCreateParams
    from ..models.outgoing_webhook_update_params import OutgoingWebhookUpdateParams
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class OutgoingWebhooks:
    """`outgoing_webhooks` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        app_slug: str,
        /,
        *,
        body: OutgoingWebhookCreateParams | Mapping[str, Any],
    ) -> OutgoingWebhook:
        """Add a webhook for an app to call.

        `POST /apps/{app-slug}/outgoing-webhooks`
        """
        from ..api.outgoing_webhook import outgoing_webhook_create

        return self._transport.call(
            outgoing_webhook_create.build_request(
                app_slug,
                body=body,
            ),
            outgoing_webhook_create.parse_result,
        )

    def delete(
        self,
        app_slug: str,
        app_webhook_slug: str,
        /,
    ) -> OutgoingWebhook:
        """Delete a webhook that an app calls.

        `DELETE /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}`
        """
        from ..api.outgoing_webhook import outgoing_webhook_delete

        return self._transport.call(
            outgoing_webhook_delete.build_request(
                app_slug,
                app_webhook_slug,
            ),
            outgoing_webhook_delete.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[OutgoingWebhook]:
        """List the webhooks that an app calls.

        `GET /apps/{app-slug}/outgoing-webhooks`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.outgoing_webhook import outgoing_webhook_list

        return self._transport.paginate(
            outgoing_webhook_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            outgoing_webhook_list.parse_item,
        )

    def update(
        self,
        app_slug: str,
        app_webhook_slug: str,
        /,
        *,
        body: OutgoingWebhookUpdateParams | Mapping[str, Any],
    ) -> OutgoingWebhook:
        """Change a webhook that an app calls.

        `PUT /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}`
        """
        from ..api.outgoing_webhook import outgoing_webhook_update

        return self._transport.call(
            outgoing_webhook_update.build_request(
                app_slug,
                app_webhook_slug,
                body=body,
            ),
            outgoing_webhook_update.parse_result,
        )


class AsyncOutgoingWebhooks:
    """`outgoing_webhooks` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create(
        self,
        app_slug: str,
        /,
        *,
        body: OutgoingWebhookCreateParams | Mapping[str, Any],
    ) -> OutgoingWebhook:
        """Add a webhook for an app to call.

        `POST /apps/{app-slug}/outgoing-webhooks`
        """
        from ..api.outgoing_webhook import outgoing_webhook_create

        return await self._transport.call(
            outgoing_webhook_create.build_request(
                app_slug,
                body=body,
            ),
            outgoing_webhook_create.parse_result,
        )

    async def delete(
        self,
        app_slug: str,
        app_webhook_slug: str,
        /,
    ) -> OutgoingWebhook:
        """Delete a webhook that an app calls.

        `DELETE /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}`
        """
        from ..api.outgoing_webhook import outgoing_webhook_delete

        return await self._transport.call(
            outgoing_webhook_delete.build_request(
                app_slug,
                app_webhook_slug,
            ),
            outgoing_webhook_delete.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[OutgoingWebhook]:
        """List the webhooks that an app calls.

        `GET /apps/{app-slug}/outgoing-webhooks`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.outgoing_webhook import outgoing_webhook_list

        return self._transport.paginate(
            outgoing_webhook_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            outgoing_webhook_list.parse_item,
        )

    async def update(
        self,
        app_slug: str,
        app_webhook_slug: str,
        /,
        *,
        body: OutgoingWebhookUpdateParams | Mapping[str, Any],
    ) -> OutgoingWebhook:
        """Change a webhook that an app calls.

        `PUT /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}`
        """
        from ..api.outgoing_webhook import outgoing_webhook_update

        return await self._transport.call(
            outgoing_webhook_update.build_request(
                app_slug,
                app_webhook_slug,
                body=body,
            ),
            outgoing_webhook_update.parse_result,
        )

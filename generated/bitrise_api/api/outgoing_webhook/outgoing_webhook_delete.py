"""Delete a webhook that an app calls

DELETE /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.outgoing_webhook import OutgoingWebhook
from ...models.outgoing_webhook_deleted_envelope import OutgoingWebhookDeletedEnvelope


def build_request(
    app_slug: str,
    app_webhook_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="outgoing-webhook-delete",
        method="DELETE",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/outgoing-webhooks/"
        + path_segment(app_webhook_slug, "app_webhook_slug"),
        template="/apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}",
    )


def parse(answer: Any) -> OutgoingWebhookDeletedEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OutgoingWebhookDeletedEnvelope.from_dict(answer)


def parse_result(answer: Any) -> OutgoingWebhook:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OutgoingWebhook.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    app_webhook_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OutgoingWebhookDeletedEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            app_webhook_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    app_webhook_slug: str,
    *,
    client: AuthenticatedClient,
) -> OutgoingWebhookDeletedEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        app_webhook_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    app_webhook_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[OutgoingWebhookDeletedEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            app_webhook_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    app_webhook_slug: str,
    *,
    client: AuthenticatedClient,
) -> OutgoingWebhookDeletedEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            app_webhook_slug,
            client=client,
        )
    ).parsed

"""Change a webhook that an app calls

PUT /apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.outgoing_webhook_update_params import OutgoingWebhookUpdateParams
    from ...types import Response

from ...models.outgoing_webhook import OutgoingWebhook
from ...models.outgoing_webhook_envelope import OutgoingWebhookEnvelope


def build_request(
    app_slug: str,
    app_webhook_slug: str,
    *,
    body: OutgoingWebhookUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="outgoing-webhook-update",
        method="PUT",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/outgoing-webhooks/"
        + path_segment(app_webhook_slug, "app_webhook_slug"),
        template="/apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}",
        json=to_json(body),
    )


def parse(answer: Any) -> OutgoingWebhookEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OutgoingWebhookEnvelope.from_dict(answer)


def parse_result(answer: Any) -> OutgoingWebhook:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OutgoingWebhook.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    app_webhook_slug: str,
    *,
    client: AuthenticatedClient,
    body: OutgoingWebhookUpdateParams | Mapping[str, Any],
) -> Response[OutgoingWebhookEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            app_webhook_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    app_webhook_slug: str,
    *,
    client: AuthenticatedClient,
    body: OutgoingWebhookUpdateParams | Mapping[str, Any],
) -> OutgoingWebhookEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        app_webhook_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    app_webhook_slug: str,
    *,
    client: AuthenticatedClient,
    body: OutgoingWebhookUpdateParams | Mapping[str, Any],
) -> Response[OutgoingWebhookEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            app_webhook_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    app_webhook_slug: str,
    *,
    client: AuthenticatedClient,
    body: OutgoingWebhookUpdateParams | Mapping[str, Any],
) -> OutgoingWebhookEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            app_webhook_slug,
            client=client,
            body=body,
        )
    ).parsed

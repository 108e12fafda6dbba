"""Add a webhook for an app to call

POST /apps/{app-slug}/outgoing-webhooks"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member_or_self, one_of, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.outgoing_webhook_create_params import OutgoingWebhookCreateParams
    from ...types import Response

from ...models.outgoing_webhook import OutgoingWebhook
from ...models.outgoing_webhook_created_envelope import OutgoingWebhookCreatedEnvelope


def build_request(
    app_slug: str,
    *,
    body: OutgoingWebhookCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="outgoing-webhook-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/outgoing-webhooks",
        template="/apps/{app-slug}/outgoing-webhooks",
        json=to_json(body),
    )


def parse(answer: Any) -> OutgoingWebhookCreatedEnvelope | OutgoingWebhook:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    value: OutgoingWebhookCreatedEnvelope | OutgoingWebhook = one_of(
        answer,
        "answer",
        (
            lambda option: OutgoingWebhookCreatedEnvelope.from_dict(option),
            lambda option: OutgoingWebhook.from_dict(option),
        ),
    )
    return value


def parse_result(answer: Any) -> OutgoingWebhook:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return OutgoingWebhook.from_dict(member_or_self(answer, "data"))


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: OutgoingWebhookCreateParams | Mapping[str, Any],
) -> Response[OutgoingWebhookCreatedEnvelope | OutgoingWebhook]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: OutgoingWebhookCreateParams | Mapping[str, Any],
) -> OutgoingWebhookCreatedEnvelope | OutgoingWebhook:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: OutgoingWebhookCreateParams | Mapping[str, Any],
) -> Response[OutgoingWebhookCreatedEnvelope | OutgoingWebhook]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: OutgoingWebhookCreateParams | Mapping[str, Any],
) -> OutgoingWebhookCreatedEnvelope | OutgoingWebhook:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

"""Register a webhook for an app with its Git provider

POST /apps/{app-slug}/register-webhook"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.webhook_registered import WebhookRegistered


def build_request(
    app_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-webhook-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/register-webhook",
        template="/apps/{app-slug}/register-webhook",
    )


def parse(answer: Any) -> WebhookRegistered:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return WebhookRegistered.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[WebhookRegistered]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> WebhookRegistered:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[WebhookRegistered]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> WebhookRegistered:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
        )
    ).parsed

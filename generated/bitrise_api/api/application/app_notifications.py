"""Set when an app sends e-mail about its builds

PATCH /apps/{app-slug}/update-email-notifications"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.email_notification_params import EmailNotificationParams
    from ...types import Response

from ...models.email_notifications_updated import EmailNotificationsUpdated


def build_request(
    app_slug: str,
    *,
    body: EmailNotificationParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-notifications",
        method="PATCH",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/update-email-notifications",
        template="/apps/{app-slug}/update-email-notifications",
        json=to_json(body),
    )


def parse(answer: Any) -> EmailNotificationsUpdated:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return EmailNotificationsUpdated.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: EmailNotificationParams | Mapping[str, Any],
) -> Response[EmailNotificationsUpdated]:
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
    body: EmailNotificationParams | Mapping[str, Any],
) -> EmailNotificationsUpdated:
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
    body: EmailNotificationParams | Mapping[str, Any],
) -> Response[EmailNotificationsUpdated]:
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
    body: EmailNotificationParams | Mapping[str, Any],
) -> EmailNotificationsUpdated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

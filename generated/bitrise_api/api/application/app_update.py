"""Change an app's title, branch, repository, visibility or credentials

PATCH /apps/{app-slug}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.app_update_params import AppUpdateParams
    from ...types import Response

from ...models.app_updated import AppUpdated


def build_request(
    app_slug: str,
    *,
    body: AppUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-update",
        method="PATCH",
        path="/apps/" + path_segment(app_slug, "app_slug"),
        template="/apps/{app-slug}",
        json=to_json(body),
    )


def parse(answer: Any) -> AppUpdated:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AppUpdated.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: AppUpdateParams | Mapping[str, Any],
) -> Response[AppUpdated]:
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
    body: AppUpdateParams | Mapping[str, Any],
) -> AppUpdated:
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
    body: AppUpdateParams | Mapping[str, Any],
) -> Response[AppUpdated]:
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
    body: AppUpdateParams | Mapping[str, Any],
) -> AppUpdated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

"""End adding an app: set its kind, stack and owner

POST /apps/{app-slug}/finish"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.app_finish_params import AppFinishParams
    from ...types import Response

from ...models.app_finished import AppFinished


def build_request(
    app_slug: str,
    *,
    body: AppFinishParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-finish",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/finish",
        template="/apps/{app-slug}/finish",
        json=to_json(body),
    )


def parse(answer: Any) -> AppFinished:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AppFinished.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: AppFinishParams | Mapping[str, Any],
) -> Response[AppFinished]:
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
    body: AppFinishParams | Mapping[str, Any],
) -> AppFinished:
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
    body: AppFinishParams | Mapping[str, Any],
) -> Response[AppFinished]:
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
    body: AppFinishParams | Mapping[str, Any],
) -> AppFinished:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

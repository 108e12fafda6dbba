"""Set how much the GitHub app may do for an app

PUT /apps/{app-slug}/github-app-connection-configuration"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.github_app_connection_params import GithubAppConnectionParams
    from ...types import Response


def build_request(
    app_slug: str,
    *,
    body: GithubAppConnectionParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-change-github-app-connection-configuration",
        method="PUT",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/github-app-connection-configuration",
        template="/apps/{app-slug}/github-app-connection-configuration",
        json=to_json(body),
        accept="none",
    )


def parse(answer: Any) -> None:
    """Nothing: the answer is empty."""


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: GithubAppConnectionParams | Mapping[str, Any],
) -> Response[None]:
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
    body: GithubAppConnectionParams | Mapping[str, Any],
) -> None:
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
    body: GithubAppConnectionParams | Mapping[str, Any],
) -> Response[None]:
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
    body: GithubAppConnectionParams | Mapping[str, Any],
) -> None:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

"""Get where an app's bitrise.yml is kept

GET /apps/{app-slug}/bitrise.yml/config"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.bitrise_yml_settings import BitriseYmlSettings


def build_request(
    app_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-setup-bitrise-yml-config-get",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/bitrise.yml/config",
        template="/apps/{app-slug}/bitrise.yml/config",
    )


def parse(answer: Any) -> BitriseYmlSettings:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BitriseYmlSettings.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[BitriseYmlSettings]:
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
) -> BitriseYmlSettings:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[BitriseYmlSettings]:
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
) -> BitriseYmlSettings:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
        )
    ).parsed

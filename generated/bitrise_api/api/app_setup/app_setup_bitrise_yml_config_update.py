"""Set where an app's bitrise.yml is kept

PUT /apps/{app-slug}/bitrise.yml/config"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.bitrise_yml_settings_update_params import BitriseYmlSettingsUpdateParams
    from ...types import Response


def build_request(
    app_slug: str,
    *,
    body: BitriseYmlSettingsUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-setup-bitrise-yml-config-update",
        method="PUT",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/bitrise.yml/config",
        template="/apps/{app-slug}/bitrise.yml/config",
        json=to_json(body),
        accept="none",
    )


def parse(answer: Any) -> None:
    """Nothing: the answer is empty."""


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: BitriseYmlSettingsUpdateParams | Mapping[str, Any],
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
    body: BitriseYmlSettingsUpdateParams | Mapping[str, Any],
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
    body: BitriseYmlSettingsUpdateParams | Mapping[str, Any],
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
    body: BitriseYmlSettingsUpdateParams | Mapping[str, Any],
) -> None:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

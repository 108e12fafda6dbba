"""Store a new bitrise.yml for an app

POST /apps/{app-slug}/bitrise.yml"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import mapping, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.bitrise_yml_create_params import BitriseYmlCreateParams
    from ...types import Response


def build_request(
    app_slug: str,
    *,
    body: BitriseYmlCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-config-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/bitrise.yml",
        template="/apps/{app-slug}/bitrise.yml",
        json=to_json(body),
    )


def parse(answer: Any) -> dict[str, Any]:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return mapping(answer, "answer")


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: BitriseYmlCreateParams | Mapping[str, Any],
) -> Response[dict[str, Any]]:
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
    body: BitriseYmlCreateParams | Mapping[str, Any],
) -> dict[str, Any]:
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
    body: BitriseYmlCreateParams | Mapping[str, Any],
) -> Response[dict[str, Any]]:
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
    body: BitriseYmlCreateParams | Mapping[str, Any],
) -> dict[str, Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

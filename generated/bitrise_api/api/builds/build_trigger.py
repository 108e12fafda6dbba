"""Start a build or a pipeline

POST /apps/{app-slug}/builds"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.build_trigger_params import BuildTriggerParams
    from ...types import Response

from ...models.build_triggered import BuildTriggered


def build_request(
    app_slug: str,
    *,
    body: BuildTriggerParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-trigger",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/builds",
        template="/apps/{app-slug}/builds",
        json=to_json(body),
    )


def parse(answer: Any) -> BuildTriggered:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildTriggered.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildTriggerParams | Mapping[str, Any],
) -> Response[BuildTriggered]:
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
    body: BuildTriggerParams | Mapping[str, Any],
) -> BuildTriggered:
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
    body: BuildTriggerParams | Mapping[str, Any],
) -> Response[BuildTriggered]:
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
    body: BuildTriggerParams | Mapping[str, Any],
) -> BuildTriggered:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

"""Stop a build

POST /apps/{app-slug}/builds/{build-slug}/abort"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.build_abort_params import BuildAbortParams
    from ...types import Response

from ...models.build_aborted import BuildAborted


def build_request(
    app_slug: str,
    build_slug: str,
    *,
    body: BuildAbortParams | Mapping[str, Any] | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-abort",
        method="POST",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/builds/"
        + path_segment(build_slug, "build_slug")
        + "/abort",
        template="/apps/{app-slug}/builds/{build-slug}/abort",
        json=to_json(body),
    )


def parse(answer: Any) -> BuildAborted:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildAborted.from_dict(answer)


def sync_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildAbortParams | Mapping[str, Any] | None = None,
) -> Response[BuildAborted]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildAbortParams | Mapping[str, Any] | None = None,
) -> BuildAborted:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildAbortParams | Mapping[str, Any] | None = None,
) -> Response[BuildAborted]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildAbortParams | Mapping[str, Any] | None = None,
) -> BuildAborted:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_slug,
            client=client,
            body=body,
        )
    ).parsed

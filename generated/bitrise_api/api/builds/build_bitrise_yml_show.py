"""Get the bitrise.yml that a build ran with, as text

GET /apps/{app-slug}/builds/{build-slug}/bitrise.yml"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import text
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response


def build_request(
    app_slug: str,
    build_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-bitrise-yml-show",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/builds/"
        + path_segment(build_slug, "build_slug")
        + "/bitrise.yml",
        template="/apps/{app-slug}/builds/{build-slug}/bitrise.yml",
        accept="text",
    )


def parse(answer: Any) -> str:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return text(answer, "answer")


def sync_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[str]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> str:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[str]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> str:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_slug,
            client=client,
        )
    ).parsed

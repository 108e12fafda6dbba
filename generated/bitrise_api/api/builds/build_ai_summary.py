"""Get the generated summary of a build

GET /builds/{build-slug}/ai-summary"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response


def build_request(
    build_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-ai-summary",
        method="GET",
        path="/builds/" + path_segment(build_slug, "build_slug") + "/ai-summary",
        template="/builds/{build-slug}/ai-summary",
        accept="any",
    )


def parse(answer: Any) -> Any:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return answer


def sync_detailed(
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            build_slug,
        ),
        parse,
    )


def sync(
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        build_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            build_slug,
        ),
        parse,
    )


async def asyncio(
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            build_slug,
            client=client,
        )
    ).parsed

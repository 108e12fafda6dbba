"""Get one build

GET /apps/{app-slug}/builds/{build-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.build import Build
from ...models.build_envelope import BuildEnvelope


def build_request(
    app_slug: str,
    build_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-show",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/builds/" + path_segment(build_slug, "build_slug"),
        template="/apps/{app-slug}/builds/{build-slug}",
    )


def parse(answer: Any) -> BuildEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildEnvelope.from_dict(answer)


def parse_result(answer: Any) -> Build:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Build.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[BuildEnvelope]:
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
) -> BuildEnvelope:
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
) -> Response[BuildEnvelope]:
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
) -> BuildEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_slug,
            client=client,
        )
    ).parsed

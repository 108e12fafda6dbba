"""Get the latest pieces of a build's log, and its address once archived

GET /apps/{app-slug}/builds/{build-slug}/log"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import time_parameter
from ...runtime import Request, path_segment, query_parameters

if TYPE_CHECKING:
    from datetime import datetime

    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.build_log import BuildLog


def build_request(
    app_slug: str,
    build_slug: str,
    *,
    after_timestamp: datetime | str | None = None,
    before_timestamp: datetime | str | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-log",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/builds/"
        + path_segment(build_slug, "build_slug")
        + "/log",
        template="/apps/{app-slug}/builds/{build-slug}/log",
        params=query_parameters(
            {
                "after_timestamp": time_parameter(after_timestamp),
                "before_timestamp": time_parameter(before_timestamp),
            }
        ),
    )


def parse(answer: Any) -> BuildLog:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildLog.from_dict(answer)


def sync_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    after_timestamp: datetime | str | None = None,
    before_timestamp: datetime | str | None = None,
) -> Response[BuildLog]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_slug,
            after_timestamp=after_timestamp,
            before_timestamp=before_timestamp,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    after_timestamp: datetime | str | None = None,
    before_timestamp: datetime | str | None = None,
) -> BuildLog:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_slug,
        client=client,
        after_timestamp=after_timestamp,
        before_timestamp=before_timestamp,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    after_timestamp: datetime | str | None = None,
    before_timestamp: datetime | str | None = None,
) -> Response[BuildLog]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_slug,
            after_timestamp=after_timestamp,
            before_timestamp=before_timestamp,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    after_timestamp: datetime | str | None = None,
    before_timestamp: datetime | str | None = None,
) -> BuildLog:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_slug,
            client=client,
            after_timestamp=after_timestamp,
            before_timestamp=before_timestamp,
        )
    ).parsed

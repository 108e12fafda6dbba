"""List the artifacts of a build

GET /apps/{app-slug}/builds/{build-slug}/artifacts"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, path_segment, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.artifact_list_item import ArtifactListItem
from ...models.artifact_page import ArtifactPage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    app_slug: str,
    build_slug: str,
    *,
    next: str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="artifact-list",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/builds/"
        + path_segment(build_slug, "build_slug")
        + "/artifacts",
        template="/apps/{app-slug}/builds/{build-slug}/artifacts",
        params=query_parameters(
            {
                "next": next,
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> ArtifactPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ArtifactPage.from_dict(answer)


def parse_item(answer: Any) -> ArtifactListItem:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ArtifactListItem.from_dict(answer)


def sync_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[ArtifactPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> ArtifactPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_slug,
        client=client,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[ArtifactPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> ArtifactPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_slug,
            client=client,
            next=next,
            limit=limit,
        )
    ).parsed

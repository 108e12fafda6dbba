"""List builds of a window of time that are older than 200 days

GET /apps/{app-slug}/archived-builds"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, path_segment, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.archived_build import ArchivedBuild
from ...models.archived_build_page import ArchivedBuildPage

PAGINATION = Pagination(
    after="after",
    before="before",
    items="data",
    limit="limit",
    style="window",
    timestamp="finished_at",
)


def build_request(
    app_slug: str,
    *,
    after: int,
    before: int,
    limit: int,
) -> Request:
    """The request of one call."""
    return Request(
        operation="archived-builds-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/archived-builds",
        template="/apps/{app-slug}/archived-builds",
        params=query_parameters(
            {
                "after": after,
                "before": before,
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> ArchivedBuildPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ArchivedBuildPage.from_dict(answer)


def parse_item(answer: Any) -> ArchivedBuild:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ArchivedBuild.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    after: int,
    before: int,
    limit: int,
) -> Response[ArchivedBuildPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            after=after,
            before=before,
            limit=limit,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    after: int,
    before: int,
    limit: int,
) -> ArchivedBuildPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        after=after,
        before=before,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    after: int,
    before: int,
    limit: int,
) -> Response[ArchivedBuildPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            after=after,
            before=before,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    after: int,
    before: int,
    limit: int,
) -> ArchivedBuildPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            after=after,
            before=before,
            limit=limit,
        )
    ).parsed

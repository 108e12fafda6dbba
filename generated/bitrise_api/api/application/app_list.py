"""List the apps that the token can see

GET /apps"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.app_sort_by import AppSortBy
    from ...types import Response

from ...models.app import App
from ...models.app_page import AppPage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    *,
    sort_by: AppSortBy | str | None = None,
    next: str | None = None,
    limit: int | None = None,
    title: str | None = None,
    project_type: str | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-list",
        method="GET",
        path="/apps",
        template="/apps",
        params=query_parameters(
            {
                "sort_by": sort_by,
                "next": next,
                "limit": limit,
                "title": title,
                "project_type": project_type,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> AppPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AppPage.from_dict(answer)


def parse_item(answer: Any) -> App:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return App.from_dict(answer)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    sort_by: AppSortBy | str | None = None,
    next: str | None = None,
    limit: int | None = None,
    title: str | None = None,
    project_type: str | None = None,
) -> Response[AppPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            sort_by=sort_by,
            next=next,
            limit=limit,
            title=title,
            project_type=project_type,
        ),
        parse,
    )


def sync(
    *,
    client: AuthenticatedClient,
    sort_by: AppSortBy | str | None = None,
    next: str | None = None,
    limit: int | None = None,
    title: str | None = None,
    project_type: str | None = None,
) -> AppPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
        sort_by=sort_by,
        next=next,
        limit=limit,
        title=title,
        project_type=project_type,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    sort_by: AppSortBy | str | None = None,
    next: str | None = None,
    limit: int | None = None,
    title: str | None = None,
    project_type: str | None = None,
) -> Response[AppPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            sort_by=sort_by,
            next=next,
            limit=limit,
            title=title,
            project_type=project_type,
        ),
        parse,
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    sort_by: AppSortBy | str | None = None,
    next: str | None = None,
    limit: int | None = None,
    title: str | None = None,
    project_type: str | None = None,
) -> AppPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
            sort_by=sort_by,
            next=next,
            limit=limit,
            title=title,
            project_type=project_type,
        )
    ).parsed

"""List the files in an app's generic file storage

GET /apps/{app-slug}/generic-project-files"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, path_segment, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.generic_project_file import GenericProjectFile
from ...models.generic_project_file_page import GenericProjectFilePage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    app_slug: str,
    *,
    next: str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="generic-project-file-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/generic-project-files",
        template="/apps/{app-slug}/generic-project-files",
        params=query_parameters(
            {
                "next": next,
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> GenericProjectFilePage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFilePage.from_dict(answer)


def parse_item(answer: Any) -> GenericProjectFile:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFile.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[GenericProjectFilePage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> GenericProjectFilePage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[GenericProjectFilePage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> GenericProjectFilePage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            next=next,
            limit=limit,
        )
    ).parsed

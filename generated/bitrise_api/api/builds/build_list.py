"""List the builds of an app, newest first

GET /apps/{app-slug}/builds"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, path_segment, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.build_sort_by import BuildSortBy
    from ...types import Response

from ...models.build import Build
from ...models.build_page import BuildPage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    app_slug: str,
    *,
    sort_by: BuildSortBy | str | None = None,
    branch: str | None = None,
    workflow: str | None = None,
    commit_message: str | None = None,
    trigger_event_type: str | None = None,
    pull_request_id: int | None = None,
    build_number: int | None = None,
    after: int | None = None,
    before: int | None = None,
    status: int | None = None,
    is_pipeline_build: bool | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/builds",
        template="/apps/{app-slug}/builds",
        params=query_parameters(
            {
                "sort_by": sort_by,
                "branch": branch,
                "workflow": workflow,
                "commit_message": commit_message,
                "trigger_event_type": trigger_event_type,
                "pull_request_id": pull_request_id,
                "build_number": build_number,
                "after": after,
                "before": before,
                "status": status,
                "is_pipeline_build": is_pipeline_build,
                "next": next,
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> BuildPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildPage.from_dict(answer)


def parse_item(answer: Any) -> Build:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Build.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    sort_by: BuildSortBy | str | None = None,
    branch: str | None = None,
    workflow: str | None = None,
    commit_message: str | None = None,
    trigger_event_type: str | None = None,
    pull_request_id: int | None = None,
    build_number: int | None = None,
    after: int | None = None,
    before: int | None = None,
    status: int | None = None,
    is_pipeline_build: bool | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> Response[BuildPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            sort_by=sort_by,
            branch=branch,
            workflow=workflow,
            commit_message=commit_message,
            trigger_event_type=trigger_event_type,
            pull_request_id=pull_request_id,
            build_number=build_number,
            after=after,
            before=before,
            status=status,
            is_pipeline_build=is_pipeline_build,
            next=next,
            limit=limit,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    sort_by: BuildSortBy | str | None = None,
    branch: str | None = None,
    workflow: str | None = None,
    commit_message: str | None = None,
    trigger_event_type: str | None = None,
    pull_request_id: int | None = None,
    build_number: int | None = None,
    after: int | None = None,
    before: int | None = None,
    status: int | None = None,
    is_pipeline_build: bool | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> BuildPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        sort_by=sort_by,
        branch=branch,
        workflow=workflow,
        commit_message=commit_message,
        trigger_event_type=trigger_event_type,
        pull_request_id=pull_request_id,
        build_number=build_number,
        after=after,
        before=before,
        status=status,
        is_pipeline_build=is_pipeline_build,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    sort_by: BuildSortBy | str | None = None,
    branch: str | None = None,
    workflow: str | None = None,
    commit_message: str | None = None,
    trigger_event_type: str | None = None,
    pull_request_id: int | None = None,
    build_number: int | None = None,
    after: int | None = None,
    before: int | None = None,
    status: int | None = None,
    is_pipeline_build: bool | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> Response[BuildPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            sort_by=sort_by,
            branch=branch,
            workflow=workflow,
            commit_message=commit_message,
            trigger_event_type=trigger_event_type,
            pull_request_id=pull_request_id,
            build_number=build_number,
            after=after,
            before=before,
            status=status,
            is_pipeline_build=is_pipeline_build,
            next=next,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    sort_by: BuildSortBy | str | None = None,
    branch: str | None = None,
    workflow: str | None = None,
    commit_message: str | None = None,
    trigger_event_type: str | None = None,
    pull_request_id: int | None = None,
    build_number: int | None = None,
    after: int | None = None,
    before: int | None = None,
    status: int | None = None,
    is_pipeline_build: bool | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> BuildPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            sort_by=sort_by,
            branch=branch,
            workflow=workflow,
            commit_message=commit_message,
            trigger_event_type=trigger_event_type,
            pull_request_id=pull_request_id,
            build_number=build_number,
            after=after,
            before=before,
            status=status,
            is_pipeline_build=is_pipeline_build,
            next=next,
            limit=limit,
        )
    ).parsed

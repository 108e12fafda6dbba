"""List the pipelines and stand-alone builds of an app

GET /apps/{app-slug}/pipelines"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import time_parameter
from ...runtime import Pagination, Request, path_segment, query_parameters

if TYPE_CHECKING:
    from datetime import datetime

    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.pipeline_list_item import PipelineListItem
from ...models.pipeline_page import PipelinePage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="before",
    style="cursor",
)


def build_request(
    app_slug: str,
    *,
    after: datetime | str | None = None,
    before: datetime | str | None = None,
    branch: str | None = None,
    build_number: int | None = None,
    commit_message: str | None = None,
    limit: int | None = None,
    next: datetime | str | None = None,
    pipeline: str | None = None,
    status: str | None = None,
    trigger_event_type: str | None = None,
    workflow: str | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="pipeline-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/pipelines",
        template="/apps/{app-slug}/pipelines",
        params=query_parameters(
            {
                "after": time_parameter(after),
                "before": time_parameter(before),
                "branch": branch,
                "build_number": build_number,
                "commit_message": commit_message,
                "limit": limit,
                "next": time_parameter(next),
                "pipeline": pipeline,
                "status": status,
                "trigger_event_type": trigger_event_type,
                "workflow": workflow,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> PipelinePage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return PipelinePage.from_dict(answer)


def parse_item(answer: Any) -> PipelineListItem:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return PipelineListItem.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    after: datetime | str | None = None,
    before: datetime | str | None = None,
    branch: str | None = None,
    build_number: int | None = None,
    commit_message: str | None = None,
    limit: int | None = None,
    next: datetime | str | None = None,
    pipeline: str | None = None,
    status: str | None = None,
    trigger_event_type: str | None = None,
    workflow: str | None = None,
) -> Response[PipelinePage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            after=after,
            before=before,
            branch=branch,
            build_number=build_number,
            commit_message=commit_message,
            limit=limit,
            next=next,
            pipeline=pipeline,
            status=status,
            trigger_event_type=trigger_event_type,
            workflow=workflow,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    after: datetime | str | None = None,
    before: datetime | str | None = None,
    branch: str | None = None,
    build_number: int | None = None,
    commit_message: str | None = None,
    limit: int | None = None,
    next: datetime | str | None = None,
    pipeline: str | None = None,
    status: str | None = None,
    trigger_event_type: str | None = None,
    workflow: str | None = None,
) -> PipelinePage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        after=after,
        before=before,
        branch=branch,
        build_number=build_number,
        commit_message=commit_message,
        limit=limit,
        next=next,
        pipeline=pipeline,
        status=status,
        trigger_event_type=trigger_event_type,
        workflow=workflow,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    after: datetime | str | None = None,
    before: datetime | str | None = None,
    branch: str | None = None,
    build_number: int | None = None,
    commit_message: str | None = None,
    limit: int | None = None,
    next: datetime | str | None = None,
    pipeline: str | None = None,
    status: str | None = None,
    trigger_event_type: str | None = None,
    workflow: str | None = None,
) -> Response[PipelinePage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            after=after,
            before=before,
            branch=branch,
            build_number=build_number,
            commit_message=commit_message,
            limit=limit,
            next=next,
            pipeline=pipeline,
            status=status,
            trigger_event_type=trigger_event_type,
            workflow=workflow,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    after: datetime | str | None = None,
    before: datetime | str | None = None,
    branch: str | None = None,
    build_number: int | None = None,
    commit_message: str | None = None,
    limit: int | None = None,
    next: datetime | str | None = None,
    pipeline: str | None = None,
    status: str | None = None,
    trigger_event_type: str | None = None,
    workflow: str | None = None,
) -> PipelinePage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            after=after,
            before=before,
            branch=branch,
            build_number=build_number,
            commit_message=commit_message,
            limit=limit,
            next=next,
            pipeline=pipeline,
            status=status,
            trigger_event_type=trigger_event_type,
            workflow=workflow,
        )
    ).parsed

"""List the pipelines and stand-alone builds of all apps

GET /pipelines"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import time_parameter
from ...runtime import Pagination, Request, query_parameters

if TYPE_CHECKING:
    from datetime import datetime

    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.pipeline_with_app import PipelineWithApp
from ...models.pipeline_with_app_page import PipelineWithAppPage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    *,
    owner_slug: str | None = None,
    status: str | None = None,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="pipeline-list-all",
        method="GET",
        path="/pipelines",
        template="/pipelines",
        params=query_parameters(
            {
                "owner_slug": owner_slug,
                "status": status,
                "next": time_parameter(next),
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> PipelineWithAppPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return PipelineWithAppPage.from_dict(answer)


def parse_item(answer: Any) -> PipelineWithApp:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return PipelineWithApp.from_dict(answer)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    owner_slug: str | None = None,
    status: str | None = None,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> Response[PipelineWithAppPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            owner_slug=owner_slug,
            status=status,
            next=next,
            limit=limit,
        ),
        parse,
    )


def sync(
    *,
    client: AuthenticatedClient,
    owner_slug: str | None = None,
    status: str | None = None,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> PipelineWithAppPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
        owner_slug=owner_slug,
        status=status,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    owner_slug: str | None = None,
    status: str | None = None,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> Response[PipelineWithAppPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            owner_slug=owner_slug,
            status=status,
            next=next,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    owner_slug: str | None = None,
    status: str | None = None,
    next: datetime | str | None = None,
    limit: int | None = None,
) -> PipelineWithAppPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
            owner_slug=owner_slug,
            status=status,
            next=next,
            limit=limit,
        )
    ).parsed

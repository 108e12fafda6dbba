"""List the builds of all apps that the token can see

GET /builds"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.build_with_app import BuildWithApp
from ...models.build_with_app_page import BuildWithAppPage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    *,
    owner_slug: str | None = None,
    is_on_hold: bool | None = None,
    status: int | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-list-all",
        method="GET",
        path="/builds",
        template="/builds",
        params=query_parameters(
            {
                "owner_slug": owner_slug,
                "is_on_hold": is_on_hold,
                "status": status,
                "next": next,
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> BuildWithAppPage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildWithAppPage.from_dict(answer)


def parse_item(answer: Any) -> BuildWithApp:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildWithApp.from_dict(answer)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    owner_slug: str | None = None,
    is_on_hold: bool | None = None,
    status: int | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> Response[BuildWithAppPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            owner_slug=owner_slug,
            is_on_hold=is_on_hold,
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
    is_on_hold: bool | None = None,
    status: int | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> BuildWithAppPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
        owner_slug=owner_slug,
        is_on_hold=is_on_hold,
        status=status,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    owner_slug: str | None = None,
    is_on_hold: bool | None = None,
    status: int | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> Response[BuildWithAppPage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            owner_slug=owner_slug,
            is_on_hold=is_on_hold,
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
    is_on_hold: bool | None = None,
    status: int | None = None,
    next: str | None = None,
    limit: int | None = None,
) -> BuildWithAppPage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
            owner_slug=owner_slug,
            is_on_hold=is_on_hold,
            status=status,
            next=next,
            limit=limit,
        )
    ).parsed

"""List the branches of an app that have builds

GET /apps/{app-slug}/branches"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array, member, text
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.branch_list import BranchList


def build_request(
    app_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="branch-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/branches",
        template="/apps/{app-slug}/branches",
    )


def parse(answer: Any) -> BranchList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BranchList.from_dict(answer)


def parse_result(answer: Any) -> list[str]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [text(item, "answer") for item in array(member(answer, "data"), "answer")]


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[BranchList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> BranchList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[BranchList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> BranchList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
        )
    ).parsed

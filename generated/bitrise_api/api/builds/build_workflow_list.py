"""List an app's workflows

GET /apps/{app-slug}/build-workflows"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array, member, text
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.workflow_list import WorkflowList


def build_request(
    app_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-workflow-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/build-workflows",
        template="/apps/{app-slug}/build-workflows",
    )


def parse(answer: Any) -> WorkflowList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return WorkflowList.from_dict(answer)


def parse_result(answer: Any) -> list[str]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [text(item, "answer") for item in array(member(answer, "data"), "answer")]


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[WorkflowList]:
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
) -> WorkflowList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[WorkflowList]:
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
) -> WorkflowList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
        )
    ).parsed

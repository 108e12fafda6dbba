"""Get one pipeline with its stages and workflows

GET /apps/{app-slug}/pipelines/{pipeline-id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.pipeline import Pipeline


def build_request(
    app_slug: str,
    pipeline_id: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="pipeline-show",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/pipelines/" + path_segment(pipeline_id, "pipeline_id"),
        template="/apps/{app-slug}/pipelines/{pipeline-id}",
    )


def parse(answer: Any) -> Pipeline:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Pipeline.from_dict(answer)


def sync_detailed(
    app_slug: str,
    pipeline_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Pipeline]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            pipeline_id,
        ),
        parse,
    )


def sync(
    app_slug: str,
    pipeline_id: str,
    *,
    client: AuthenticatedClient,
) -> Pipeline:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        pipeline_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    pipeline_id: str,
    *,
    client: AuthenticatedClient,
) -> Response[Pipeline]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            pipeline_id,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    pipeline_id: str,
    *,
    client: AuthenticatedClient,
) -> Pipeline:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            pipeline_id,
            client=client,
        )
    ).parsed

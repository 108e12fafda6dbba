"""Run a pipeline again

POST /apps/{app-slug}/pipelines/{pipeline-id}/rebuild"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.pipeline_rebuild_params import PipelineRebuildParams
    from ...types import Response


def build_request(
    app_slug: str,
    pipeline_id: str,
    *,
    body: PipelineRebuildParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="pipeline-rebuild",
        method="POST",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/pipelines/"
        + path_segment(pipeline_id, "pipeline_id")
        + "/rebuild",
        template="/apps/{app-slug}/pipelines/{pipeline-id}/rebuild",
        json=to_json(body),
        accept="any",
    )


def parse(answer: Any) -> Any:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return answer


def sync_detailed(
    app_slug: str,
    pipeline_id: str,
    *,
    client: AuthenticatedClient,
    body: PipelineRebuildParams | Mapping[str, Any],
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            pipeline_id,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    pipeline_id: str,
    *,
    client: AuthenticatedClient,
    body: PipelineRebuildParams | Mapping[str, Any],
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        pipeline_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    pipeline_id: str,
    *,
    client: AuthenticatedClient,
    body: PipelineRebuildParams | Mapping[str, Any],
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            pipeline_id,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    pipeline_id: str,
    *,
    client: AuthenticatedClient,
    body: PipelineRebuildParams | Mapping[str, Any],
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            pipeline_id,
            client=client,
            body=body,
        )
    ).parsed

"""Stop a pipeline

POST /apps/{app-slug}/pipelines/{pipeline-id}/abort"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.pipeline_abort_params import PipelineAbortParams
    from ...types import Response


def build_request(
    app_slug: str,
    pipeline_id: str,
    *,
    body: PipelineAbortParams | Mapping[str, Any] | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="pipeline-abort",
        method="POST",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/pipelines/"
        + path_segment(pipeline_id, "pipeline_id")
        + "/abort",
        template="/apps/{app-slug}/pipelines/{pipeline-id}/abort",
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
    body: PipelineAbortParams | Mapping[str, Any] | None = None,
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
    body: PipelineAbortParams | Mapping[str, Any] | None = None,
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
    body: PipelineAbortParams | Mapping[str, Any] | None = None,
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
    body: PipelineAbortParams | Mapping[str, Any] | None = None,
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

"""Approve or refuse a build that waits for it

PATCH /apps/{app-slug}/build-requests/{build-request-slug}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.build_request_update_params import BuildRequestUpdateParams
    from ...types import Response

from ...models.build_request import BuildRequest
from ...models.build_request_updated import BuildRequestUpdated


def build_request(
    app_slug: str,
    build_request_slug: str,
    *,
    body: BuildRequestUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-request-update",
        method="PATCH",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/build-requests/"
        + path_segment(build_request_slug, "build_request_slug"),
        template="/apps/{app-slug}/build-requests/{build-request-slug}",
        json=to_json(body),
    )


def parse(answer: Any) -> BuildRequestUpdated:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildRequestUpdated.from_dict(answer)


def parse_result(answer: Any) -> BuildRequest:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildRequest.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    build_request_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildRequestUpdateParams | Mapping[str, Any],
) -> Response[BuildRequestUpdated]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_request_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_request_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildRequestUpdateParams | Mapping[str, Any],
) -> BuildRequestUpdated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_request_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_request_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildRequestUpdateParams | Mapping[str, Any],
) -> Response[BuildRequestUpdated]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_request_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_request_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildRequestUpdateParams | Mapping[str, Any],
) -> BuildRequestUpdated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_request_slug,
            client=client,
            body=body,
        )
    ).parsed

"""Add an app for a repository; the first of the steps that finish ends

POST /apps/register"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.app_create_params import AppCreateParams
    from ...types import Response

from ...models.app_created import AppCreated


def build_request(
    *,
    body: AppCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-create",
        method="POST",
        path="/apps/register",
        template="/apps/register",
        json=to_json(body),
    )


def parse(answer: Any) -> AppCreated:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AppCreated.from_dict(answer)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: AppCreateParams | Mapping[str, Any],
) -> Response[AppCreated]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            body=body,
        ),
        parse,
    )


def sync(
    *,
    client: AuthenticatedClient,
    body: AppCreateParams | Mapping[str, Any],
) -> AppCreated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: AppCreateParams | Mapping[str, Any],
) -> Response[AppCreated]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            body=body,
        ),
        parse,
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: AppCreateParams | Mapping[str, Any],
) -> AppCreated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed

"""List the stacks that builds can run on

GET /available-stacks"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import mapping
from ...runtime import Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.stack import Stack


def build_request() -> Request:
    """The request of one call."""
    return Request(
        operation="available-stacks-list",
        method="GET",
        path="/available-stacks",
        template="/available-stacks",
    )


def parse(answer: Any) -> dict[str, Stack]:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return {key: Stack.from_dict(item) for key, item in mapping(answer, "answer").items()}


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[dict[str, Stack]]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(build_request(), parse)


def sync(
    *,
    client: AuthenticatedClient,
) -> dict[str, Stack]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[dict[str, Stack]]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(build_request(), parse)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> dict[str, Stack]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed

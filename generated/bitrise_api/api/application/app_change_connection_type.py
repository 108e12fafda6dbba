"""Change how an app is connected to its repository

POST /apps/{app-slug}/change-connection-type"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.connection_type_params import ConnectionTypeParams
    from ...types import Response


def build_request(
    app_slug: str,
    *,
    body: ConnectionTypeParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-change-connection-type",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/change-connection-type",
        template="/apps/{app-slug}/change-connection-type",
        json=to_json(body),
        accept="any",
    )


def parse(answer: Any) -> Any:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return answer


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: ConnectionTypeParams | Mapping[str, Any],
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: ConnectionTypeParams | Mapping[str, Any],
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: ConnectionTypeParams | Mapping[str, Any],
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: ConnectionTypeParams | Mapping[str, Any],
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

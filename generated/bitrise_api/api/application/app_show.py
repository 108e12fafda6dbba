"""Get one app

GET /apps/{app-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.app import App
from ...models.app_envelope import AppEnvelope


def build_request(
    app_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-show",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug"),
        template="/apps/{app-slug}",
    )


def parse(answer: Any) -> AppEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AppEnvelope.from_dict(answer)


def parse_result(answer: Any) -> App:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return App.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[AppEnvelope]:
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
) -> AppEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[AppEnvelope]:
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
) -> AppEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
        )
    ).parsed

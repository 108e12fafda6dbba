"""Add a secret to an app

POST /apps/{app-slug}/secrets"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.secret_create_params import SecretCreateParams
    from ...types import Response

from ...models.secret import Secret


def build_request(
    app_slug: str,
    *,
    body: SecretCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-secret-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/secrets",
        template="/apps/{app-slug}/secrets",
        json=to_json(body),
    )


def parse(answer: Any) -> Secret:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Secret.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: SecretCreateParams | Mapping[str, Any],
) -> Response[Secret]:
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
    body: SecretCreateParams | Mapping[str, Any],
) -> Secret:
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
    body: SecretCreateParams | Mapping[str, Any],
) -> Response[Secret]:
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
    body: SecretCreateParams | Mapping[str, Any],
) -> Secret:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

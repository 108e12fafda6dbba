"""Get one secret of an app

GET /apps/{app-slug}/secrets/{secret-name}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.secret_with_value import SecretWithValue


def build_request(
    app_slug: str,
    secret_name: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="app-secrets-show",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/secrets/" + path_segment(secret_name, "secret_name"),
        template="/apps/{app-slug}/secrets/{secret-name}",
    )


def parse(answer: Any) -> SecretWithValue:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return SecretWithValue.from_dict(answer)


def sync_detailed(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> Response[SecretWithValue]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            secret_name,
        ),
        parse,
    )


def sync(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> SecretWithValue:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        secret_name,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> Response[SecretWithValue]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            secret_name,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> SecretWithValue:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            secret_name,
            client=client,
        )
    ).parsed

"""Set a secret of an app, whether it is there or not

PUT /apps/{app-slug}/secrets/{secret-name}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.secret_update_params import SecretUpdateParams
    from ...types import Response


def build_request(
    app_slug: str,
    secret_name: str,
    *,
    body: SecretUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="secret-upsert",
        method="PUT",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/secrets/" + path_segment(secret_name, "secret_name"),
        template="/apps/{app-slug}/secrets/{secret-name}",
        json=to_json(body),
        accept="any",
    )


def parse(answer: Any) -> Any:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return answer


def sync_detailed(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
    body: SecretUpdateParams | Mapping[str, Any],
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            secret_name,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
    body: SecretUpdateParams | Mapping[str, Any],
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        secret_name,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
    body: SecretUpdateParams | Mapping[str, Any],
) -> Response[Any]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            secret_name,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
    body: SecretUpdateParams | Mapping[str, Any],
) -> Any:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            secret_name,
            client=client,
            body=body,
        )
    ).parsed

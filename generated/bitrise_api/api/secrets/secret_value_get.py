"""Get the value of a secret that is not protected

GET /apps/{app-slug}/secrets/{secret-name}/value"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member, text
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.secret_value import SecretValue


def build_request(
    app_slug: str,
    secret_name: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="secret-value-get",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/secrets/"
        + path_segment(secret_name, "secret_name")
        + "/value",
        template="/apps/{app-slug}/secrets/{secret-name}/value",
    )


def parse(answer: Any) -> SecretValue:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return SecretValue.from_dict(answer)


def parse_result(answer: Any) -> str:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return text(member(answer, "value"), "answer")


def sync_detailed(
    app_slug: str,
    secret_name: str,
    *,
    client: AuthenticatedClient,
) -> Response[SecretValue]:
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
) -> SecretValue:
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
) -> Response[SecretValue]:
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
) -> SecretValue:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            secret_name,
            client=client,
        )
    ).parsed

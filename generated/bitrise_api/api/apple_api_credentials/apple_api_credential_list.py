"""List the Apple API credentials of a user

GET /users/{user-slug}/apple-api-credentials"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array, member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.apple_api_credential import AppleApiCredential
from ...models.apple_api_credential_list import AppleApiCredentialList


def build_request(
    user_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="apple-api-credential-list",
        method="GET",
        path="/users/" + path_segment(user_slug, "user_slug") + "/apple-api-credentials",
        template="/users/{user-slug}/apple-api-credentials",
    )


def parse(answer: Any) -> AppleApiCredentialList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AppleApiCredentialList.from_dict(answer)


def parse_result(answer: Any) -> list[AppleApiCredential]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [AppleApiCredential.from_dict(item) for item in array(member(answer, "data"), "answer")]


def sync_detailed(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[AppleApiCredentialList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            user_slug,
        ),
        parse,
    )


def sync(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> AppleApiCredentialList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        user_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[AppleApiCredentialList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            user_slug,
        ),
        parse,
    )


async def asyncio(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> AppleApiCredentialList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            user_slug,
            client=client,
        )
    ).parsed

"""Get the user whose token this is

GET /me"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.user import User
from ...models.user_envelope import UserEnvelope


def build_request() -> Request:
    """The request of one call."""
    return Request(
        operation="user-profile",
        method="GET",
        path="/me",
        template="/me",
    )


def parse(answer: Any) -> UserEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return UserEnvelope.from_dict(answer)


def parse_result(answer: Any) -> User:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return User.from_dict(member(answer, "data"))


def sync_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[UserEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(build_request(), parse)


def sync(
    *,
    client: AuthenticatedClient,
) -> UserEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
) -> Response[UserEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(build_request(), parse)


async def asyncio(
    *,
    client: AuthenticatedClient,
) -> UserEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed

"""Get one user

GET /users/{user-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.user import User
from ...models.user_envelope import UserEnvelope


def build_request(
    user_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="user-show",
        method="GET",
        path="/users/" + path_segment(user_slug, "user_slug"),
        template="/users/{user-slug}",
    )


def parse(answer: Any) -> UserEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return UserEnvelope.from_dict(answer)


def parse_result(answer: Any) -> User:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return User.from_dict(member(answer, "data"))


def sync_detailed(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[UserEnvelope]:
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
) -> UserEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        user_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    user_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[UserEnvelope]:
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
) -> UserEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            user_slug,
            client=client,
        )
    ).parsed

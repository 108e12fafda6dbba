"""List the secrets of an organization, without their values

GET /organizations/{org-slug}/secrets"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array, member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.secret import Secret
from ...models.secret_list import SecretList


def build_request(
    org_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="organization-secrets-list",
        method="GET",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/secrets",
        template="/organizations/{org-slug}/secrets",
    )


def parse(answer: Any) -> SecretList:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return SecretList.from_dict(answer)


def parse_result(answer: Any) -> list[Secret]:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [Secret.from_dict(item) for item in array(member(answer, "secrets"), "answer")]


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[SecretList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            org_slug,
        ),
        parse,
    )


def sync(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> SecretList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[SecretList]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            org_slug,
        ),
        parse,
    )


async def asyncio(
    org_slug: str,
    *,
    client: AuthenticatedClient,
) -> SecretList:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
        )
    ).parsed

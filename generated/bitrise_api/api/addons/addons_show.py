"""Get one add-on

GET /addons/{addon-id}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...types import Response

from ...models.addon import Addon
from ...models.addon_envelope import AddonEnvelope


def build_request(
    addon_id: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="addons-show",
        method="GET",
        path="/addons/" + path_segment(addon_id, "addon_id"),
        template="/addons/{addon-id}",
    )


def parse(answer: Any) -> AddonEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AddonEnvelope.from_dict(answer)


def parse_result(answer: Any) -> Addon:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Addon.from_dict(member(answer, "data"))


def sync_detailed(
    addon_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[AddonEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            addon_id,
        ),
        parse,
    )


def sync(
    addon_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> AddonEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        addon_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    addon_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[AddonEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            addon_id,
        ),
        parse,
    )


async def asyncio(
    addon_id: str,
    *,
    client: AuthenticatedClient | Client,
) -> AddonEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            addon_id,
            client=client,
        )
    ).parsed

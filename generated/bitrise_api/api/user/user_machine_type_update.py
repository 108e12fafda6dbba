"""Move a user's own apps from one machine type to another

PATCH /user/{user-slug}/apps/machine_types"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.machine_type_update_params import MachineTypeUpdateParams
    from ...types import Response

from ...models.machine_types_updated import MachineTypesUpdated


def build_request(
    user_slug: str,
    *,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="user-machine-type-update",
        method="PATCH",
        path="/user/" + path_segment(user_slug, "user_slug") + "/apps/machine_types",
        template="/user/{user-slug}/apps/machine_types",
        json=to_json(body),
    )


def parse(answer: Any) -> MachineTypesUpdated:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return MachineTypesUpdated.from_dict(answer)


def sync_detailed(
    user_slug: str,
    *,
    client: AuthenticatedClient,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> Response[MachineTypesUpdated]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            user_slug,
            body=body,
        ),
        parse,
    )


def sync(
    user_slug: str,
    *,
    client: AuthenticatedClient,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> MachineTypesUpdated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        user_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    user_slug: str,
    *,
    client: AuthenticatedClient,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> Response[MachineTypesUpdated]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            user_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    user_slug: str,
    *,
    client: AuthenticatedClient,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> MachineTypesUpdated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            user_slug,
            client=client,
            body=body,
        )
    ).parsed

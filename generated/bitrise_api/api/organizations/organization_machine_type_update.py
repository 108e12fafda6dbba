"""Move an organization's apps from one machine type to another

PATCH /organizations/{org-slug}/apps/machine_types"""

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
    org_slug: str,
    *,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="organization-machine-type-update",
        method="PATCH",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/apps/machine_types",
        template="/organizations/{org-slug}/apps/machine_types",
        json=to_json(body),
    )


def parse(answer: Any) -> MachineTypesUpdated:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return MachineTypesUpdated.from_dict(answer)


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> Response[MachineTypesUpdated]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            org_slug,
            body=body,
        ),
        parse,
    )


def sync(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> MachineTypesUpdated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        org_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> Response[MachineTypesUpdated]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            org_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: MachineTypeUpdateParams | Mapping[str, Any],
) -> MachineTypesUpdated:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
            body=body,
        )
    ).parsed

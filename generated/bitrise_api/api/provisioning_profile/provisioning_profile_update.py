"""Change a provisioning profile's protection

PATCH /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.provisioning_profile_update_params import ProvisioningProfileUpdateParams
    from ...types import Response

from ...models.provisioning_profile import ProvisioningProfile
from ...models.provisioning_profile_envelope import ProvisioningProfileEnvelope


def build_request(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    body: ProvisioningProfileUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="provisioning-profile-update",
        method="PATCH",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/provisioning-profiles/"
        + path_segment(provisioning_profile_slug, "provisioning_profile_slug"),
        template="/apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}",
        json=to_json(body),
    )


def parse(answer: Any) -> ProvisioningProfileEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ProvisioningProfileEnvelope.from_dict(answer)


def parse_result(answer: Any) -> ProvisioningProfile:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ProvisioningProfile.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    client: AuthenticatedClient,
    body: ProvisioningProfileUpdateParams | Mapping[str, Any],
) -> Response[ProvisioningProfileEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            provisioning_profile_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    client: AuthenticatedClient,
    body: ProvisioningProfileUpdateParams | Mapping[str, Any],
) -> ProvisioningProfileEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        provisioning_profile_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    client: AuthenticatedClient,
    body: ProvisioningProfileUpdateParams | Mapping[str, Any],
) -> Response[ProvisioningProfileEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            provisioning_profile_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    client: AuthenticatedClient,
    body: ProvisioningProfileUpdateParams | Mapping[str, Any],
) -> ProvisioningProfileEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            provisioning_profile_slug,
            client=client,
            body=body,
        )
    ).parsed

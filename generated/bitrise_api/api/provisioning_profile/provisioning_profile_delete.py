"""Delete one provisioning profile

DELETE /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.provisioning_profile import ProvisioningProfile
from ...models.provisioning_profile_envelope import ProvisioningProfileEnvelope


def build_request(
    app_slug: str,
    provisioning_profile_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="provisioning-profile-delete",
        method="DELETE",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/provisioning-profiles/"
        + path_segment(provisioning_profile_slug, "provisioning_profile_slug"),
        template="/apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}",
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
) -> Response[ProvisioningProfileEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            provisioning_profile_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    client: AuthenticatedClient,
) -> ProvisioningProfileEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        provisioning_profile_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[ProvisioningProfileEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            provisioning_profile_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    client: AuthenticatedClient,
) -> ProvisioningProfileEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            provisioning_profile_slug,
            client=client,
        )
    ).parsed

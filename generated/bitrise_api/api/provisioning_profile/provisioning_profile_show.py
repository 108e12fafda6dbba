"""Get one provisioning profile, with an address to download it from

GET /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.provisioning_profile_download import ProvisioningProfileDownload
from ...models.provisioning_profile_download_envelope import ProvisioningProfileDownloadEnvelope


def build_request(
    app_slug: str,
    provisioning_profile_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="provisioning-profile-show",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/provisioning-profiles/"
        + path_segment(provisioning_profile_slug, "provisioning_profile_slug"),
        template="/apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}",
    )


def parse(answer: Any) -> ProvisioningProfileDownloadEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ProvisioningProfileDownloadEnvelope.from_dict(answer)


def parse_result(answer: Any) -> ProvisioningProfileDownload:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ProvisioningProfileDownload.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    provisioning_profile_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[ProvisioningProfileDownloadEnvelope]:
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
) -> ProvisioningProfileDownloadEnvelope:
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
) -> Response[ProvisioningProfileDownloadEnvelope]:
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
) -> ProvisioningProfileDownloadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            provisioning_profile_slug,
            client=client,
        )
    ).parsed

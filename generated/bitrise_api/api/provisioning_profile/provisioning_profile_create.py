"""Announce a provisioning profile and get an address to upload it to

POST /apps/{app-slug}/provisioning-profiles"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.provisioning_profile_create_params import ProvisioningProfileCreateParams
    from ...types import Response

from ...models.provisioning_profile_upload import ProvisioningProfileUpload
from ...models.provisioning_profile_upload_envelope import ProvisioningProfileUploadEnvelope


def build_request(
    app_slug: str,
    *,
    body: ProvisioningProfileCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="provisioning-profile-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/provisioning-profiles",
        template="/apps/{app-slug}/provisioning-profiles",
        json=to_json(body),
    )


def parse(answer: Any) -> ProvisioningProfileUploadEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ProvisioningProfileUploadEnvelope.from_dict(answer)


def parse_result(answer: Any) -> ProvisioningProfileUpload:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ProvisioningProfileUpload.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: ProvisioningProfileCreateParams | Mapping[str, Any],
) -> Response[ProvisioningProfileUploadEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: ProvisioningProfileCreateParams | Mapping[str, Any],
) -> ProvisioningProfileUploadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: ProvisioningProfileCreateParams | Mapping[str, Any],
) -> Response[ProvisioningProfileUploadEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: ProvisioningProfileCreateParams | Mapping[str, Any],
) -> ProvisioningProfileUploadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

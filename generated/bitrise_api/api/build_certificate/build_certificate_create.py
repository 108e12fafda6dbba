"""Announce a code signing certificate and get an address to upload it to

POST /apps/{app-slug}/build-certificates"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.build_certificate_create_params import BuildCertificateCreateParams
    from ...types import Response

from ...models.build_certificate_upload import BuildCertificateUpload
from ...models.build_certificate_upload_envelope import BuildCertificateUploadEnvelope


def build_request(
    app_slug: str,
    *,
    body: BuildCertificateCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-certificate-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/build-certificates",
        template="/apps/{app-slug}/build-certificates",
        json=to_json(body),
    )


def parse(answer: Any) -> BuildCertificateUploadEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildCertificateUploadEnvelope.from_dict(answer)


def parse_result(answer: Any) -> BuildCertificateUpload:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildCertificateUpload.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildCertificateCreateParams | Mapping[str, Any],
) -> Response[BuildCertificateUploadEnvelope]:
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
    body: BuildCertificateCreateParams | Mapping[str, Any],
) -> BuildCertificateUploadEnvelope:
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
    body: BuildCertificateCreateParams | Mapping[str, Any],
) -> Response[BuildCertificateUploadEnvelope]:
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
    body: BuildCertificateCreateParams | Mapping[str, Any],
) -> BuildCertificateUploadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed

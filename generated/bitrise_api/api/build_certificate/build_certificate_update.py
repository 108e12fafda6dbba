"""Change a code signing certificate's password or protection

PATCH /apps/{app-slug}/build-certificates/{build-certificate-slug}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.build_certificate_update_params import BuildCertificateUpdateParams
    from ...types import Response

from ...models.build_certificate import BuildCertificate
from ...models.build_certificate_envelope import BuildCertificateEnvelope


def build_request(
    app_slug: str,
    build_certificate_slug: str,
    *,
    body: BuildCertificateUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-certificate-update",
        method="PATCH",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/build-certificates/"
        + path_segment(build_certificate_slug, "build_certificate_slug"),
        template="/apps/{app-slug}/build-certificates/{build-certificate-slug}",
        json=to_json(body),
    )


def parse(answer: Any) -> BuildCertificateEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildCertificateEnvelope.from_dict(answer)


def parse_result(answer: Any) -> BuildCertificate:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BuildCertificate.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    build_certificate_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildCertificateUpdateParams | Mapping[str, Any],
) -> Response[BuildCertificateEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_certificate_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_certificate_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildCertificateUpdateParams | Mapping[str, Any],
) -> BuildCertificateEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_certificate_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_certificate_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildCertificateUpdateParams | Mapping[str, Any],
) -> Response[BuildCertificateEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_certificate_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_certificate_slug: str,
    *,
    client: AuthenticatedClient,
    body: BuildCertificateUpdateParams | Mapping[str, Any],
) -> BuildCertificateEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_certificate_slug,
            client=client,
            body=body,
        )
    ).parsed

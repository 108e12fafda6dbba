"""Delete a code signing certificate

DELETE /apps/{app-slug}/build-certificates/{build-certificate-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.build_certificate import BuildCertificate
from ...models.build_certificate_envelope import BuildCertificateEnvelope


def build_request(
    app_slug: str,
    build_certificate_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="build-certificate-delete",
        method="DELETE",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/build-certificates/"
        + path_segment(build_certificate_slug, "build_certificate_slug"),
        template="/apps/{app-slug}/build-certificates/{build-certificate-slug}",
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
) -> Response[BuildCertificateEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_certificate_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_certificate_slug: str,
    *,
    client: AuthenticatedClient,
) -> BuildCertificateEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_certificate_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_certificate_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[BuildCertificateEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_certificate_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_certificate_slug: str,
    *,
    client: AuthenticatedClient,
) -> BuildCertificateEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_certificate_slug,
            client=client,
        )
    ).parsed

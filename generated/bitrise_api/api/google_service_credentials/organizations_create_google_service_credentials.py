"""Add a Google service credential to an organization

POST /organizations/{org-slug}/google-service-credentials"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.google_service_credential_create_params import GoogleServiceCredentialCreateParams
    from ...types import Response

from ...models.google_service_credential_created import GoogleServiceCredentialCreated
from ...models.google_service_credential_created_envelope import GoogleServiceCredentialCreatedEnvelope


def build_request(
    org_slug: str,
    *,
    body: GoogleServiceCredentialCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="organizations-create-google-service-credentials",
        method="POST",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/google-service-credentials",
        template="/organizations/{org-slug}/google-service-credentials",
        json=to_json(body),
    )


def parse(answer: Any) -> GoogleServiceCredentialCreatedEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GoogleServiceCredentialCreatedEnvelope.from_dict(answer)


def parse_result(answer: Any) -> GoogleServiceCredentialCreated:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GoogleServiceCredentialCreated.from_dict(member(answer, "data"))


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: GoogleServiceCredentialCreateParams | Mapping[str, Any],
) -> Response[GoogleServiceCredentialCreatedEnvelope]:
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
    body: GoogleServiceCredentialCreateParams | Mapping[str, Any],
) -> GoogleServiceCredentialCreatedEnvelope:
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
    body: GoogleServiceCredentialCreateParams | Mapping[str, Any],
) -> Response[GoogleServiceCredentialCreatedEnvelope]:
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
    body: GoogleServiceCredentialCreateParams | Mapping[str, Any],
) -> GoogleServiceCredentialCreatedEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
            body=body,
        )
    ).parsed

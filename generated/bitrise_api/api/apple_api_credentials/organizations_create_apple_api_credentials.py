"""Add an Apple API credential to an organization

POST /organizations/{org-slug}/apple-api-credentials"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.apple_api_credential_create_params import AppleApiCredentialCreateParams
    from ...types import Response

from ...models.apple_api_credential_created import AppleApiCredentialCreated
from ...models.apple_api_credential_created_envelope import AppleApiCredentialCreatedEnvelope


def build_request(
    org_slug: str,
    *,
    body: AppleApiCredentialCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="organizations-create-apple-api-credentials",
        method="POST",
        path="/organizations/" + path_segment(org_slug, "org_slug") + "/apple-api-credentials",
        template="/organizations/{org-slug}/apple-api-credentials",
        json=to_json(body),
    )


def parse(answer: Any) -> AppleApiCredentialCreatedEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AppleApiCredentialCreatedEnvelope.from_dict(answer)


def parse_result(answer: Any) -> AppleApiCredentialCreated:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AppleApiCredentialCreated.from_dict(member(answer, "data"))


def sync_detailed(
    org_slug: str,
    *,
    client: AuthenticatedClient,
    body: AppleApiCredentialCreateParams | Mapping[str, Any],
) -> Response[AppleApiCredentialCreatedEnvelope]:
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
    body: AppleApiCredentialCreateParams | Mapping[str, Any],
) -> AppleApiCredentialCreatedEnvelope:
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
    body: AppleApiCredentialCreateParams | Mapping[str, Any],
) -> Response[AppleApiCredentialCreatedEnvelope]:
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
    body: AppleApiCredentialCreateParams | Mapping[str, Any],
) -> AppleApiCredentialCreatedEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            org_slug,
            client=client,
            body=body,
        )
    ).parsed

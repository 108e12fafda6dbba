"""Check a bitrise.yml and get its errors and warnings

POST /validate-bitrise-yml"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.bitrise_yml_validate_params import BitriseYmlValidateParams
    from ...types import Response

from ...models.bitrise_yml_validation import BitriseYmlValidation


def build_request(
    *,
    body: str | BitriseYmlValidateParams | Mapping[str, Any] | None = None,
    app_slug: str | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="validate-bitrise-yml",
        method="POST",
        path="/validate-bitrise-yml",
        template="/validate-bitrise-yml",
        params=query_parameters(
            {
                "app_slug": app_slug,
            }
        ),
        json=None if isinstance(body, str) else to_json(body),
        content=body if isinstance(body, str) else None,
        content_type="application/yaml" if isinstance(body, str) else None,
    )


def parse(answer: Any) -> BitriseYmlValidation:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return BitriseYmlValidation.from_dict(answer)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: str | BitriseYmlValidateParams | Mapping[str, Any] | None = None,
    app_slug: str | None = None,
) -> Response[BitriseYmlValidation]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            body=body,
            app_slug=app_slug,
        ),
        parse,
    )


def sync(
    *,
    client: AuthenticatedClient,
    body: str | BitriseYmlValidateParams | Mapping[str, Any] | None = None,
    app_slug: str | None = None,
) -> BitriseYmlValidation:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
        body=body,
        app_slug=app_slug,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: str | BitriseYmlValidateParams | Mapping[str, Any] | None = None,
    app_slug: str | None = None,
) -> Response[BitriseYmlValidation]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            body=body,
            app_slug=app_slug,
        ),
        parse,
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: str | BitriseYmlValidateParams | Mapping[str, Any] | None = None,
    app_slug: str | None = None,
) -> BitriseYmlValidation:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
            body=body,
            app_slug=app_slug,
        )
    ).parsed

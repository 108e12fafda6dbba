"""The operations of `google_service_credentials`, sync and async."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.google_service_credential import GoogleServiceCredential
    from ..models.google_service_credential_create_params import GoogleServiceCredentialCreateParams
    from ..models.google_service_credential_created import GoogleServiceCredentialCreated
    from ..runtime import AsyncTransport, Transport


class GoogleServiceCredentials:
    """`google_service_credentials` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        org_slug: str,
        /,
        *,
        body: GoogleServiceCredentialCreateParams | Mapping[str, Any],
    ) -> GoogleServiceCredentialCreated:
        """Add a Google service credential to an organization.

        `POST /organizations/{org-slug}/google-service-credentials`
        """
        from ..api.google_service_credentials import organizations_create_google_service_credentials

        return self._transport.call(
            organizations_create_google_service_credentials.build_request(
                org_slug,
                body=body,
            ),
            organizations_create_google_service_credentials.parse_result,
        )

    def delete(
        self,
        org_slug: str,
        /,
    ) -> None:
        """Delete the Google service credential of an organization.

        `DELETE /organizations/{org-slug}/google-service-credentials`
        """
        from ..api.google_service_credentials import organizations_delete_google_service_credentials

        self._transport.call(
            organizations_delete_google_service_credentials.build_request(
                org_slug,
            ),
            organizations_delete_google_service_credentials.parse,
        )

    def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[GoogleServiceCredential]:
        """List the Google service credentials of an organization.

        `GET /organizations/{org-slug}/google-service-credentials`
        """
        from ..api.google_service_credentials import organizations_list_google_service_credentials

        return self._transport.call(
            organizations_list_google_service_credentials.build_request(
                org_slug,
            ),
            organizations_list_google_service_credentials.parse_result,
        )


class AsyncGoogleServiceCredentials:
    """`google_service_credentials` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create(
        self,
        org_slug: str,
        /,
        *,
        body: GoogleServiceCredentialCreateParams | Mapping[str, Any],
    ) -> GoogleServiceCredentialCreated:
        """Add a Google service credential to an organization.

        `POST /organizations/{org-slug}/google-service-credentials`
        """
        from ..api.google_service_credentials import organizations_create_google_service_credentials

        return await self._transport.call(
            organizations_create_google_service_credentials.build_request(
                org_slug,
                body=body,
            ),
            organizations_create_google_service_credentials.parse_result,
        )

    async def delete(
        self,
        org_slug: str,
        /,
    ) -> None:
        """Delete the Google service credential of an organization.

        `DELETE /organizations/{org-slug}/google-service-credentials`
        """
        from ..api.google_service_credentials import organizations_delete_google_service_credentials

        await self._transport.call(
            organizations_delete_google_service_credentials.build_request(
                org_slug,
            ),
            organizations_delete_google_service_credentials.parse,
        )

    async def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[GoogleServiceCredential]:
        """List the Google service credentials of an organization.

        `GET /organizations/{org-slug}/google-service-credentials`
        """
        from ..api.google_service_credentials import organizations_list_google_service_credentials

        return await self._transport.call(
            organizations_list_google_service_credentials.build_request(
                org_slug,
            ),
            organizations_list_google_service_credentials.parse_result,
        )

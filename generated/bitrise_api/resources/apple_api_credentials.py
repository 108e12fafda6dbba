"""The operations of `apple_api_credentials`, sync and async."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.apple_api_credential import AppleApiCredential
    from ..models.apple_api_credential_create_params import AppleApiCredentialCreateParams
    from ..models.apple_api_credential_created import AppleApiCredentialCreated
    from ..models.organization_apple_api_credential import OrganizationAppleApiCredential
    from ..runtime import AsyncTransport, Transport


class AppleApiCredentials:
    """`apple_api_credentials` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        org_slug: str,
        /,
        *,
        body: AppleApiCredentialCreateParams | Mapping[str, Any],
    ) -> AppleApiCredentialCreated:
        """Add an Apple API credential to an organization.

        `POST /organizations/{org-slug}/apple-api-credentials`
        """
        from ..api.apple_api_credentials import organizations_create_apple_api_credentials

        return self._transport.call(
            organizations_create_apple_api_credentials.build_request(
                org_slug,
                body=body,
            ),
            organizations_create_apple_api_credentials.parse_result,
        )

    def delete(
        self,
        org_slug: str,
        /,
    ) -> None:
        """Delete the Apple API credential of an organization.

        `DELETE /organizations/{org-slug}/apple-api-credentials`
        """
        from ..api.apple_api_credentials import organizations_delete_apple_api_credentials

        self._transport.call(
            organizations_delete_apple_api_credentials.build_request(
                org_slug,
            ),
            organizations_delete_apple_api_credentials.parse,
        )

    def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[OrganizationAppleApiCredential]:
        """List the Apple API credentials of an organization.

        `GET /organizations/{org-slug}/apple-api-credentials`
        """
        from ..api.apple_api_credentials import organizations_list_apple_api_credentials

        return self._transport.call(
            organizations_list_apple_api_credentials.build_request(
                org_slug,
            ),
            organizations_list_apple_api_credentials.parse_result,
        )

    def list_by_user(
        self,
        user_slug: str,
        /,
    ) -> builtins.list[AppleApiCredential]:
        """List the Apple API credentials of a user.

        `GET /users/{user-slug}/apple-api-credentials`
        """
        from ..api.apple_api_credentials import apple_api_credential_list

        return self._transport.call(
            apple_api_credential_list.build_request(
                user_slug,
            ),
            apple_api_credential_list.parse_result,
        )


class AsyncAppleApiCredentials:
    """`apple_api_credentials` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create(
        self,
        org_slug: str,
        /,
        *,
        body: AppleApiCredentialCreateParams | Mapping[str, Any],
    ) -> AppleApiCredentialCreated:
        """Add an Apple API credential to an organization.

        `POST /organizations/{org-slug}/apple-api-credentials`
        """
        from ..api.apple_api_credentials import organizations_create_apple_api_credentials

        return await self._transport.call(
            organizations_create_apple_api_credentials.build_request(
                org_slug,
                body=body,
            ),
            organizations_create_apple_api_credentials.parse_result,
        )

    async def delete(
        self,
        org_slug: str,
        /,
    ) -> None:
        """Delete the Apple API credential of an organization.

        `DELETE /organizations/{org-slug}/apple-api-credentials`
        """
        from ..api.apple_api_credentials import organizations_delete_apple_api_credentials

        await self._transport.call(
            organizations_delete_apple_api_credentials.build_request(
                org_slug,
            ),
            organizations_delete_apple_api_credentials.parse,
        )

    async def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[OrganizationAppleApiCredential]:
        """List the Apple API credentials of an organization.

        `GET /organizations/{org-slug}/apple-api-credentials`
        """
        from ..api.apple_api_credentials import organizations_list_apple_api_credentials

        return await self._transport.call(
            organizations_list_apple_api_credentials.build_request(
                org_slug,
            ),
            organizations_list_apple_api_credentials.parse_result,
        )

    async def list_by_user(
        self,
        user_slug: str,
        /,
    ) -> builtins.list[AppleApiCredential]:
        """List the Apple API credentials of a user.

        `GET /users/{user-slug}/apple-api-credentials`
        """
        from ..api.apple_api_credentials import apple_api_credential_list

        return await self._transport.call(
            apple_api_credential_list.build_request(
                user_slug,
            ),
            apple_api_credential_list.parse_result,
        )

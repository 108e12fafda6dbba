"""The operations of `organization_secrets`, sync and async."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.organization_secret_create_params import OrganizationSecretCreateParams
    from ..models.secret import Secret
    from ..models.secret_update_params import SecretUpdateParams
    from ..models.secret_with_value import SecretWithValue
    from ..runtime import AsyncTransport, Transport


class OrganizationSecrets:
    """`organization_secrets` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        org_slug: str,
        /,
        *,
        body: OrganizationSecretCreateParams | Mapping[str, Any],
    ) -> Secret:
        """Add a secret to an organization.

        `POST /organizations/{org-slug}/secrets`
        """
        from ..api.secrets import organization_secret_create

        return self._transport.call(
            organization_secret_create.build_request(
                org_slug,
                body=body,
            ),
            organization_secret_create.parse,
        )

    def delete(
        self,
        org_slug: str,
        secret_name: str,
        /,
    ) -> None:
        """Delete a secret of an organization.

        `DELETE /organizations/{org-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import organization_secret_delete

        self._transport.call(
            organization_secret_delete.build_request(
                org_slug,
                secret_name,
            ),
            organization_secret_delete.parse,
        )

    def get(
        self,
        org_slug: str,
        secret_name: str,
        /,
    ) -> SecretWithValue:
        """Get one secret of an organization.

        `GET /organizations/{org-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import organization_secrets_show

        return self._transport.call(
            organization_secrets_show.build_request(
                org_slug,
                secret_name,
            ),
            organization_secrets_show.parse,
        )

    def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[Secret]:
        """List the secrets of an organization, without their values.

        `GET /organizations/{org-slug}/secrets`
        """
        from ..api.secrets import organization_secrets_list

        return self._transport.call(
            organization_secrets_list.build_request(
                org_slug,
            ),
            organization_secrets_list.parse_result,
        )

    def update(
        self,
        org_slug: str,
        secret_name: str,
        /,
        *,
        body: SecretUpdateParams | Mapping[str, Any],
    ) -> SecretWithValue:
        """Change a secret of an organization.

        `PATCH /organizations/{org-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import organization_secret_update

        return self._transport.call(
            organization_secret_update.build_request(
                org_slug,
                secret_name,
                body=body,
            ),
            organization_secret_update.parse,
        )


class AsyncOrganizationSecrets:
    """`organization_secrets` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create(
        self,
        org_slug: str,
        /,
        *,
        body: OrganizationSecretCreateParams | Mapping[str, Any],
    ) -> Secret:
        """Add a secret to an organization.

        `POST /organizations/{org-slug}/secrets`
        """
        from ..api.secrets import organization_secret_create

        return await self._transport.call(
            organization_secret_create.build_request(
                org_slug,
                body=body,
            ),
            organization_secret_create.parse,
        )

    async def delete(
        self,
        org_slug: str,
        secret_name: str,
        /,
    ) -> None:
        """Delete a secret of an organization.

        `DELETE /organizations/{org-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import organization_secret_delete

        await self._transport.call(
            organization_secret_delete.build_request(
                org_slug,
                secret_name,
            ),
            organization_secret_delete.parse,
        )

    async def get(
        self,
        org_slug: str,
        secret_name: str,
        /,
    ) -> SecretWithValue:
        """Get one secret of an organization.

        `GET /organizations/{org-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import organization_secrets_show

        return await self._transport.call(
            organization_secrets_show.build_request(
                org_slug,
                secret_name,
            ),
            organization_secrets_show.parse,
        )

    async def list(
        self,
        org_slug: str,
        /,
    ) -> builtins.list[Secret]:
        """List the secrets of an organization, without their values.

        `GET /organizations/{org-slug}/secrets`
        """
        from ..api.secrets import organization_secrets_list

        return await self._transport.call(
            organization_secrets_list.build_request(
                org_slug,
            ),
            organization_secrets_list.parse_result,
        )

    async def update(
        self,
        org_slug: str,
        secret_name: str,
        /,
        *,
        body: SecretUpdateParams | Mapping[str, Any],
    ) -> SecretWithValue:
        """Change a secret of an organization.

        `PATCH /organizations/{org-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import organization_secret_update

        return await self._transport.call(
            organization_secret_update.build_request(
                org_slug,
                secret_name,
                body=body,
            ),
            organization_secret_update.parse,
        )

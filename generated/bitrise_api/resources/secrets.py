"""The operations of `secrets`, sync and async."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.secret import Secret
    from ..models.secret_create_params import SecretCreateParams
    from ..models.secret_update_params import SecretUpdateParams
    from ..models.secret_with_value import SecretWithValue
    from ..runtime import AsyncTransport, Transport


class Secrets:
    """`secrets` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        app_slug: str,
        /,
        *,
        body: SecretCreateParams | Mapping[str, Any],
    ) -> Secret:
        """Add a secret to an app.

        `POST /apps/{app-slug}/secrets`
        """
        from ..api.secrets import app_secret_create

        return self._transport.call(
            app_secret_create.build_request(
                app_slug,
                body=body,
            ),
            app_secret_create.parse,
        )

    def delete(
        self,
        app_slug: str,
        secret_name: str,
        /,
    ) -> None:
        """Delete a secret of an app.

        `DELETE /apps/{app-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import secret_delete

        self._transport.call(
            secret_delete.build_request(
                app_slug,
                secret_name,
            ),
            secret_delete.parse,
        )

    def get(
        self,
        app_slug: str,
        secret_name: str,
        /,
    ) -> SecretWithValue:
        """Get one secret of an app.

        `GET /apps/{app-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import app_secrets_show

        return self._transport.call(
            app_secrets_show.build_request(
                app_slug,
                secret_name,
            ),
            app_secrets_show.parse,
        )

    def get_value(
        self,
        app_slug: str,
        secret_name: str,
        /,
    ) -> str:
        """Get the value of a secret that is not protected.

        `GET /apps/{app-slug}/secrets/{secret-name}/value`

        Deprecated by Bitrise.
        """
        from ..api.secrets import secret_value_get

        return self._transport.call(
            secret_value_get.build_request(
                app_slug,
                secret_name,
            ),
            secret_value_get.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[Secret]:
        """List the secrets of an app, without their values.

        `GET /apps/{app-slug}/secrets`
        """
        from ..api.secrets import secret_list

        return self._transport.call(
            secret_list.build_request(
                app_slug,
            ),
            secret_list.parse_result,
        )

    def update(
        self,
        app_slug: str,
        secret_name: str,
        /,
        *,
        body: SecretUpdateParams | Mapping[str, Any],
    ) -> SecretWithValue:
        """Change a secret of an app.

        `PATCH /apps/{app-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import app_secret_update

        return self._transport.call(
            app_secret_update.build_request(
                app_slug,
                secret_name,
                body=body,
            ),
            app_secret_update.parse,
        )

    def upsert(
        self,
        app_slug: str,
        secret_name: str,
        /,
        *,
        body: SecretUpdateParams | Mapping[str, Any],
    ) -> Any:
        """Set a secret of an app, whether it is there or not.

        `PUT /apps/{app-slug}/secrets/{secret-name}`

        Deprecated by Bitrise.
        """
        from ..api.secrets import secret_upsert

        return self._transport.call(
            secret_upsert.build_request(
                app_slug,
                secret_name,
                body=body,
            ),
            secret_upsert.parse,
        )


class AsyncSecrets:
    """`secrets` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create(
        self,
        app_slug: str,
        /,
        *,
        body: SecretCreateParams | Mapping[str, Any],
    ) -> Secret:
        """Add a secret to an app.

        `POST /apps/{app-slug}/secrets`
        """
        from ..api.secrets import app_secret_create

        return await self._transport.call(
            app_secret_create.build_request(
                app_slug,
                body=body,
            ),
            app_secret_create.parse,
        )

    async def delete(
        self,
        app_slug: str,
        secret_name: str,
        /,
    ) -> None:
        """Delete a secret of an app.

        `DELETE /apps/{app-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import secret_delete

        await self._transport.call(
            secret_delete.build_request(
                app_slug,
                secret_name,
            ),
            secret_delete.parse,
        )

    async def get(
        self,
        app_slug: str,
        secret_name: str,
        /,
    ) -> SecretWithValue:
        """Get one secret of an app.

        `GET /apps/{app-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import app_secrets_show

        return await self._transport.call(
            app_secrets_show.build_request(
                app_slug,
                secret_name,
            ),
            app_secrets_show.parse,
        )

    async def get_value(
        self,
        app_slug: str,
        secret_name: str,
        /,
    ) -> str:
        """Get the value of a secret that is not protected.

        `GET /apps/{app-slug}/secrets/{secret-name}/value`

        Deprecated by Bitrise.
        """
        from ..api.secrets import secret_value_get

        return await self._transport.call(
            secret_value_get.build_request(
                app_slug,
                secret_name,
            ),
            secret_value_get.parse_result,
        )

    async def list(
        self,
        app_slug: str,
        /,
    ) -> builtins.list[Secret]:
        """List the secrets of an app, without their values.

        `GET /apps/{app-slug}/secrets`
        """
        from ..api.secrets import secret_list

        return await self._transport.call(
            secret_list.build_request(
                app_slug,
            ),
            secret_list.parse_result,
        )

    async def update(
        self,
        app_slug: str,
        secret_name: str,
        /,
        *,
        body: SecretUpdateParams | Mapping[str, Any],
    ) -> SecretWithValue:
        """Change a secret of an app.

        `PATCH /apps/{app-slug}/secrets/{secret-name}`
        """
        from ..api.secrets import app_secret_update

        return await self._transport.call(
            app_secret_update.build_request(
                app_slug,
                secret_name,
                body=body,
            ),
            app_secret_update.parse,
        )

    async def upsert(
        self,
        app_slug: str,
        secret_name: str,
        /,
        *,
        body: SecretUpdateParams | Mapping[str, Any],
    ) -> Any:
        """Set a secret of an app, whether it is there or not.

        `PUT /apps/{app-slug}/secrets/{secret-name}`

        Deprecated by Bitrise.
        """
        from ..api.secrets import secret_upsert

        return await self._transport.call(
            secret_upsert.build_request(
                app_slug,
                secret_name,
                body=body,
            ),
            secret_upsert.parse,
        )

"""The operations of `bitrise_yml`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.bitrise_yml_create_params import BitriseYmlCreateParams
    from ..models.bitrise_yml_settings import BitriseYmlSettings
    from ..models.bitrise_yml_settings_update_params import BitriseYmlSettingsUpdateParams
    from ..models.bitrise_yml_validate_params import BitriseYmlValidateParams
    from ..models.bitrise_yml_validation import BitriseYmlValidation
    from ..runtime import AsyncTransport, Transport


class BitriseYml:
    """`bitrise_yml` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self,
        app_slug: str,
        /,
        *,
        body: BitriseYmlCreateParams | Mapping[str, Any],
    ) -> dict[str, Any]:
        """Store a new bitrise.yml for an app.

        `POST /apps/{app-slug}/bitrise.yml`
        """
        from ..api.app_setup import app_config_create

        return self._transport.call(
            app_config_create.build_request(
                app_slug,
                body=body,
            ),
            app_config_create.parse,
        )

    def get(
        self,
        app_slug: str,
        /,
    ) -> str:
        """Get an app's bitrise.yml as text.

        `GET /apps/{app-slug}/bitrise.yml`
        """
        from ..api.application import app_config_datastore_show

        return self._transport.call(
            app_config_datastore_show.build_request(
                app_slug,
            ),
            app_config_datastore_show.parse,
        )

    def get_settings(
        self,
        app_slug: str,
        /,
    ) -> BitriseYmlSettings:
        """Get where an app's bitrise.yml is kept.

        `GET /apps/{app-slug}/bitrise.yml/config`
        """
        from ..api.app_setup import app_setup_bitrise_yml_config_get

        return self._transport.call(
            app_setup_bitrise_yml_config_get.build_request(
                app_slug,
            ),
            app_setup_bitrise_yml_config_get.parse,
        )

    def update_settings(
        self,
        app_slug: str,
        /,
        *,
        body: BitriseYmlSettingsUpdateParams | Mapping[str, Any],
    ) -> None:
        """Set where an app's bitrise.yml is kept.

        `PUT /apps/{app-slug}/bitrise.yml/config`
        """
        from ..api.app_setup import app_setup_bitrise_yml_config_update

        self._transport.call(
            app_setup_bitrise_yml_config_update.build_request(
                app_slug,
                body=body,
            ),
            app_setup_bitrise_yml_config_update.parse,
        )

    def validate(
        self,
        *,
        body: str | BitriseYmlValidateParams | Mapping[str, Any] | None = None,
        app_slug: str | None = None,
    ) -> BitriseYmlValidation:
        """Check a bitrise.yml and get its errors and warnings.

        `POST /validate-bitrise-yml`

        Args:
            app_slug: Slug of an app against whose stacks, machines and licences to validate as well.
        """
        from ..api.configuration import validate_bitrise_yml

        return self._transport.call(
            validate_bitrise_yml.build_request(
                body=body,
                app_slug=app_slug,
            ),
            validate_bitrise_yml.parse,
        )


class AsyncBitriseYml:
    """`bitrise_yml` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create(
        self,
        app_slug: str,
        /,
        *,
        body: BitriseYmlCreateParams | Mapping[str, Any],
    ) -> dict[str, Any]:
        """Store a new bitrise.yml for an app.

        `POST /apps/{app-slug}/bitrise.yml`
        """
        from ..api.app_setup import app_config_create

        return await self._transport.call(
            app_config_create.build_request(
                app_slug,
                body=body,
            ),
            app_config_create.parse,
        )

    async def get(
        self,
        app_slug: str,
        /,
    ) -> str:
        """Get an app's bitrise.yml as text.

        `GET /apps/{app-slug}/bitrise.yml`
        """
        from ..api.application import app_config_datastore_show

        return await self._transport.call(
            app_config_datastore_show.build_request(
                app_slug,
            ),
            app_config_datastore_show.parse,
        )

    async def get_settings(
        self,
        app_slug: str,
        /,
    ) -> BitriseYmlSettings:
        """Get where an app's bitrise.yml is kept.

        `GET /apps/{app-slug}/bitrise.yml/config`
        """
        from ..api.app_setup import app_setup_bitrise_yml_config_get

        return await self._transport.call(
            app_setup_bitrise_yml_config_get.build_request(
                app_slug,
            ),
            app_setup_bitrise_yml_config_get.parse,
        )

    async def update_settings(
        self,
        app_slug: str,
        /,
        *,
        body: BitriseYmlSettingsUpdateParams | Mapping[str, Any],
    ) -> None:
        """Set where an app's bitrise.yml is kept.

        `PUT /apps/{app-slug}/bitrise.yml/config`
        """
        from ..api.app_setup import app_setup_bitrise_yml_config_update

        await self._transport.call(
            app_setup_bitrise_yml_config_update.build_request(
                app_slug,
                body=body,
            ),
            app_setup_bitrise_yml_config_update.parse,
        )

    async def validate(
        self,
        *,
        body: str | BitriseYmlValidateParams | Mapping[str, Any] | None = None,
        app_slug: str | None = None,
    ) -> BitriseYmlValidation:
        """Check a bitrise.yml and get its errors and warnings.

        `POST /validate-bitrise-yml`

        Args:
            app_slug: Slug of an app against whose stacks, machines and licences to validate as well.
        """
        from ..api.configuration import validate_bitrise_yml

        return await self._transport.call(
            validate_bitrise_yml.build_request(
                body=body,
                app_slug=app_slug,
            ),
            validate_bitrise_yml.parse,
        )

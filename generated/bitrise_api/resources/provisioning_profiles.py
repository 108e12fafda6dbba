"""The operations of `provisioning_profiles`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.provisioning_profile import ProvisioningProfile
    from ..models.provisioning_profile_create_params import ProvisioningProfileCreateParams
    from ..models.provisioning_profile_download import ProvisioningProfileDownload
    from ..models.provisioning_profile_update_params import ProvisioningProfileUpdateParams
    from ..models.provisioning_profile_upload import ProvisioningProfileUpload
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class ProvisioningProfiles:
    """`provisioning_profiles` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def confirm(
        self,
        app_slug: str,
        provisioning_profile_slug: str,
        /,
    ) -> ProvisioningProfile:
        """Say that a provisioning profile is uploaded.

        `POST /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}/uploaded`
        """
        from ..api.provisioning_profile import provisioning_profile_confirm

        return self._transport.call(
            provisioning_profile_confirm.build_request(
                app_slug,
                provisioning_profile_slug,
            ),
            provisioning_profile_confirm.parse_result,
        )

    def create(
        self,
        app_slug: str,
        /,
        *,
        body: ProvisioningProfileCreateParams | Mapping[str, Any],
    ) -> ProvisioningProfileUpload:
        """Announce a provisioning profile and get an address to upload it to.

        `POST /apps/{app-slug}/provisioning-profiles`
        """
        from ..api.provisioning_profile import provisioning_profile_create

        return self._transport.call(
            provisioning_profile_create.build_request(
                app_slug,
                body=body,
            ),
            provisioning_profile_create.parse_result,
        )

    def delete(
        self,
        app_slug: str,
        provisioning_profile_slug: str,
        /,
    ) -> ProvisioningProfile:
        """Delete one provisioning profile.

        `DELETE /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}`
        """
        from ..api.provisioning_profile import provisioning_profile_delete

        return self._transport.call(
            provisioning_profile_delete.build_request(
                app_slug,
                provisioning_profile_slug,
            ),
            provisioning_profile_delete.parse_result,
        )

    def get(
        self,
        app_slug: str,
        provisioning_profile_slug: str,
        /,
    ) -> ProvisioningProfileDownload:
        """Get one provisioning profile, with an address to download it from.

        `GET /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}`
        """
        from ..api.provisioning_profile import provisioning_profile_show

        return self._transport.call(
            provisioning_profile_show.build_request(
                app_slug,
                provisioning_profile_slug,
            ),
            provisioning_profile_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[ProvisioningProfile]:
        """List the provisioning profiles of an app.

        `GET /apps/{app-slug}/provisioning-profiles`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.provisioning_profile import provisioning_profile_list

        return self._transport.paginate(
            provisioning_profile_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            provisioning_profile_list.parse_item,
        )

    def update(
        self,
        app_slug: str,
        provisioning_profile_slug: str,
        /,
        *,
        body: ProvisioningProfileUpdateParams | Mapping[str, Any],
    ) -> ProvisioningProfile:
        """Change a provisioning profile's protection.

        `PATCH /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}`
        """
        from ..api.provisioning_profile import provisioning_profile_update

        return self._transport.call(
            provisioning_profile_update.build_request(
                app_slug,
                provisioning_profile_slug,
                body=body,
            ),
            provisioning_profile_update.parse_result,
        )


class AsyncProvisioningProfiles:
    """`provisioning_profiles` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def confirm(
        self,
        app_slug: str,
        provisioning_profile_slug: str,
        /,
    ) -> ProvisioningProfile:
        """Say that a provisioning profile is uploaded.

        `POST /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}/uploaded`
        """
        from ..api.provisioning_profile import provisioning_profile_confirm

        return await self._transport.call(
            provisioning_profile_confirm.build_request(
                app_slug,
                provisioning_profile_slug,
            ),
            provisioning_profile_confirm.parse_result,
        )

    async def create(
        self,
        app_slug: str,
        /,
        *,
        body: ProvisioningProfileCreateParams | Mapping[str, Any],
    ) -> ProvisioningProfileUpload:
        """Announce a provisioning profile and get an address to upload it to.

        `POST /apps/{app-slug}/provisioning-profiles`
        """
        from ..api.provisioning_profile import provisioning_profile_create

        return await self._transport.call(
            provisioning_profile_create.build_request(
                app_slug,
                body=body,
            ),
            provisioning_profile_create.parse_result,
        )

    async def delete(
        self,
        app_slug: str,
        provisioning_profile_slug: str,
        /,
    ) -> ProvisioningProfile:
        """Delete one provisioning profile.

        `DELETE /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}`
        """
        from ..api.provisioning_profile import provisioning_profile_delete

        return await self._transport.call(
            provisioning_profile_delete.build_request(
                app_slug,
                provisioning_profile_slug,
            ),
            provisioning_profile_delete.parse_result,
        )

    async def get(
        self,
        app_slug: str,
        provisioning_profile_slug: str,
        /,
    ) -> ProvisioningProfileDownload:
        """Get one provisioning profile, with an address to download it from.

        `GET /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}`
        """
        from ..api.provisioning_profile import provisioning_profile_show

        return await self._transport.call(
            provisioning_profile_show.build_request(
                app_slug,
                provisioning_profile_slug,
            ),
            provisioning_profile_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[ProvisioningProfile]:
        """List the provisioning profiles of an app.

        `GET /apps/{app-slug}/provisioning-profiles`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.provisioning_profile import provisioning_profile_list

        return self._transport.paginate(
            provisioning_profile_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            provisioning_profile_list.parse_item,
        )

    async def update(
        self,
        app_slug: str,
        provisioning_profile_slug: str,
        /,
        *,
        body: ProvisioningProfileUpdateParams | Mapping[str, Any],
    ) -> ProvisioningProfile:
        """Change a provisioning profile's protection.

        `PATCH /apps/{app-slug}/provisioning-profiles/{provisioning-profile-slug}`
        """
        from ..api.provisioning_profile import provisioning_profile_update

        return await self._transport.call(
            provisioning_profile_update.build_request(
                app_slug,
                provisioning_profile_slug,
                body=body,
            ),
            provisioning_profile_update.parse_result,
        )

"""The operations of `build_certificates`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.build_certificate import BuildCertificate
    from ..models.build_certificate_create_params import BuildCertificateCreateParams
    from ..models.build_certificate_download import BuildCertificateDownload
    from ..models.build_certificate_update_params import BuildCertificateUpdateParams
    from ..models.build_certificate_upload import BuildCertificateUpload
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class BuildCertificates:
    """`build_certificates` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def confirm(
        self,
        app_slug: str,
        build_certificate_slug: str,
        /,
    ) -> BuildCertificate:
        """Say that a code signing certificate is uploaded.

        `POST /apps/{app-slug}/build-certificates/{build-certificate-slug}/uploaded`
        """
        from ..api.build_certificate import build_certificate_confirm

        return self._transport.call(
            build_certificate_confirm.build_request(
                app_slug,
                build_certificate_slug,
            ),
            build_certificate_confirm.parse_result,
        )

    def create(
        self,
        app_slug: str,
        /,
        *,
        body: BuildCertificateCreateParams | Mapping[str, Any],
    ) -> BuildCertificateUpload:
        """Announce a code signing certificate and get an address to upload it to.

        `POST /apps/{app-slug}/build-certificates`
        """
        from ..api.build_certificate import build_certificate_create

        return self._transport.call(
            build_certificate_create.build_request(
                app_slug,
                body=body,
            ),
            build_certificate_create.parse_result,
        )

    def delete(
        self,
        app_slug: str,
        build_certificate_slug: str,
        /,
    ) -> BuildCertificate:
        """Delete a code signing certificate.

        `DELETE /apps/{app-slug}/build-certificates/{build-certificate-slug}`
        """
        from ..api.build_certificate import build_certificate_delete

        return self._transport.call(
            build_certificate_delete.build_request(
                app_slug,
                build_certificate_slug,
            ),
            build_certificate_delete.parse_result,
        )

    def get(
        self,
        app_slug: str,
        build_certificate_slug: str,
        /,
    ) -> BuildCertificateDownload:
        """Get one code signing certificate, with an address to download it from.

        `GET /apps/{app-slug}/build-certificates/{build-certificate-slug}`
        """
        from ..api.build_certificate import build_certificate_show

        return self._transport.call(
            build_certificate_show.build_request(
                app_slug,
                build_certificate_slug,
            ),
            build_certificate_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[BuildCertificate]:
        """List the code signing certificates of an app.

        `GET /apps/{app-slug}/build-certificates`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.build_certificate import build_certificate_list

        return self._transport.paginate(
            build_certificate_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            build_certificate_list.parse_item,
        )

    def update(
        self,
        app_slug: str,
        build_certificate_slug: str,
        /,
        *,
        body: BuildCertificateUpdateParams | Mapping[str, Any],
    ) -> BuildCertificate:
        """Change a code signing certificate's password or protection.

        `PATCH /apps/{app-slug}/build-certificates/{build-certificate-slug}`
        """
        from ..api.build_certificate import build_certificate_update

        return self._transport.call(
            build_certificate_update.build_request(
                app_slug,
                build_certificate_slug,
                body=body,
            ),
            build_certificate_update.parse_result,
        )


class AsyncBuildCertificates:
    """`build_certificates` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def confirm(
        self,
        app_slug: str,
        build_certificate_slug: str,
        /,
    ) -> BuildCertificate:
        """Say that a code signing certificate is uploaded.

        `POST /apps/{app-slug}/build-certificates/{build-certificate-slug}/uploaded`
        """
        from ..api.build_certificate import build_certificate_confirm

        return await self._transport.call(
            build_certificate_confirm.build_request(
                app_slug,
                build_certificate_slug,
            ),
            build_certificate_confirm.parse_result,
        )

    async def create(
        self,
        app_slug: str,
        /,
        *,
        body: BuildCertificateCreateParams | Mapping[str, Any],
    ) -> BuildCertificateUpload:
        """Announce a code signing certificate and get an address to upload it to.

        `POST /apps/{app-slug}/build-certificates`
        """
        from ..api.build_certificate import build_certificate_create

        return await self._transport.call(
            build_certificate_create.build_request(
                app_slug,
                body=body,
            ),
            build_certificate_create.parse_result,
        )

    async def delete(
        self,
        app_slug: str,
        build_certificate_slug: str,
        /,
    ) -> BuildCertificate:
        """Delete a code signing certificate.

        `DELETE /apps/{app-slug}/build-certificates/{build-certificate-slug}`
        """
        from ..api.build_certificate import build_certificate_delete

        return await self._transport.call(
            build_certificate_delete.build_request(
                app_slug,
                build_certificate_slug,
            ),
            build_certificate_delete.parse_result,
        )

    async def get(
        self,
        app_slug: str,
        build_certificate_slug: str,
        /,
    ) -> BuildCertificateDownload:
        """Get one code signing certificate, with an address to download it from.

        `GET /apps/{app-slug}/build-certificates/{build-certificate-slug}`
        """
        from ..api.build_certificate import build_certificate_show

        return await self._transport.call(
            build_certificate_show.build_request(
                app_slug,
                build_certificate_slug,
            ),
            build_certificate_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[BuildCertificate]:
        """List the code signing certificates of an app.

        `GET /apps/{app-slug}/build-certificates`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.build_certificate import build_certificate_list

        return self._transport.paginate(
            build_certificate_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            build_certificate_list.parse_item,
        )

    async def update(
        self,
        app_slug: str,
        build_certificate_slug: str,
        /,
        *,
        body: BuildCertificateUpdateParams | Mapping[str, Any],
    ) -> BuildCertificate:
        """Change a code signing certificate's password or protection.

        `PATCH /apps/{app-slug}/build-certificates/{build-certificate-slug}`
        """
        from ..api.build_certificate import build_certificate_update

        return await self._transport.call(
            build_certificate_update.build_request(
                app_slug,
                build_certificate_slug,
                body=body,
            ),
            build_certificate_update.parse_result,
        )

"""The operations of `android_keystore_files`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.android_keystore_file import AndroidKeystoreFile
    from ..models.android_keystore_file_create_params import AndroidKeystoreFileCreateParams
    from ..models.android_keystore_file_download import AndroidKeystoreFileDownload
    from ..models.android_keystore_file_upload import AndroidKeystoreFileUpload
    from ..models.generic_project_file import GenericProjectFile
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class AndroidKeystoreFiles:
    """`android_keystore_files` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def confirm(
        self,
        app_slug: str,
        android_keystore_file_slug: str,
        /,
    ) -> AndroidKeystoreFile:
        """Say that an Android keystore file is uploaded.

        `POST /apps/{app-slug}/android-keystore-files/{android-keystore-file-slug}/uploaded`
        """
        from ..api.android_keystore_file import android_keystore_file_confirm

        return self._transport.call(
            android_keystore_file_confirm.build_request(
                app_slug,
                android_keystore_file_slug,
            ),
            android_keystore_file_confirm.parse_result,
        )

    def create(
        self,
        app_slug: str,
        /,
        *,
        body: AndroidKeystoreFileCreateParams | Mapping[str, Any],
    ) -> AndroidKeystoreFileUpload:
        """Announce an Android keystore file and get an address to upload it to.

        `POST /apps/{app-slug}/android-keystore-files`
        """
        from ..api.android_keystore_file import android_keystore_file_create

        return self._transport.call(
            android_keystore_file_create.build_request(
                app_slug,
                body=body,
            ),
            android_keystore_file_create.parse_result,
        )

    def delete(
        self,
        app_slug: str,
        android_keystore_file_slug: str,
        /,
    ) -> GenericProjectFile:
        """Delete one Android keystore file.

        `DELETE /apps/{app-slug}/android-keystore-files/{android-keystore-file-slug}`
        """
        from ..api.android_keystore_file import android_keystore_file_delete

        return self._transport.call(
            android_keystore_file_delete.build_request(
                app_slug,
                android_keystore_file_slug,
            ),
            android_keystore_file_delete.parse_result,
        )

    def get(
        self,
        app_slug: str,
        android_keystore_file_slug: str,
        /,
    ) -> AndroidKeystoreFileDownload:
        """Get one Android keystore file, with an address to download it from.

        `GET /apps/{app-slug}/android-keystore-files/{android-keystore-file-slug}`
        """
        from ..api.android_keystore_file import android_keystore_file_show

        return self._transport.call(
            android_keystore_file_show.build_request(
                app_slug,
                android_keystore_file_slug,
            ),
            android_keystore_file_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[AndroidKeystoreFile]:
        """List the Android keystore files of an app.

        `GET /apps/{app-slug}/android-keystore-files`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.android_keystore_file import android_keystore_file_list

        return self._transport.paginate(
            android_keystore_file_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            android_keystore_file_list.parse_item,
        )


class AsyncAndroidKeystoreFiles:
    """`android_keystore_files` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def confirm(
        self,
        app_slug: str,
        android_keystore_file_slug: str,
        /,
    ) -> AndroidKeystoreFile:
        """Say that an Android keystore file is uploaded.

        `POST /apps/{app-slug}/android-keystore-files/{android-keystore-file-slug}/uploaded`
        """
        from ..api.android_keystore_file import android_keystore_file_confirm

        return await self._transport.call(
            android_keystore_file_confirm.build_request(
                app_slug,
                android_keystore_file_slug,
            ),
            android_keystore_file_confirm.parse_result,
        )

    async def create(
        self,
        app_slug: str,
        /,
        *,
        body: AndroidKeystoreFileCreateParams | Mapping[str, Any],
    ) -> AndroidKeystoreFileUpload:
        """Announce an Android keystore file and get an address to upload it to.

        `POST /apps/{app-slug}/android-keystore-files`
        """
        from ..api.android_keystore_file import android_keystore_file_create

        return await self._transport.call(
            android_keystore_file_create.build_request(
                app_slug,
                body=body,
            ),
            android_keystore_file_create.parse_result,
        )

    async def delete(
        self,
        app_slug: str,
        android_keystore_file_slug: str,
        /,
    ) -> GenericProjectFile:
        """Delete one Android keystore file.

        `DELETE /apps/{app-slug}/android-keystore-files/{android-keystore-file-slug}`
        """
        from ..api.android_keystore_file import android_keystore_file_delete

        return await self._transport.call(
            android_keystore_file_delete.build_request(
                app_slug,
                android_keystore_file_slug,
            ),
            android_keystore_file_delete.parse_result,
        )

    async def get(
        self,
        app_slug: str,
        android_keystore_file_slug: str,
        /,
    ) -> AndroidKeystoreFileDownload:
        """Get one Android keystore file, with an address to download it from.

        `GET /apps/{app-slug}/android-keystore-files/{android-keystore-file-slug}`
        """
        from ..api.android_keystore_file import android_keystore_file_show

        return await self._transport.call(
            android_keystore_file_show.build_request(
                app_slug,
                android_keystore_file_slug,
            ),
            android_keystore_file_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[AndroidKeystoreFile]:
        """List the Android keystore files of an app.

        `GET /apps/{app-slug}/android-keystore-files`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.android_keystore_file import android_keystore_file_list

        return self._transport.paginate(
            android_keystore_file_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            android_keystore_file_list.parse_item,
        )

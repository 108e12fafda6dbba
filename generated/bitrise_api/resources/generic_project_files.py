"""The operations of `generic_project_files`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.generic_project_file import GenericProjectFile
    from ..models.generic_project_file_create_params import GenericProjectFileCreateParams
    from ..models.generic_project_file_download import GenericProjectFileDownload
    from ..models.generic_project_file_update_params import GenericProjectFileUpdateParams
    from ..models.generic_project_file_upload import GenericProjectFileUpload
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class GenericProjectFiles:
    """`generic_project_files` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def confirm(
        self,
        app_slug: str,
        generic_project_file_slug: str,
        /,
    ) -> GenericProjectFile:
        """Say that a file is uploaded.

        `POST /apps/{app-slug}/generic-project-files/{generic-project-file-slug}/uploaded`
        """
        from ..api.generic_project_file import generic_project_file_confirm

        return self._transport.call(
            generic_project_file_confirm.build_request(
                app_slug,
                generic_project_file_slug,
            ),
            generic_project_file_confirm.parse_result,
        )

    def create(
        self,
        app_slug: str,
        /,
        *,
        body: GenericProjectFileCreateParams | Mapping[str, Any],
    ) -> GenericProjectFileUpload:
        """Announce a file and get an address to upload it to.

        `POST /apps/{app-slug}/generic-project-files`
        """
        from ..api.generic_project_file import generic_project_files_create

        return self._transport.call(
            generic_project_files_create.build_request(
                app_slug,
                body=body,
            ),
            generic_project_files_create.parse_result,
        )

    def delete(
        self,
        app_slug: str,
        generic_project_file_slug: str,
        /,
    ) -> GenericProjectFile:
        """Delete a file from an app's generic file storage.

        `DELETE /apps/{app-slug}/generic-project-files/{generic-project-file-slug}`
        """
        from ..api.generic_project_file import generic_project_file_delete

        return self._transport.call(
            generic_project_file_delete.build_request(
                app_slug,
                generic_project_file_slug,
            ),
            generic_project_file_delete.parse_result,
        )

    def get(
        self,
        app_slug: str,
        generic_project_file_slug: str,
        /,
    ) -> GenericProjectFileDownload:
        """Get one file, with an address to download it from.

        `GET /apps/{app-slug}/generic-project-files/{generic-project-file-slug}`
        """
        from ..api.generic_project_file import generic_project_file_show

        return self._transport.call(
            generic_project_file_show.build_request(
                app_slug,
                generic_project_file_slug,
            ),
            generic_project_file_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[GenericProjectFile]:
        """List the files in an app's generic file storage.

        `GET /apps/{app-slug}/generic-project-files`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.generic_project_file import generic_project_file_list

        return self._transport.paginate(
            generic_project_file_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            generic_project_file_list.parse_item,
        )

    def update(
        self,
        app_slug: str,
        generic_project_file_slug: str,
        /,
        *,
        body: GenericProjectFileUpdateParams | Mapping[str, Any],
    ) -> GenericProjectFile:
        """Change a file's name in builds, its data or its protection.

        `PATCH /apps/{app-slug}/generic-project-files/{generic-project-file-slug}`
        """
        from ..api.generic_project_file import generic_project_file_update

        return self._transport.call(
            generic_project_file_update.build_request(
                app_slug,
                generic_project_file_slug,
                body=body,
            ),
            generic_project_file_update.parse_result,
        )


class AsyncGenericProjectFiles:
    """`generic_project_files` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def confirm(
        self,
        app_slug: str,
        generic_project_file_slug: str,
        /,
    ) -> GenericProjectFile:
        """Say that a file is uploaded.

        `POST /apps/{app-slug}/generic-project-files/{generic-project-file-slug}/uploaded`
        """
        from ..api.generic_project_file import generic_project_file_confirm

        return await self._transport.call(
            generic_project_file_confirm.build_request(
                app_slug,
                generic_project_file_slug,
            ),
            generic_project_file_confirm.parse_result,
        )

    async def create(
        self,
        app_slug: str,
        /,
        *,
        body: GenericProjectFileCreateParams | Mapping[str, Any],
    ) -> GenericProjectFileUpload:
        """Announce a file and get an address to upload it to.

        `POST /apps/{app-slug}/generic-project-files`
        """
        from ..api.generic_project_file import generic_project_files_create

        return await self._transport.call(
            generic_project_files_create.build_request(
                app_slug,
                body=body,
            ),
            generic_project_files_create.parse_result,
        )

    async def delete(
        self,
        app_slug: str,
        generic_project_file_slug: str,
        /,
    ) -> GenericProjectFile:
        """Delete a file from an app's generic file storage.

        `DELETE /apps/{app-slug}/generic-project-files/{generic-project-file-slug}`
        """
        from ..api.generic_project_file import generic_project_file_delete

        return await self._transport.call(
            generic_project_file_delete.build_request(
                app_slug,
                generic_project_file_slug,
            ),
            generic_project_file_delete.parse_result,
        )

    async def get(
        self,
        app_slug: str,
        generic_project_file_slug: str,
        /,
    ) -> GenericProjectFileDownload:
        """Get one file, with an address to download it from.

        `GET /apps/{app-slug}/generic-project-files/{generic-project-file-slug}`
        """
        from ..api.generic_project_file import generic_project_file_show

        return await self._transport.call(
            generic_project_file_show.build_request(
                app_slug,
                generic_project_file_slug,
            ),
            generic_project_file_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[GenericProjectFile]:
        """List the files in an app's generic file storage.

        `GET /apps/{app-slug}/generic-project-files`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.generic_project_file import generic_project_file_list

        return self._transport.paginate(
            generic_project_file_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            generic_project_file_list.parse_item,
        )

    async def update(
        self,
        app_slug: str,
        generic_project_file_slug: str,
        /,
        *,
        body: GenericProjectFileUpdateParams | Mapping[str, Any],
    ) -> GenericProjectFile:
        """Change a file's name in builds, its data or its protection.

        `PATCH /apps/{app-slug}/generic-project-files/{generic-project-file-slug}`
        """
        from ..api.generic_project_file import generic_project_file_update

        return await self._transport.call(
            generic_project_file_update.build_request(
                app_slug,
                generic_project_file_slug,
                body=body,
            ),
            generic_project_file_update.parse_result,
        )

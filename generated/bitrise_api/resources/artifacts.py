"""The operations of `artifacts`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.artifact import Artifact
    from ..models.artifact_list_item import ArtifactListItem
    from ..models.artifact_update_params import ArtifactUpdateParams
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class Artifacts:
    """`artifacts` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def delete(
        self,
        app_slug: str,
        build_slug: str,
        artifact_slug: str,
        /,
    ) -> Artifact:
        """Delete an artifact.

        `DELETE /apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}`
        """
        from ..api.build_artifact import artifact_delete

        return self._transport.call(
            artifact_delete.build_request(
                app_slug,
                build_slug,
                artifact_slug,
            ),
            artifact_delete.parse_result,
        )

    def get(
        self,
        app_slug: str,
        build_slug: str,
        artifact_slug: str,
        /,
        *,
        download: int | None = None,
    ) -> Artifact:
        """Get one artifact, with an address to download it from.

        `GET /apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}`

        Args:
            download: 1 to be redirected to the file instead of getting its description.
        """
        from ..api.build_artifact import artifact_show

        return self._transport.call(
            artifact_show.build_request(
                app_slug,
                build_slug,
                artifact_slug,
                download=download,
            ),
            artifact_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        build_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[ArtifactListItem]:
        """List the artifacts of a build.

        `GET /apps/{app-slug}/builds/{build-slug}/artifacts`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.build_artifact import artifact_list

        return self._transport.paginate(
            artifact_list.build_request(
                app_slug,
                build_slug,
                next=next,
                limit=limit,
            ),
            artifact_list.parse_item,
        )

    def update(
        self,
        app_slug: str,
        build_slug: str,
        artifact_slug: str,
        /,
        *,
        body: ArtifactUpdateParams | Mapping[str, Any],
    ) -> Artifact:
        """Turn off the public install page of an artifact.

        `PATCH /apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}`
        """
        from ..api.build_artifact import artifact_update

        return self._transport.call(
            artifact_update.build_request(
                app_slug,
                build_slug,
                artifact_slug,
                body=body,
            ),
            artifact_update.parse_result,
        )


class AsyncArtifacts:
    """`artifacts` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def delete(
        self,
        app_slug: str,
        build_slug: str,
        artifact_slug: str,
        /,
    ) -> Artifact:
        """Delete an artifact.

        `DELETE /apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}`
        """
        from ..api.build_artifact import artifact_delete

        return await self._transport.call(
            artifact_delete.build_request(
                app_slug,
                build_slug,
                artifact_slug,
            ),
            artifact_delete.parse_result,
        )

    async def get(
        self,
        app_slug: str,
        build_slug: str,
        artifact_slug: str,
        /,
        *,
        download: int | None = None,
    ) -> Artifact:
        """Get one artifact, with an address to download it from.

        `GET /apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}`

        Args:
            download: 1 to be redirected to the file instead of getting its description.
        """
        from ..api.build_artifact import artifact_show

        return await self._transport.call(
            artifact_show.build_request(
                app_slug,
                build_slug,
                artifact_slug,
                download=download,
            ),
            artifact_show.parse_result,
        )

    def list(
        self,
        app_slug: str,
        build_slug: str,
        /,
        *,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[ArtifactListItem]:
        """List the artifacts of a build.

        `GET /apps/{app-slug}/builds/{build-slug}/artifacts`

        Args:
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.build_artifact import artifact_list

        return self._transport.paginate(
            artifact_list.build_request(
                app_slug,
                build_slug,
                next=next,
                limit=limit,
            ),
            artifact_list.parse_item,
        )

    async def update(
        self,
        app_slug: str,
        build_slug: str,
        artifact_slug: str,
        /,
        *,
        body: ArtifactUpdateParams | Mapping[str, Any],
    ) -> Artifact:
        """Turn off the public install page of an artifact.

        `PATCH /apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}`
        """
        from ..api.build_artifact import artifact_update

        return await self._transport.call(
            artifact_update.build_request(
                app_slug,
                build_slug,
                artifact_slug,
                body=body,
            ),
            artifact_update.parse_result,
        )

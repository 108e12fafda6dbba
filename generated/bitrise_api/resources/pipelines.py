"""The operations of `pipelines`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from ..models.pipeline import Pipeline
    from ..models.pipeline_abort_params import PipelineAbortParams
    from ..models.pipeline_list_item import PipelineListItem
    from ..models.pipeline_rebuild_params import PipelineRebuildParams
    from ..models.pipeline_with_app import PipelineWithApp
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class Pipelines:
    """`pipelines` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def abort(
        self,
        app_slug: str,
        pipeline_id: str,
        /,
        *,
        body: PipelineAbortParams | Mapping[str, Any] | None = None,
    ) -> Any:
        """Stop a pipeline.

        `POST /apps/{app-slug}/pipelines/{pipeline-id}/abort`
        """
        from ..api.pipelines import pipeline_abort

        return self._transport.call(
            pipeline_abort.build_request(
                app_slug,
                pipeline_id,
                body=body,
            ),
            pipeline_abort.parse,
        )

    def get(
        self,
        app_slug: str,
        pipeline_id: str,
        /,
    ) -> Pipeline:
        """Get one pipeline with its stages and workflows.

        `GET /apps/{app-slug}/pipelines/{pipeline-id}`
        """
        from ..api.pipelines import pipeline_show

        return self._transport.call(
            pipeline_show.build_request(
                app_slug,
                pipeline_id,
            ),
            pipeline_show.parse,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        after: datetime | str | None = None,
        before: datetime | str | None = None,
        branch: str | None = None,
        build_number: int | None = None,
        commit_message: str | None = None,
        limit: int | None = None,
        next: datetime | str | None = None,
        pipeline: str | None = None,
        status: str | None = None,
        trigger_event_type: str | None = None,
        workflow: str | None = None,
    ) -> Pager[PipelineListItem]:
        """List the pipelines and stand-alone builds of an app.

        `GET /apps/{app-slug}/pipelines`

        Args:
            after: Only what ran after this moment (RFC 3339).
            before: Only what ran before this moment (RFC 3339): `paging.next` of the page before.
            branch: Only what was built from this branch.
            build_number: Only the build, or the pipeline, of this number.
            commit_message: Only what was built from a commit with this message.
            limit: Most things on a page: 1 to 10, and 10 when not given.
            next: Old name of `before`.
            pipeline: Only runs of this pipeline.
            status: Only what is in this state: on_hold, running, succeeded, failed, aborted or
                succeeded_with_abort.
            trigger_event_type: Only what this started: push, pull-request or tag.
            workflow: Only what ran this workflow.
        """
        from ..api.pipelines import pipeline_list

        return self._transport.paginate(
            pipeline_list.build_request(
                app_slug,
                after=after,
                before=before,
                branch=branch,
                build_number=build_number,
                commit_message=commit_message,
                limit=limit,
                next=next,
                pipeline=pipeline,
                status=status,
                trigger_event_type=trigger_event_type,
                workflow=workflow,
            ),
            pipeline_list.parse_item,
        )

    def list_all(
        self,
        *,
        owner_slug: str | None = None,
        status: str | None = None,
        next: datetime | str | None = None,
        limit: int | None = None,
    ) -> Pager[PipelineWithApp]:
        """List the pipelines and stand-alone builds of all apps.

        `GET /pipelines`

        Args:
            owner_slug: Only apps of this owner: slug of a user or an organization.
            status: Only what is in this state: on_hold, running, succeeded, failed, aborted or
                succeeded_with_abort.
            next: Only what was made before this moment (RFC 3339): `paging.next` of the page before.
            limit: Most things on a page: 1 to 10, and 10 when not given.
        """
        from ..api.pipelines import pipeline_list_all

        return self._transport.paginate(
            pipeline_list_all.build_request(
                owner_slug=owner_slug,
                status=status,
                next=next,
                limit=limit,
            ),
            pipeline_list_all.parse_item,
        )

    def rebuild(
        self,
        app_slug: str,
        pipeline_id: str,
        /,
        *,
        body: PipelineRebuildParams | Mapping[str, Any],
    ) -> Any:
        """Run a pipeline again.

        `POST /apps/{app-slug}/pipelines/{pipeline-id}/rebuild`
        """
        from ..api.pipelines import pipeline_rebuild

        return self._transport.call(
            pipeline_rebuild.build_request(
                app_slug,
                pipeline_id,
                body=body,
            ),
            pipeline_rebuild.parse,
        )


class AsyncPipelines:
    """`pipelines` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def abort(
        self,
        app_slug: str,
        pipeline_id: str,
        /,
        *,
        body: PipelineAbortParams | Mapping[str, Any] | None = None,
    ) -> Any:
        """Stop a pipeline.

        `POST /apps/{app-slug}/pipelines/{pipeline-id}/abort`
        """
        from ..api.pipelines import pipeline_abort

        return await self._transport.call(
            pipeline_abort.build_request(
                app_slug,
                pipeline_id,
                body=body,
            ),
            pipeline_abort.parse,
        )

    async def get(
        self,
        app_slug: str,
        pipeline_id: str,
        /,
    ) -> Pipeline:
        """Get one pipeline with its stages and workflows.

        `GET /apps/{app-slug}/pipelines/{pipeline-id}`
        """
        from ..api.pipelines import pipeline_show

        return await self._transport.call(
            pipeline_show.build_request(
                app_slug,
                pipeline_id,
            ),
            pipeline_show.parse,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        after: datetime | str | None = None,
        before: datetime | str | None = None,
        branch: str | None = None,
        build_number: int | None = None,
        commit_message: str | None = None,
        limit: int | None = None,
        next: datetime | str | None = None,
        pipeline: str | None = None,
        status: str | None = None,
        trigger_event_type: str | None = None,
        workflow: str | None = None,
    ) -> AsyncPager[PipelineListItem]:
        """List the pipelines and stand-alone builds of an app.

        `GET /apps/{app-slug}/pipelines`

        Args:
            after: Only what ran after this moment (RFC 3339).
            before: Only what ran before this moment (RFC 3339): `paging.next` of the page before.
            branch: Only what was built from this branch.
            build_number: Only the build, or the pipeline, of this number.
            commit_message: Only what was built from a commit with this message.
            limit: Most things on a page: 1 to 10, and 10 when not given.
            next: Old name of `before`.
            pipeline: Only runs of this pipeline.
            status: Only what is in this state: on_hold, running, succeeded, failed, aborted or
                succeeded_with_abort.
            trigger_event_type: Only what this started: push, pull-request or tag.
            workflow: Only what ran this workflow.
        """
        from ..api.pipelines import pipeline_list

        return self._transport.paginate(
            pipeline_list.build_request(
                app_slug,
                after=after,
                before=before,
                branch=branch,
                build_number=build_number,
                commit_message=commit_message,
                limit=limit,
                next=next,
                pipeline=pipeline,
                status=status,
                trigger_event_type=trigger_event_type,
                workflow=workflow,
            ),
            pipeline_list.parse_item,
        )

    def list_all(
        self,
        *,
        owner_slug: str | None = None,
        status: str | None = None,
        next: datetime | str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[PipelineWithApp]:
        """List the pipelines and stand-alone builds of all apps.

        `GET /pipelines`

        Args:
            owner_slug: Only apps of this owner: slug of a user or an organization.
            status: Only what is in this state: on_hold, running, succeeded, failed, aborted or
                succeeded_with_abort.
            next: Only what was made before this moment (RFC 3339): `paging.next` of the page before.
            limit: Most things on a page: 1 to 10, and 10 when not given.
        """
        from ..api.pipelines import pipeline_list_all

        return self._transport.paginate(
            pipeline_list_all.build_request(
                owner_slug=owner_slug,
                status=status,
                next=next,
                limit=limit,
            ),
            pipeline_list_all.parse_item,
        )

    async def rebuild(
        self,
        app_slug: str,
        pipeline_id: str,
        /,
        *,
        body: PipelineRebuildParams | Mapping[str, Any],
    ) -> Any:
        """Run a pipeline again.

        `POST /apps/{app-slug}/pipelines/{pipeline-id}/rebuild`
        """
        from ..api.pipelines import pipeline_rebuild

        return await self._transport.call(
            pipeline_rebuild.build_request(
                app_slug,
                pipeline_id,
                body=body,
            ),
            pipeline_rebuild.parse,
        )

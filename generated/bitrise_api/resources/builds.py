"""The operations of `builds`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from ..models.archived_build import ArchivedBuild
    from ..models.build import Build
    from ..models.build_abort_params import BuildAbortParams
    from ..models.build_aborted import BuildAborted
    from ..models.build_log import BuildLog
    from ..models.build_sort_by import BuildSortBy
    from ..models.build_trigger_params import BuildTriggerParams
    from ..models.build_triggered import BuildTriggered
    from ..models.build_with_app import BuildWithApp
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class Builds:
    """`builds` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def abort(
        self,
        app_slug: str,
        build_slug: str,
        /,
        *,
        body: BuildAbortParams | Mapping[str, Any] | None = None,
    ) -> BuildAborted:
        """Stop a build.

        `POST /apps/{app-slug}/builds/{build-slug}/abort`
        """
        from ..api.builds import build_abort

        return self._transport.call(
            build_abort.build_request(
                app_slug,
                build_slug,
                body=body,
            ),
            build_abort.parse,
        )

    def get(
        self,
        app_slug: str,
        build_slug: str,
        /,
    ) -> Build:
        """Get one build.

        `GET /apps/{app-slug}/builds/{build-slug}`
        """
        from ..api.builds import build_show

        return self._transport.call(
            build_show.build_request(
                app_slug,
                build_slug,
            ),
            build_show.parse_result,
        )

    def get_ai_summary(
        self,
        build_slug: str,
        /,
    ) -> Any:
        """Get the generated summary of a build.

        `GET /builds/{build-slug}/ai-summary`
        """
        from ..api.builds import build_ai_summary

        return self._transport.call(
            build_ai_summary.build_request(
                build_slug,
            ),
            build_ai_summary.parse,
        )

    def get_bitrise_yml(
        self,
        app_slug: str,
        build_slug: str,
        /,
    ) -> str:
        """Get the bitrise.yml that a build ran with, as text.

        `GET /apps/{app-slug}/builds/{build-slug}/bitrise.yml`
        """
        from ..api.builds import build_bitrise_yml_show

        return self._transport.call(
            build_bitrise_yml_show.build_request(
                app_slug,
                build_slug,
            ),
            build_bitrise_yml_show.parse,
        )

    def get_log(
        self,
        app_slug: str,
        build_slug: str,
        /,
        *,
        after_timestamp: datetime | str | None = None,
        before_timestamp: datetime | str | None = None,
    ) -> BuildLog:
        """Get the latest pieces of a build's log, and its address once archived.

        `GET /apps/{app-slug}/builds/{build-slug}/log`

        Args:
            after_timestamp: Only pieces after this moment: the `next_after_timestamp` of the last answer (RFC
                3339).
            before_timestamp: Only pieces before this moment: the `next_before_timestamp` of the last answer (RFC
                3339).
        """
        from ..api.builds import build_log

        return self._transport.call(
            build_log.build_request(
                app_slug,
                build_slug,
                after_timestamp=after_timestamp,
                before_timestamp=before_timestamp,
            ),
            build_log.parse,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        sort_by: BuildSortBy | str | None = None,
        branch: str | None = None,
        workflow: str | None = None,
        commit_message: str | None = None,
        trigger_event_type: str | None = None,
        pull_request_id: int | None = None,
        build_number: int | None = None,
        after: int | None = None,
        before: int | None = None,
        status: int | None = None,
        is_pipeline_build: bool | None = None,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[Build]:
        """List the builds of an app, newest first.

        `GET /apps/{app-slug}/builds`

        Args:
            sort_by: Order: `created_at` newest first, `running_first` those not finished before the others.
            branch: Only what was built from this branch.
            workflow: Only what ran this workflow.
            commit_message: Only what was built from a commit with this message.
            trigger_event_type: Only what this started: push, pull-request or tag.
            pull_request_id: Only builds of the pull request of this number.
            build_number: Only the build, or the pipeline, of this number.
            after: Only builds that ran after this moment, in seconds since 1970-01-01 UTC.
            before: Only builds that ran before this moment, in seconds since 1970-01-01 UTC.
            status: Only builds in this state: 0 not finished, 1 success, 2 error, 3 aborted, 4 aborted but counted
                as a success.
            is_pipeline_build: Only builds that belong to a pipeline, or only those that do not.
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.builds import build_list

        return self._transport.paginate(
            build_list.build_request(
                app_slug,
                sort_by=sort_by,
                branch=branch,
                workflow=workflow,
                commit_message=commit_message,
                trigger_event_type=trigger_event_type,
                pull_request_id=pull_request_id,
                build_number=build_number,
                after=after,
                before=before,
                status=status,
                is_pipeline_build=is_pipeline_build,
                next=next,
                limit=limit,
            ),
            build_list.parse_item,
        )

    def list_all(
        self,
        *,
        owner_slug: str | None = None,
        is_on_hold: bool | None = None,
        status: int | None = None,
        next: str | None = None,
        limit: int | None = None,
    ) -> Pager[BuildWithApp]:
        """List the builds of all apps that the token can see.

        `GET /builds`

        Args:
            owner_slug: Only apps of this owner: slug of a user or an organization.
            is_on_hold: Only builds that have not started yet, or only those that have.
            status: Only builds in this state: 0 not finished, 1 success, 2 error, 3 aborted, 4 aborted but counted
                as a success.
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.builds import build_list_all

        return self._transport.paginate(
            build_list_all.build_request(
                owner_slug=owner_slug,
                is_on_hold=is_on_hold,
                status=status,
                next=next,
                limit=limit,
            ),
            build_list_all.parse_item,
        )

    def list_archived(
        self,
        app_slug: str,
        /,
        *,
        after: int,
        before: int,
        limit: int,
    ) -> Pager[ArchivedBuild]:
        """List builds of a window of time that are older than 200 days.

        `GET /apps/{app-slug}/archived-builds`

        Args:
            after: Only builds that ran after this moment, in seconds since 1970-01-01 UTC.
            before: Only builds that ran before this moment, in seconds since 1970-01-01 UTC.
            limit: Most builds in the answer: 1 to 1000.
        """
        from ..api.builds import archived_builds_list

        return self._transport.paginate(
            archived_builds_list.build_request(
                app_slug,
                after=after,
                before=before,
                limit=limit,
            ),
            archived_builds_list.parse_item,
        )

    def trigger(
        self,
        app_slug: str,
        /,
        *,
        body: BuildTriggerParams | Mapping[str, Any],
    ) -> BuildTriggered:
        """Start a build or a pipeline.

        `POST /apps/{app-slug}/builds`
        """
        from ..api.builds import build_trigger

        return self._transport.call(
            build_trigger.build_request(
                app_slug,
                body=body,
            ),
            build_trigger.parse,
        )


class AsyncBuilds:
    """`builds` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def abort(
        self,
        app_slug: str,
        build_slug: str,
        /,
        *,
        body: BuildAbortParams | Mapping[str, Any] | None = None,
    ) -> BuildAborted:
        """Stop a build.

        `POST /apps/{app-slug}/builds/{build-slug}/abort`
        """
        from ..api.builds import build_abort

        return await self._transport.call(
            build_abort.build_request(
                app_slug,
                build_slug,
                body=body,
            ),
            build_abort.parse,
        )

    async def get(
        self,
        app_slug: str,
        build_slug: str,
        /,
    ) -> Build:
        """Get one build.

        `GET /apps/{app-slug}/builds/{build-slug}`
        """
        from ..api.builds import build_show

        return await self._transport.call(
            build_show.build_request(
                app_slug,
                build_slug,
            ),
            build_show.parse_result,
        )

    async def get_ai_summary(
        self,
        build_slug: str,
        /,
    ) -> Any:
        """Get the generated summary of a build.

        `GET /builds/{build-slug}/ai-summary`
        """
        from ..api.builds import build_ai_summary

        return await self._transport.call(
            build_ai_summary.build_request(
                build_slug,
            ),
            build_ai_summary.parse,
        )

    async def get_bitrise_yml(
        self,
        app_slug: str,
        build_slug: str,
        /,
    ) -> str:
        """Get the bitrise.yml that a build ran with, as text.

        `GET /apps/{app-slug}/builds/{build-slug}/bitrise.yml`
        """
        from ..api.builds import build_bitrise_yml_show

        return await self._transport.call(
            build_bitrise_yml_show.build_request(
                app_slug,
                build_slug,
            ),
            build_bitrise_yml_show.parse,
        )

    async def get_log(
        self,
        app_slug: str,
        build_slug: str,
        /,
        *,
        after_timestamp: datetime | str | None = None,
        before_timestamp: datetime | str | None = None,
    ) -> BuildLog:
        """Get the latest pieces of a build's log, and its address once archived.

        `GET /apps/{app-slug}/builds/{build-slug}/log`

        Args:
            after_timestamp: Only pieces after this moment: the `next_after_timestamp` of the last answer (RFC
                3339).
            before_timestamp: Only pieces before this moment: the `next_before_timestamp` of the last answer (RFC
                3339).
        """
        from ..api.builds import build_log

        return await self._transport.call(
            build_log.build_request(
                app_slug,
                build_slug,
                after_timestamp=after_timestamp,
                before_timestamp=before_timestamp,
            ),
            build_log.parse,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        sort_by: BuildSortBy | str | None = None,
        branch: str | None = None,
        workflow: str | None = None,
        commit_message: str | None = None,
        trigger_event_type: str | None = None,
        pull_request_id: int | None = None,
        build_number: int | None = None,
        after: int | None = None,
        before: int | None = None,
        status: int | None = None,
        is_pipeline_build: bool | None = None,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[Build]:
        """List the builds of an app, newest first.

        `GET /apps/{app-slug}/builds`

        Args:
            sort_by: Order: `created_at` newest first, `running_first` those not finished before the others.
            branch: Only what was built from this branch.
            workflow: Only what ran this workflow.
            commit_message: Only what was built from a commit with this message.
            trigger_event_type: Only what this started: push, pull-request or tag.
            pull_request_id: Only builds of the pull request of this number.
            build_number: Only the build, or the pipeline, of this number.
            after: Only builds that ran after this moment, in seconds since 1970-01-01 UTC.
            before: Only builds that ran before this moment, in seconds since 1970-01-01 UTC.
            status: Only builds in this state: 0 not finished, 1 success, 2 error, 3 aborted, 4 aborted but counted
                as a success.
            is_pipeline_build: Only builds that belong to a pipeline, or only those that do not.
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.builds import build_list

        return self._transport.paginate(
            build_list.build_request(
                app_slug,
                sort_by=sort_by,
                branch=branch,
                workflow=workflow,
                commit_message=commit_message,
                trigger_event_type=trigger_event_type,
                pull_request_id=pull_request_id,
                build_number=build_number,
                after=after,
                before=before,
                status=status,
                is_pipeline_build=is_pipeline_build,
                next=next,
                limit=limit,
            ),
            build_list.parse_item,
        )

    def list_all(
        self,
        *,
        owner_slug: str | None = None,
        is_on_hold: bool | None = None,
        status: int | None = None,
        next: str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[BuildWithApp]:
        """List the builds of all apps that the token can see.

        `GET /builds`

        Args:
            owner_slug: Only apps of this owner: slug of a user or an organization.
            is_on_hold: Only builds that have not started yet, or only those that have.
            status: Only builds in this state: 0 not finished, 1 success, 2 error, 3 aborted, 4 aborted but counted
                as a success.
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
        """
        from ..api.builds import build_list_all

        return self._transport.paginate(
            build_list_all.build_request(
                owner_slug=owner_slug,
                is_on_hold=is_on_hold,
                status=status,
                next=next,
                limit=limit,
            ),
            build_list_all.parse_item,
        )

    def list_archived(
        self,
        app_slug: str,
        /,
        *,
        after: int,
        before: int,
        limit: int,
    ) -> AsyncPager[ArchivedBuild]:
        """List builds of a window of time that are older than 200 days.

        `GET /apps/{app-slug}/archived-builds`

        Args:
            after: Only builds that ran after this moment, in seconds since 1970-01-01 UTC.
            before: Only builds that ran before this moment, in seconds since 1970-01-01 UTC.
            limit: Most builds in the answer: 1 to 1000.
        """
        from ..api.builds import archived_builds_list

        return self._transport.paginate(
            archived_builds_list.build_request(
                app_slug,
                after=after,
                before=before,
                limit=limit,
            ),
            archived_builds_list.parse_item,
        )

    async def trigger(
        self,
        app_slug: str,
        /,
        *,
        body: BuildTriggerParams | Mapping[str, Any],
    ) -> BuildTriggered:
        """Start a build or a pipeline.

        `POST /apps/{app-slug}/builds`
        """
        from ..api.builds import build_trigger

        return await self._transport.call(
            build_trigger.build_request(
                app_slug,
                body=body,
            ),
            build_trigger.parse,
        )

"""Starting a build."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ._errors import ResponseValidationError
from ._flow import Flow
from ._plan import Context, done

if TYPE_CHECKING:
    from bitrise_api.models import BuildTriggered, BuildTriggerParams, BuildTriggerResult


@attrs.frozen
class TriggeredBuild:
    """A build that was started.

    Attributes:
        slug: The build's slug.
        number: The build's number within its app.
        url: The build's page.
        workflow: The workflow that was started.
        pipeline: The pipeline that was started.
        app_slug: The app's slug.
        message: What the server said.
        results: Everything that was started: a trigger may start several builds. The first is described above.
        answer: The whole answer.
    """

    slug: str
    number: int | None
    url: str | None
    workflow: str | None
    pipeline: str | None
    app_slug: str
    message: str | None
    results: list[BuildTriggerResult] = attrs.field(repr=False)
    answer: BuildTriggered = attrs.field(repr=False)


def trigger(
    context: Context,
    app_slug: str,
    /,
    *,
    body: BuildTriggerParams | Mapping[str, Any] | None = None,
    workflow: str | None = None,
    pipeline: str | None = None,
    branch: str | None = None,
    tag: str | None = None,
    commit_hash: str | None = None,
    commit_message: str | None = None,
    pull_request_id: int | str | None = None,
    priority: int | None = None,
    environments: Mapping[str, str] | None = None,
    params: Mapping[str, Any] | None = None,
) -> Flow[TriggeredBuild]:
    """Start a build. It is never sent a second time once the server may have received it.

    Args:
        app_slug: The app.
        body: The whole request body, instead of the arguments below.
        workflow: Workflow to run. Without it and `pipeline`, the app's trigger map decides.
        pipeline: Pipeline to run, instead of a workflow.
        branch: Branch to build.
        tag: Tag to build.
        commit_hash: Commit to build.
        commit_message: Message shown with the build.
        pull_request_id: Number of the pull request to build.
        priority: From -100 to 100, higher goes first.
        environments: Environment variables of the build, name to value.
        params: Any other build parameter, under the API's name for it.

    Raises:
        ValueError: arguments that exclude each other.
        APIStatusError: the server refused, and says why.
        APIConnectionError: no answer came; `may_have_been_received` says whether a build may have started.
        ResponseValidationError: the answer names no build.
    """
    named = {
        "workflow_id": workflow,
        "pipeline_id": pipeline,
        "branch": branch,
        "tag": tag,
        "commit_hash": commit_hash,
        "commit_message": commit_message,
        "pull_request_id": pull_request_id,
        "priority": priority,
    }
    build_params = {name: value for name, value in named.items() if value is not None} | dict(params or {})
    if environments:
        build_params["environments"] = [{"mapped_to": name, "value": value} for name, value in environments.items()]
    if workflow is not None and pipeline is not None:
        raise ValueError("trigger takes workflow=… or pipeline=…, not both")
    if body is not None and build_params:
        raise ValueError("trigger takes body=… or the single arguments, not both")
    if body is None:
        body = {"hook_info": {"type": "bitrise"}, "build_params": build_params}
    answer = yield from done(context.api.builds.trigger(app_slug, body=body))
    return _triggered(app_slug, answer)


def _triggered(app_slug: str, answer: BuildTriggered) -> TriggeredBuild:
    results = answer.results or []
    first = next((result for result in results if result.build_slug), None)
    slug = first.build_slug if first else answer.build_slug
    if not slug:
        said = answer.message or answer.status or "no reason is given"
        content = json.dumps(answer.to_dict()).encode()
        raise ResponseValidationError(
            "POST", f"/apps/{app_slug}/builds", 201, f"no build started: {said}", content=content
        )
    source: Any = first or answer
    return TriggeredBuild(
        slug=slug,
        number=source.build_number,
        url=source.build_url,
        workflow=source.triggered_workflow,
        pipeline=getattr(source, "triggered_pipeline", None),
        app_slug=answer.app_slug or app_slug,
        message=answer.message,
        results=results,
        answer=answer,
    )

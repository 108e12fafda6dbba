from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import array, integer, mapping, open_enum, optional_time, text
from ..types import Model


@define(kw_only=True)
class ArchivedBuild(Model):
    """A build older than 200 days.

    Attributes:
        original_build_params: What the build was started with, as it was sent; free-form.
        pull_request_id: Number of the pull request; 0 when there is none.
        status_text: The state in words: `in-progress`, `success`, `error`, `aborted` or `aborted-with-success`.
    """

    slug: str
    build_number: int
    abort_reason: str | None = None
    branch: str | None = None
    build_artifacts: list[ArchivedBuildArtifact] | None = None
    commit_hash: str | None = None
    commit_message: str | None = None
    credit_cost: int | None = None
    finished_at: datetime | None = None
    machine_type_id: str | None = None
    original_build_params: dict[str, Any] | None = None
    pipeline_workflow_id: str | None = None
    pull_request_id: int | None = None
    pull_request_target_branch: str | None = None
    pull_request_view_url: str | None = None
    stack_identifier: str | None = None
    started_on_worker_at: datetime | None = None
    status: BuildStatus | int | None = None
    status_text: str | None = None
    tag: str | None = None
    triggered_by: str | None = None
    triggered_workflow: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ArchivedBuild")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.build_number = value if type(value := data["build_number"]) is int else integer(value, "build_number")
        model.abort_reason = (
            value if (value := get("abort_reason")) is None or type(value) is str else text(value, "abort_reason")
        )
        model.branch = value if (value := get("branch")) is None or type(value) is str else text(value, "branch")
        model.build_artifacts = (
            None
            if (value := get("build_artifacts")) is None
            else [ArchivedBuildArtifact.from_dict(item) for item in array(value, "build_artifacts")]
        )
        model.commit_hash = (
            value if (value := get("commit_hash")) is None or type(value) is str else text(value, "commit_hash")
        )
        model.commit_message = (
            value if (value := get("commit_message")) is None or type(value) is str else text(value, "commit_message")
        )
        model.credit_cost = (
            value if (value := get("credit_cost")) is None or type(value) is int else integer(value, "credit_cost")
        )
        model.finished_at = optional_time(get("finished_at"), "finished_at", texts)
        model.machine_type_id = (
            value if (value := get("machine_type_id")) is None or type(value) is str else text(value, "machine_type_id")
        )
        model.original_build_params = (
            value
            if (value := get("original_build_params")) is None or type(value) is dict
            else mapping(value, "original_build_params")
        )
        model.pipeline_workflow_id = (
            value
            if (value := get("pipeline_workflow_id")) is None or type(value) is str
            else text(value, "pipeline_workflow_id")
        )
        model.pull_request_id = (
            value
            if (value := get("pull_request_id")) is None or type(value) is int
            else integer(value, "pull_request_id")
        )
        model.pull_request_target_branch = (
            value
            if (value := get("pull_request_target_branch")) is None or type(value) is str
            else text(value, "pull_request_target_branch")
        )
        model.pull_request_view_url = (
            value
            if (value := get("pull_request_view_url")) is None or type(value) is str
            else text(value, "pull_request_view_url")
        )
        model.stack_identifier = (
            value
            if (value := get("stack_identifier")) is None or type(value) is str
            else text(value, "stack_identifier")
        )
        model.started_on_worker_at = optional_time(get("started_on_worker_at"), "started_on_worker_at", texts)
        model.status = None if (value := get("status")) is None else open_enum(BuildStatus, value, int, "status")
        model.status_text = (
            value if (value := get("status_text")) is None or type(value) is str else text(value, "status_text")
        )
        model.tag = value if (value := get("tag")) is None or type(value) is str else text(value, "tag")
        model.triggered_by = (
            value if (value := get("triggered_by")) is None or type(value) is str else text(value, "triggered_by")
        )
        model.triggered_workflow = (
            value
            if (value := get("triggered_workflow")) is None or type(value) is str
            else text(value, "triggered_workflow")
        )
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "build_number": self.build_number,
        }
        if self.abort_reason is not None:
            result["abort_reason"] = self.abort_reason
        if self.branch is not None:
            result["branch"] = self.branch
        if self.build_artifacts is not None:
            result["build_artifacts"] = [item.to_dict() for item in self.build_artifacts]
        if self.commit_hash is not None:
            result["commit_hash"] = self.commit_hash
        if self.commit_message is not None:
            result["commit_message"] = self.commit_message
        if self.credit_cost is not None:
            result["credit_cost"] = self.credit_cost
        if (text := self._text("finished_at", self.finished_at)) is not None:
            result["finished_at"] = text
        if self.machine_type_id is not None:
            result["machine_type_id"] = self.machine_type_id
        if self.original_build_params is not None:
            result["original_build_params"] = self.original_build_params
        if self.pipeline_workflow_id is not None:
            result["pipeline_workflow_id"] = self.pipeline_workflow_id
        if self.pull_request_id is not None:
            result["pull_request_id"] = self.pull_request_id
        if self.pull_request_target_branch is not None:
            result["pull_request_target_branch"] = self.pull_request_target_branch
        if self.pull_request_view_url is not None:
            result["pull_request_view_url"] = self.pull_request_view_url
        if self.stack_identifier is not None:
            result["stack_identifier"] = self.stack_identifier
        if (text := self._text("started_on_worker_at", self.started_on_worker_at)) is not None:
            result["started_on_worker_at"] = text
        if self.status is not None:
            result["status"] = int(self.status)
        if self.status_text is not None:
            result["status_text"] = self.status_text
        if self.tag is not None:
            result["tag"] = self.tag
        if self.triggered_by is not None:
            result["triggered_by"] = self.triggered_by
        if self.triggered_workflow is not None:
            result["triggered_workflow"] = self.triggered_workflow
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "build_number",
        "abort_reason",
        "branch",
        "build_artifacts",
        "commit_hash",
        "commit_message",
        "credit_cost",
        "finished_at",
        "machine_type_id",
        "original_build_params",
        "pipeline_workflow_id",
        "pull_request_id",
        "pull_request_target_branch",
        "pull_request_view_url",
        "stack_identifier",
        "started_on_worker_at",
        "status",
        "status_text",
        "tag",
        "triggered_by",
        "triggered_workflow",
    )
)

from .archived_build_artifact import ArchivedBuildArtifact  # noqa: E402
from .build_status import BuildStatus  # noqa: E402

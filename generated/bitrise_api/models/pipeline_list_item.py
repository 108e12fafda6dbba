from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, integer, mapping, one_of, optional_time, text
from ..types import Model


@define(kw_only=True)
class PipelineListItem(Model):
    """A pipeline or a stand-alone build, as listed.

    Attributes:
        branch: May be null.
        commit_hash: May be null.
        commit_message: May be null.
        credit_cost: May be null.
        pull_request_id: Number of the pull request; 0 when there is none.
        pull_request_target_branch: May be null.
        status: State: a number as of a build, or a text as of a pipeline.
        tag: May be null.
        triggered_by: May be null.
    """

    slug: str
    artifacts: list[PipelineArtifact] | None = None
    branch: str | None = None
    build_number: int | None = None
    build_tool_invocations: list[BuildToolInvocation] | None = None
    commit_hash: str | None = None
    commit_message: str | None = None
    credit_cost: int | None = None
    finished_at: datetime | None = None
    is_on_hold: bool | None = None
    is_pipeline: bool | None = None
    is_processed: bool | None = None
    local_config: PipelineLocalConfig | None = None
    pull_request_id: int | None = None
    pull_request_target_branch: str | None = None
    rebuildable: bool | None = None
    started_at: datetime | None = None
    status: int | str | None = None
    tag: str | None = None
    trigger_params: PipelineTriggerParams | None = None
    triggered_at: datetime | None = None
    triggered_by: str | None = None
    triggered_workflow: str | None = None
    utility: bool | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelineListItem")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.artifacts = (
            None
            if (value := get("artifacts")) is None
            else [PipelineArtifact.from_dict(item) for item in array(value, "artifacts")]
        )
        model.branch = value if (value := get("branch")) is None or type(value) is str else text(value, "branch")
        model.build_number = (
            value if (value := get("build_number")) is None or type(value) is int else integer(value, "build_number")
        )
        model.build_tool_invocations = (
            None
            if (value := get("build_tool_invocations")) is None
            else [BuildToolInvocation.from_dict(item) for item in array(value, "build_tool_invocations")]
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
        model.is_on_hold = (
            value if (value := get("is_on_hold")) is None or type(value) is bool else boolean(value, "is_on_hold")
        )
        model.is_pipeline = (
            value if (value := get("is_pipeline")) is None or type(value) is bool else boolean(value, "is_pipeline")
        )
        model.is_processed = (
            value if (value := get("is_processed")) is None or type(value) is bool else boolean(value, "is_processed")
        )
        model.local_config = None if (value := get("local_config")) is None else PipelineLocalConfig.from_dict(value)
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
        model.rebuildable = (
            value if (value := get("rebuildable")) is None or type(value) is bool else boolean(value, "rebuildable")
        )
        model.started_at = optional_time(get("started_at"), "started_at", texts)
        model.status = (
            None
            if (value := get("status")) is None
            else one_of(
                value,
                "status",
                (
                    lambda option: integer(option, "status"),
                    lambda option: text(option, "status"),
                ),
            )
        )
        model.tag = value if (value := get("tag")) is None or type(value) is str else text(value, "tag")
        model.trigger_params = (
            None if (value := get("trigger_params")) is None else PipelineTriggerParams.from_dict(value)
        )
        model.triggered_at = optional_time(get("triggered_at"), "triggered_at", texts)
        model.triggered_by = (
            value if (value := get("triggered_by")) is None or type(value) is str else text(value, "triggered_by")
        )
        model.triggered_workflow = (
            value
            if (value := get("triggered_workflow")) is None or type(value) is str
            else text(value, "triggered_workflow")
        )
        model.utility = value if (value := get("utility")) is None or type(value) is bool else boolean(value, "utility")
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
        }
        if self.artifacts is not None:
            result["artifacts"] = [item.to_dict() for item in self.artifacts]
        if self.branch is not None:
            result["branch"] = self.branch
        if self.build_number is not None:
            result["build_number"] = self.build_number
        if self.build_tool_invocations is not None:
            result["build_tool_invocations"] = [item.to_dict() for item in self.build_tool_invocations]
        if self.commit_hash is not None:
            result["commit_hash"] = self.commit_hash
        if self.commit_message is not None:
            result["commit_message"] = self.commit_message
        if self.credit_cost is not None:
            result["credit_cost"] = self.credit_cost
        if (text := self._text("finished_at", self.finished_at)) is not None:
            result["finished_at"] = text
        if self.is_on_hold is not None:
            result["is_on_hold"] = self.is_on_hold
        if self.is_pipeline is not None:
            result["is_pipeline"] = self.is_pipeline
        if self.is_processed is not None:
            result["is_processed"] = self.is_processed
        if self.local_config is not None:
            result["local_config"] = self.local_config.to_dict()
        if self.pull_request_id is not None:
            result["pull_request_id"] = self.pull_request_id
        if self.pull_request_target_branch is not None:
            result["pull_request_target_branch"] = self.pull_request_target_branch
        if self.rebuildable is not None:
            result["rebuildable"] = self.rebuildable
        if (text := self._text("started_at", self.started_at)) is not None:
            result["started_at"] = text
        if self.status is not None:
            result["status"] = self.status
        if self.tag is not None:
            result["tag"] = self.tag
        if self.trigger_params is not None:
            result["trigger_params"] = self.trigger_params.to_dict()
        if (text := self._text("triggered_at", self.triggered_at)) is not None:
            result["triggered_at"] = text
        if self.triggered_by is not None:
            result["triggered_by"] = self.triggered_by
        if self.triggered_workflow is not None:
            result["triggered_workflow"] = self.triggered_workflow
        if self.utility is not None:
            result["utility"] = self.utility
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "artifacts",
        "branch",
        "build_number",
        "build_tool_invocations",
        "commit_hash",
        "commit_message",
        "credit_cost",
        "finished_at",
        "is_on_hold",
        "is_pipeline",
        "is_processed",
        "local_config",
        "pull_request_id",
        "pull_request_target_branch",
        "rebuildable",
        "started_at",
        "status",
        "tag",
        "trigger_params",
        "triggered_at",
        "triggered_by",
        "triggered_workflow",
        "utility",
    )
)

from .build_tool_invocation import BuildToolInvocation  # noqa: E402
from .pipeline_artifact import PipelineArtifact  # noqa: E402
from .pipeline_local_config import PipelineLocalConfig  # noqa: E402
from .pipeline_trigger_params import PipelineTriggerParams  # noqa: E402

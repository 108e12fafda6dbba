from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, integer, mapping, open_enum, optional_time, text
from ..types import Model


@define(kw_only=True)
class Pipeline(Model):
    """A pipeline: one run of several workflows."""

    id: str
    abort_reason: str | None = None
    app: PipelineApp | None = None
    attempts: list[PipelineAttempt] | None = None
    credit_cost: Any = None
    current_attempt_id: str | None = None
    finished_at: datetime | None = None
    name: str | None = None
    number_in_app_scope: int | None = None
    put_on_hold_at: datetime | None = None
    rebuildable: bool | None = None
    stages: list[PipelineStage] | None = None
    started_at: datetime | None = None
    status: PipelineStatus | str | None = None
    trigger_params: PipelineShowTriggerParams | None = None
    triggered_at: datetime | None = None
    triggered_by: str | None = None
    type_: str | None = None
    workflows: list[PipelineWorkflow] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "Pipeline")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.abort_reason = (
            value if (value := get("abort_reason")) is None or type(value) is str else text(value, "abort_reason")
        )
        model.app = None if (value := get("app")) is None else PipelineApp.from_dict(value)
        model.attempts = (
            None
            if (value := get("attempts")) is None
            else [PipelineAttempt.from_dict(item) for item in array(value, "attempts")]
        )
        model.credit_cost = get("credit_cost")
        model.current_attempt_id = (
            value
            if (value := get("current_attempt_id")) is None or type(value) is str
            else text(value, "current_attempt_id")
        )
        model.finished_at = optional_time(get("finished_at"), "finished_at", texts)
        model.name = value if (value := get("name")) is None or type(value) is str else text(value, "name")
        model.number_in_app_scope = (
            value
            if (value := get("number_in_app_scope")) is None or type(value) is int
            else integer(value, "number_in_app_scope")
        )
        model.put_on_hold_at = optional_time(get("put_on_hold_at"), "put_on_hold_at", texts)
        model.rebuildable = (
            value if (value := get("rebuildable")) is None or type(value) is bool else boolean(value, "rebuildable")
        )
        model.stages = (
            None
            if (value := get("stages")) is None
            else [PipelineStage.from_dict(item) for item in array(value, "stages")]
        )
        model.started_at = optional_time(get("started_at"), "started_at", texts)
        model.status = None if (value := get("status")) is None else open_enum(PipelineStatus, value, str, "status")
        model.trigger_params = (
            None if (value := get("trigger_params")) is None else PipelineShowTriggerParams.from_dict(value)
        )
        model.triggered_at = optional_time(get("triggered_at"), "triggered_at", texts)
        model.triggered_by = (
            value if (value := get("triggered_by")) is None or type(value) is str else text(value, "triggered_by")
        )
        model.type_ = value if (value := get("type")) is None or type(value) is str else text(value, "type")
        model.workflows = (
            None
            if (value := get("workflows")) is None
            else [PipelineWorkflow.from_dict(item) for item in array(value, "workflows")]
        )
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.abort_reason is not None:
            result["abort_reason"] = self.abort_reason
        if self.app is not None:
            result["app"] = self.app.to_dict()
        if self.attempts is not None:
            result["attempts"] = [item.to_dict() for item in self.attempts]
        if self.credit_cost is not None:
            result["credit_cost"] = self.credit_cost
        if self.current_attempt_id is not None:
            result["current_attempt_id"] = self.current_attempt_id
        if (text := self._text("finished_at", self.finished_at)) is not None:
            result["finished_at"] = text
        if self.name is not None:
            result["name"] = self.name
        if self.number_in_app_scope is not None:
            result["number_in_app_scope"] = self.number_in_app_scope
        if (text := self._text("put_on_hold_at", self.put_on_hold_at)) is not None:
            result["put_on_hold_at"] = text
        if self.rebuildable is not None:
            result["rebuildable"] = self.rebuildable
        if self.stages is not None:
            result["stages"] = [item.to_dict() for item in self.stages]
        if (text := self._text("started_at", self.started_at)) is not None:
            result["started_at"] = text
        if self.status is not None:
            result["status"] = str(self.status)
        if self.trigger_params is not None:
            result["trigger_params"] = self.trigger_params.to_dict()
        if (text := self._text("triggered_at", self.triggered_at)) is not None:
            result["triggered_at"] = text
        if self.triggered_by is not None:
            result["triggered_by"] = self.triggered_by
        if self.type_ is not None:
            result["type"] = self.type_
        if self.workflows is not None:
            result["workflows"] = [item.to_dict() for item in self.workflows]
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "abort_reason",
        "app",
        "attempts",
        "credit_cost",
        "current_attempt_id",
        "finished_at",
        "name",
        "number_in_app_scope",
        "put_on_hold_at",
        "rebuildable",
        "stages",
        "started_at",
        "status",
        "trigger_params",
        "triggered_at",
        "triggered_by",
        "type",
        "workflows",
    )
)

from .pipeline_app import PipelineApp  # noqa: E402
from .pipeline_attempt import PipelineAttempt  # noqa: E402
from .pipeline_show_trigger_params import PipelineShowTriggerParams  # noqa: E402
from .pipeline_stage import PipelineStage  # noqa: E402
from .pipeline_status import PipelineStatus  # noqa: E402
from .pipeline_workflow import PipelineWorkflow  # noqa: E402

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class PipelineWorkflow(Model):
    """A workflow of a pipeline.

    Attributes:
        start_failure_reason: Why the workflow could not start; empty so far.
    """

    id: str
    credit_cost: Any = None
    depends_on: list[str] | None = None
    external_id: str | None = None
    finished_at: datetime | None = None
    is_generator: bool | None = None
    name: str | None = None
    start_failure_reason: str | None = None
    started_at: datetime | None = None
    status: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelineWorkflow")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.credit_cost = get("credit_cost")
        model.depends_on = (
            None
            if (value := get("depends_on")) is None
            else [text(item, "depends_on") for item in array(value, "depends_on")]
        )
        model.external_id = (
            value if (value := get("external_id")) is None or type(value) is str else text(value, "external_id")
        )
        model.finished_at = optional_time(get("finished_at"), "finished_at", texts)
        model.is_generator = (
            value if (value := get("is_generator")) is None or type(value) is bool else boolean(value, "is_generator")
        )
        model.name = value if (value := get("name")) is None or type(value) is str else text(value, "name")
        model.start_failure_reason = (
            value
            if (value := get("startFailureReason")) is None or type(value) is str
            else text(value, "startFailureReason")
        )
        model.started_at = optional_time(get("started_at"), "started_at", texts)
        model.status = value if (value := get("status")) is None or type(value) is str else text(value, "status")
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
        if self.credit_cost is not None:
            result["credit_cost"] = self.credit_cost
        if self.depends_on is not None:
            result["depends_on"] = self.depends_on
        if self.external_id is not None:
            result["external_id"] = self.external_id
        if (text := self._text("finished_at", self.finished_at)) is not None:
            result["finished_at"] = text
        if self.is_generator is not None:
            result["is_generator"] = self.is_generator
        if self.name is not None:
            result["name"] = self.name
        if self.start_failure_reason is not None:
            result["startFailureReason"] = self.start_failure_reason
        if (text := self._text("started_at", self.started_at)) is not None:
            result["started_at"] = text
        if self.status is not None:
            result["status"] = self.status
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "credit_cost",
        "depends_on",
        "external_id",
        "finished_at",
        "is_generator",
        "name",
        "startFailureReason",
        "started_at",
        "status",
    )
)

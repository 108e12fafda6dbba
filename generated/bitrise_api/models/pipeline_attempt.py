from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class PipelineAttempt(Model):
    """One attempt at running a pipeline."""

    id: str
    number_in_pipeline_build_scope: int | None = None
    status: str | None = None
    triggered_at: datetime | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelineAttempt")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.number_in_pipeline_build_scope = (
            value
            if (value := get("number_in_pipeline_build_scope")) is None or type(value) is int
            else integer(value, "number_in_pipeline_build_scope")
        )
        model.status = value if (value := get("status")) is None or type(value) is str else text(value, "status")
        model.triggered_at = optional_time(get("triggered_at"), "triggered_at", texts)
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
        if self.number_in_pipeline_build_scope is not None:
            result["number_in_pipeline_build_scope"] = self.number_in_pipeline_build_scope
        if self.status is not None:
            result["status"] = self.status
        if (text := self._text("triggered_at", self.triggered_at)) is not None:
            result["triggered_at"] = text
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "number_in_pipeline_build_scope",
        "status",
        "triggered_at",
    )
)

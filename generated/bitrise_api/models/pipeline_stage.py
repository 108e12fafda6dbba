from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping, text
from ..types import Model


@define(kw_only=True)
class PipelineStage(Model):
    """A stage of a pipeline."""

    id: str
    name: str | None = None
    workflows: list[PipelineWorkflow] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelineStage")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.name = value if (value := get("name")) is None or type(value) is str else text(value, "name")
        model.workflows = (
            None
            if (value := get("workflows")) is None
            else [PipelineWorkflow.from_dict(item) for item in array(value, "workflows")]
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.name is not None:
            result["name"] = self.name
        if self.workflows is not None:
            result["workflows"] = [item.to_dict() for item in self.workflows]
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "name",
        "workflows",
    )
)

from .pipeline_workflow import PipelineWorkflow  # noqa: E402

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class PipelineRebuildParams(Model):
    """How a pipeline is run again.

    Attributes:
        partial: Whether only the workflows that failed run again.
    """

    partial: bool | None = None
    triggered_by: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelineRebuildParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.partial = value if (value := get("partial")) is None or type(value) is bool else boolean(value, "partial")
        model.triggered_by = (
            value if (value := get("triggered_by")) is None or type(value) is str else text(value, "triggered_by")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.partial is not None:
            result["partial"] = self.partial
        if self.triggered_by is not None:
            result["triggered_by"] = self.triggered_by
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "partial",
        "triggered_by",
    )
)

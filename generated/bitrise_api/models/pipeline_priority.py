from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping
from ..types import Model


@define(kw_only=True)
class PipelinePriority(Model):
    """The priority that a pipeline was started with."""

    priority: int | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelinePriority")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.priority = (
            value if (value := get("priority")) is None or type(value) is int else integer(value, "priority")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.priority is not None:
            result["priority"] = self.priority
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("priority",))

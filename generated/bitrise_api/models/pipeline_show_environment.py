from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class PipelineShowEnvironment(Model):
    """An environment variable that a pipeline was started with."""

    is_expand: bool | None = None
    key: str | None = None
    value: Any = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelineShowEnvironment")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.is_expand = (
            value if (value := get("is_expand")) is None or type(value) is bool else boolean(value, "is_expand")
        )
        model.key = value if (value := get("key")) is None or type(value) is str else text(value, "key")
        model.value = get("value")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.is_expand is not None:
            result["is_expand"] = self.is_expand
        if self.key is not None:
            result["key"] = self.key
        if self.value is not None:
            result["value"] = self.value
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "is_expand",
        "key",
        "value",
    )
)

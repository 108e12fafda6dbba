from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class StepInput(Model):
    """An input or an output of a step.

    Attributes:
        value_options: The values it may have, when they are limited.
    """

    name: str
    default_value: str | None = None
    description: str | None = None
    is_required: bool | None = None
    is_sensitive: bool | None = None
    summary: str | None = None
    title: str | None = None
    value_options: list[str] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "StepInput")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.name = value if type(value := data["name"]) is str else text(value, "name")
        model.default_value = (
            value if (value := get("default_value")) is None or type(value) is str else text(value, "default_value")
        )
        model.description = (
            value if (value := get("description")) is None or type(value) is str else text(value, "description")
        )
        model.is_required = (
            value if (value := get("is_required")) is None or type(value) is bool else boolean(value, "is_required")
        )
        model.is_sensitive = (
            value if (value := get("is_sensitive")) is None or type(value) is bool else boolean(value, "is_sensitive")
        )
        model.summary = value if (value := get("summary")) is None or type(value) is str else text(value, "summary")
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        model.value_options = (
            None
            if (value := get("value_options")) is None
            else [text(item, "value_options") for item in array(value, "value_options")]
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "name": self.name,
        }
        if self.default_value is not None:
            result["default_value"] = self.default_value
        if self.description is not None:
            result["description"] = self.description
        if self.is_required is not None:
            result["is_required"] = self.is_required
        if self.is_sensitive is not None:
            result["is_sensitive"] = self.is_sensitive
        if self.summary is not None:
            result["summary"] = self.summary
        if self.title is not None:
            result["title"] = self.title
        if self.value_options is not None:
            result["value_options"] = self.value_options
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "name",
        "default_value",
        "description",
        "is_required",
        "is_sensitive",
        "summary",
        "title",
        "value_options",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class BuildToolInvocation(Model):
    """A run of a build tool within a pipeline."""

    invocation_id: str
    tool: str | None = None
    tool_version: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildToolInvocation")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.invocation_id = value if type(value := data["invocation_id"]) is str else text(value, "invocation_id")
        model.tool = value if (value := get("tool")) is None or type(value) is str else text(value, "tool")
        model.tool_version = (
            value if (value := get("tool_version")) is None or type(value) is str else text(value, "tool_version")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "invocation_id": self.invocation_id,
        }
        if self.tool is not None:
            result["tool"] = self.tool
        if self.tool_version is not None:
            result["tool_version"] = self.tool_version
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "invocation_id",
        "tool",
        "tool_version",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class PipelineArtifact(Model):
    """A file that a pipeline left."""

    id: str
    artifact_type: str | None = None
    title: str | None = None
    version_code: str | None = None
    version_name: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelineArtifact")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.artifact_type = (
            value if (value := get("artifact_type")) is None or type(value) is str else text(value, "artifact_type")
        )
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        model.version_code = (
            value if (value := get("version_code")) is None or type(value) is str else text(value, "version_code")
        )
        model.version_name = (
            value if (value := get("version_name")) is None or type(value) is str else text(value, "version_name")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.artifact_type is not None:
            result["artifact_type"] = self.artifact_type
        if self.title is not None:
            result["title"] = self.title
        if self.version_code is not None:
            result["version_code"] = self.version_code
        if self.version_name is not None:
            result["version_name"] = self.version_name
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "artifact_type",
        "title",
        "version_code",
        "version_name",
    )
)

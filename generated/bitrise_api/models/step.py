from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class Step(Model):
    """A step of the step library.

    Attributes:
        maintainer: Who maintains the step: bitrise, verified or community.
    """

    id: str
    step_ref: str
    description: str | None = None
    inputs: list[StepInput] | None = None
    is_deprecated: bool | None = None
    is_latest: bool | None = None
    latest_version_number: str | None = None
    maintainer: str | None = None
    outputs: list[StepInput] | None = None
    summary: str | None = None
    title: str | None = None
    version: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "Step")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.step_ref = value if type(value := data["step_ref"]) is str else text(value, "step_ref")
        model.description = (
            value if (value := get("description")) is None or type(value) is str else text(value, "description")
        )
        model.inputs = (
            None if (value := get("inputs")) is None else [StepInput.from_dict(item) for item in array(value, "inputs")]
        )
        model.is_deprecated = (
            value if (value := get("is_deprecated")) is None or type(value) is bool else boolean(value, "is_deprecated")
        )
        model.is_latest = (
            value if (value := get("is_latest")) is None or type(value) is bool else boolean(value, "is_latest")
        )
        model.latest_version_number = (
            value
            if (value := get("latest_version_number")) is None or type(value) is str
            else text(value, "latest_version_number")
        )
        model.maintainer = (
            value if (value := get("maintainer")) is None or type(value) is str else text(value, "maintainer")
        )
        model.outputs = (
            None
            if (value := get("outputs")) is None
            else [StepInput.from_dict(item) for item in array(value, "outputs")]
        )
        model.summary = value if (value := get("summary")) is None or type(value) is str else text(value, "summary")
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        model.version = value if (value := get("version")) is None or type(value) is str else text(value, "version")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
            "step_ref": self.step_ref,
        }
        if self.description is not None:
            result["description"] = self.description
        if self.inputs is not None:
            result["inputs"] = [item.to_dict() for item in self.inputs]
        if self.is_deprecated is not None:
            result["is_deprecated"] = self.is_deprecated
        if self.is_latest is not None:
            result["is_latest"] = self.is_latest
        if self.latest_version_number is not None:
            result["latest_version_number"] = self.latest_version_number
        if self.maintainer is not None:
            result["maintainer"] = self.maintainer
        if self.outputs is not None:
            result["outputs"] = [item.to_dict() for item in self.outputs]
        if self.summary is not None:
            result["summary"] = self.summary
        if self.title is not None:
            result["title"] = self.title
        if self.version is not None:
            result["version"] = self.version
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "step_ref",
        "description",
        "inputs",
        "is_deprecated",
        "is_latest",
        "latest_version_number",
        "maintainer",
        "outputs",
        "summary",
        "title",
        "version",
    )
)

from .step_input import StepInput  # noqa: E402

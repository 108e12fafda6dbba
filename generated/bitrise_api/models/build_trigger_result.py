from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, text
from ..types import Model


@define(kw_only=True)
class BuildTriggerResult(Model):
    """A build or a pipeline that was started.

    Attributes:
        build_slug: Slug of the build that was started.
    """

    build_number: int | None = None
    build_slug: str | None = None
    build_url: str | None = None
    message: str | None = None
    status: str | None = None
    triggered_pipeline: str | None = None
    triggered_workflow: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildTriggerResult")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.build_number = (
            value if (value := get("build_number")) is None or type(value) is int else integer(value, "build_number")
        )
        model.build_slug = (
            value if (value := get("build_slug")) is None or type(value) is str else text(value, "build_slug")
        )
        model.build_url = (
            value if (value := get("build_url")) is None or type(value) is str else text(value, "build_url")
        )
        model.message = value if (value := get("message")) is None or type(value) is str else text(value, "message")
        model.status = value if (value := get("status")) is None or type(value) is str else text(value, "status")
        model.triggered_pipeline = (
            value
            if (value := get("triggered_pipeline")) is None or type(value) is str
            else text(value, "triggered_pipeline")
        )
        model.triggered_workflow = (
            value
            if (value := get("triggered_workflow")) is None or type(value) is str
            else text(value, "triggered_workflow")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.build_number is not None:
            result["build_number"] = self.build_number
        if self.build_slug is not None:
            result["build_slug"] = self.build_slug
        if self.build_url is not None:
            result["build_url"] = self.build_url
        if self.message is not None:
            result["message"] = self.message
        if self.status is not None:
            result["status"] = self.status
        if self.triggered_pipeline is not None:
            result["triggered_pipeline"] = self.triggered_pipeline
        if self.triggered_workflow is not None:
            result["triggered_workflow"] = self.triggered_workflow
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "build_number",
        "build_slug",
        "build_url",
        "message",
        "status",
        "triggered_pipeline",
        "triggered_workflow",
    )
)

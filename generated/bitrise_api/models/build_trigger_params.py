from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class BuildTriggerParams(Model):
    """The build to start.

    Attributes:
        triggered_by: Who or what starts the build, shown with it.
    """

    build_params: BuildParams | None = None
    hook_info: BuildHookInfo | None = None
    triggered_by: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildTriggerParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.build_params = None if (value := get("build_params")) is None else BuildParams.from_dict(value)
        model.hook_info = None if (value := get("hook_info")) is None else BuildHookInfo.from_dict(value)
        model.triggered_by = (
            value if (value := get("triggered_by")) is None or type(value) is str else text(value, "triggered_by")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.build_params is not None:
            result["build_params"] = self.build_params.to_dict()
        if self.hook_info is not None:
            result["hook_info"] = self.hook_info.to_dict()
        if self.triggered_by is not None:
            result["triggered_by"] = self.triggered_by
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "build_params",
        "hook_info",
        "triggered_by",
    )
)

from .build_hook_info import BuildHookInfo  # noqa: E402
from .build_params import BuildParams  # noqa: E402

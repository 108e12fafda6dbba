from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class AppFinishParams(Model):
    """Kind, stack and owner of an app that is being added.

    Attributes:
        project_type: Kind of app, such as ios, android, flutter, react-native or other.
        stack_id: The stack to build on, by its id.
        config: Name of the configuration to begin with.
        envs: Environment variables of the app, by name.
        flow_type: Which way of adding an app the client follows.
        mode: `manual`.
        organization_slug: Slug of the organization to own the app; the token's user when not given.
    """

    project_type: str
    stack_id: str
    config: str | None = None
    envs: dict[str, str] | None = None
    flow_type: str | None = None
    mode: str | None = None
    organization_slug: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AppFinishParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.project_type = value if type(value := data["project_type"]) is str else text(value, "project_type")
        model.stack_id = value if type(value := data["stack_id"]) is str else text(value, "stack_id")
        model.config = value if (value := get("config")) is None or type(value) is str else text(value, "config")
        model.envs = (
            None
            if (value := get("envs")) is None
            else {key: text(item, "envs") for key, item in mapping(value, "envs").items()}
        )
        model.flow_type = (
            value if (value := get("flow_type")) is None or type(value) is str else text(value, "flow_type")
        )
        model.mode = value if (value := get("mode")) is None or type(value) is str else text(value, "mode")
        model.organization_slug = (
            value
            if (value := get("organization_slug")) is None or type(value) is str
            else text(value, "organization_slug")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "project_type": self.project_type,
            "stack_id": self.stack_id,
        }
        if self.config is not None:
            result["config"] = self.config
        if self.envs is not None:
            result["envs"] = self.envs
        if self.flow_type is not None:
            result["flow_type"] = self.flow_type
        if self.mode is not None:
            result["mode"] = self.mode
        if self.organization_slug is not None:
            result["organization_slug"] = self.organization_slug
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "project_type",
        "stack_id",
        "config",
        "envs",
        "flow_type",
        "mode",
        "organization_slug",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class OwnerAddon(Model):
    """An add-on with the apps of one owner that use it."""

    id: str
    apps: list[AddonApp] | None = None
    documentation_url: str | None = None
    has_ui: bool | None = None
    icon: str | None = None
    is_beta: bool | None = None
    summary: str | None = None
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "OwnerAddon")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.apps = (
            None if (value := get("apps")) is None else [AddonApp.from_dict(item) for item in array(value, "apps")]
        )
        model.documentation_url = (
            value
            if (value := get("documentation_url")) is None or type(value) is str
            else text(value, "documentation_url")
        )
        model.has_ui = value if (value := get("has_ui")) is None or type(value) is bool else boolean(value, "has_ui")
        model.icon = value if (value := get("icon")) is None or type(value) is str else text(value, "icon")
        model.is_beta = value if (value := get("is_beta")) is None or type(value) is bool else boolean(value, "is_beta")
        model.summary = value if (value := get("summary")) is None or type(value) is str else text(value, "summary")
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.apps is not None:
            result["apps"] = [item.to_dict() for item in self.apps]
        if self.documentation_url is not None:
            result["documentation_url"] = self.documentation_url
        if self.has_ui is not None:
            result["has_ui"] = self.has_ui
        if self.icon is not None:
            result["icon"] = self.icon
        if self.is_beta is not None:
            result["is_beta"] = self.is_beta
        if self.summary is not None:
            result["summary"] = self.summary
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "apps",
        "documentation_url",
        "has_ui",
        "icon",
        "is_beta",
        "summary",
        "title",
    )
)

from .addon_app import AddonApp  # noqa: E402

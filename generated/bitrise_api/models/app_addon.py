from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import array, boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class AppAddon(Model):
    """An add-on as seen from one app."""

    id: str
    description: str | None = None
    documentation_url: str | None = None
    has_ui: bool | None = None
    icon: str | None = None
    is_beta: bool | None = None
    is_enabled: bool | None = None
    login_url: str | None = field(repr=False, default=None)
    plan: AddonPlan | None = None
    scopes: list[str] | None = None
    setup_guide: AddonSetupGuide | None = None
    summary: str | None = None
    terms_url: str | None = None
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AppAddon")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.description = (
            value if (value := get("description")) is None or type(value) is str else text(value, "description")
        )
        model.documentation_url = (
            value
            if (value := get("documentation_url")) is None or type(value) is str
            else text(value, "documentation_url")
        )
        model.has_ui = value if (value := get("has_ui")) is None or type(value) is bool else boolean(value, "has_ui")
        model.icon = value if (value := get("icon")) is None or type(value) is str else text(value, "icon")
        model.is_beta = value if (value := get("is_beta")) is None or type(value) is bool else boolean(value, "is_beta")
        model.is_enabled = (
            value if (value := get("is_enabled")) is None or type(value) is bool else boolean(value, "is_enabled")
        )
        model.login_url = (
            value if (value := get("login_url")) is None or type(value) is str else text(value, "login_url")
        )
        model.plan = None if (value := get("plan")) is None else AddonPlan.from_dict(value)
        model.scopes = (
            None if (value := get("scopes")) is None else [text(item, "scopes") for item in array(value, "scopes")]
        )
        model.setup_guide = None if (value := get("setup_guide")) is None else AddonSetupGuide.from_dict(value)
        model.summary = value if (value := get("summary")) is None or type(value) is str else text(value, "summary")
        model.terms_url = (
            value if (value := get("terms_url")) is None or type(value) is str else text(value, "terms_url")
        )
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.description is not None:
            result["description"] = self.description
        if self.documentation_url is not None:
            result["documentation_url"] = self.documentation_url
        if self.has_ui is not None:
            result["has_ui"] = self.has_ui
        if self.icon is not None:
            result["icon"] = self.icon
        if self.is_beta is not None:
            result["is_beta"] = self.is_beta
        if self.is_enabled is not None:
            result["is_enabled"] = self.is_enabled
        if self.login_url is not None:
            result["login_url"] = self.login_url
        if self.plan is not None:
            result["plan"] = self.plan.to_dict()
        if self.scopes is not None:
            result["scopes"] = self.scopes
        if self.setup_guide is not None:
            result["setup_guide"] = self.setup_guide.to_dict()
        if self.summary is not None:
            result["summary"] = self.summary
        if self.terms_url is not None:
            result["terms_url"] = self.terms_url
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "description",
        "documentation_url",
        "has_ui",
        "icon",
        "is_beta",
        "is_enabled",
        "login_url",
        "plan",
        "scopes",
        "setup_guide",
        "summary",
        "terms_url",
        "title",
    )
)

from .addon_plan import AddonPlan  # noqa: E402
from .addon_setup_guide import AddonSetupGuide  # noqa: E402

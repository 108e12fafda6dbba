from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class AddonApp(Model):
    """An app that uses an add-on.

    Attributes:
        icon: May be null.
    """

    slug: str
    icon: str | None = None
    plan: AddonPlan | None = None
    plan_started_at: datetime | None = None
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AddonApp")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.icon = value if (value := get("icon")) is None or type(value) is str else text(value, "icon")
        model.plan = None if (value := get("plan")) is None else AddonPlan.from_dict(value)
        model.plan_started_at = optional_time(get("plan_started_at"), "plan_started_at", texts)
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
        }
        if self.icon is not None:
            result["icon"] = self.icon
        if self.plan is not None:
            result["plan"] = self.plan.to_dict()
        if (text := self._text("plan_started_at", self.plan_started_at)) is not None:
            result["plan_started_at"] = text
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "icon",
        "plan",
        "plan_started_at",
        "title",
    )
)

from .addon_plan import AddonPlan  # noqa: E402

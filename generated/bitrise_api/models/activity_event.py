from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class ActivityEvent(Model):
    """Something that happened in an app.

    Attributes:
        description: May be null.
        event_icon: May be null.
        event_stype: Kind of event.
        target_path_string: May be null.
        title: May be null.
    """

    slug: str
    created_at: datetime | None = None
    description: str | None = None
    event_icon: str | None = None
    event_stype: str | None = None
    repository_avatar_icon_url: str | None = None
    repository_title: str | None = None
    target_path_string: str | None = None
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ActivityEvent")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.description = (
            value if (value := get("description")) is None or type(value) is str else text(value, "description")
        )
        model.event_icon = (
            value if (value := get("event_icon")) is None or type(value) is str else text(value, "event_icon")
        )
        model.event_stype = (
            value if (value := get("event_stype")) is None or type(value) is str else text(value, "event_stype")
        )
        model.repository_avatar_icon_url = (
            value
            if (value := get("repository_avatar_icon_url")) is None or type(value) is str
            else text(value, "repository_avatar_icon_url")
        )
        model.repository_title = (
            value
            if (value := get("repository_title")) is None or type(value) is str
            else text(value, "repository_title")
        )
        model.target_path_string = (
            value
            if (value := get("target_path_string")) is None or type(value) is str
            else text(value, "target_path_string")
        )
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
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if self.description is not None:
            result["description"] = self.description
        if self.event_icon is not None:
            result["event_icon"] = self.event_icon
        if self.event_stype is not None:
            result["event_stype"] = self.event_stype
        if self.repository_avatar_icon_url is not None:
            result["repository_avatar_icon_url"] = self.repository_avatar_icon_url
        if self.repository_title is not None:
            result["repository_title"] = self.repository_title
        if self.target_path_string is not None:
            result["target_path_string"] = self.target_path_string
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "created_at",
        "description",
        "event_icon",
        "event_stype",
        "repository_avatar_icon_url",
        "repository_title",
        "target_path_string",
        "title",
    )
)

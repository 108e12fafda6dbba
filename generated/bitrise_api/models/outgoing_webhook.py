from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class OutgoingWebhook(Model):
    """A webhook that an app calls.

    Attributes:
        events: What it is told of: `all`, `build` or `pipeline`.
        headers: Headers sent with every call, by name.
    """

    slug: str
    url: str
    created_at: datetime | None = None
    events: list[str] | None = None
    headers: dict[str, Any] | None = None
    registered_by_addon: bool | None = None
    updated_at: datetime | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "OutgoingWebhook")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.url = value if type(value := data["url"]) is str else text(value, "url")
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.events = (
            None if (value := get("events")) is None else [text(item, "events") for item in array(value, "events")]
        )
        model.headers = value if (value := get("headers")) is None or type(value) is dict else mapping(value, "headers")
        model.registered_by_addon = (
            value
            if (value := get("registered_by_addon")) is None or type(value) is bool
            else boolean(value, "registered_by_addon")
        )
        model.updated_at = optional_time(get("updated_at"), "updated_at", texts)
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "url": self.url,
        }
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if self.events is not None:
            result["events"] = self.events
        if self.headers is not None:
            result["headers"] = self.headers
        if self.registered_by_addon is not None:
            result["registered_by_addon"] = self.registered_by_addon
        if (text := self._text("updated_at", self.updated_at)) is not None:
            result["updated_at"] = text
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "url",
        "created_at",
        "events",
        "headers",
        "registered_by_addon",
        "updated_at",
    )
)

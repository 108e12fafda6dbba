from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class BuildRequest(Model):
    """A build that waits for approval."""

    slug: str
    build_params: dict[str, Any] | None = None
    created_at: datetime | None = None
    pull_request_url: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildRequest")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.build_params = (
            value if (value := get("build_params")) is None or type(value) is dict else mapping(value, "build_params")
        )
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.pull_request_url = (
            value
            if (value := get("pull_request_url")) is None or type(value) is str
            else text(value, "pull_request_url")
        )
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
        if self.build_params is not None:
            result["build_params"] = self.build_params
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if self.pull_request_url is not None:
            result["pull_request_url"] = self.pull_request_url
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "build_params",
        "created_at",
        "pull_request_url",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class CacheItem(Model):
    """An entry of an app's key-value cache.

    Attributes:
        archive_size: Size in bytes.
    """

    id: str
    app_id: str | None = None
    archive_filename: str | None = None
    archive_size: int | None = None
    cache_key: str | None = None
    created_at: datetime | None = None
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    storage_provider: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "CacheItem")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.app_id = value if (value := get("app_id")) is None or type(value) is str else text(value, "app_id")
        model.archive_filename = (
            value
            if (value := get("archive_filename")) is None or type(value) is str
            else text(value, "archive_filename")
        )
        model.archive_size = (
            value if (value := get("archive_size")) is None or type(value) is int else integer(value, "archive_size")
        )
        model.cache_key = (
            value if (value := get("cache_key")) is None or type(value) is str else text(value, "cache_key")
        )
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.expires_at = optional_time(get("expires_at"), "expires_at", texts)
        model.last_used_at = optional_time(get("last_used_at"), "last_used_at", texts)
        model.storage_provider = (
            value
            if (value := get("storage_provider")) is None or type(value) is str
            else text(value, "storage_provider")
        )
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.app_id is not None:
            result["app_id"] = self.app_id
        if self.archive_filename is not None:
            result["archive_filename"] = self.archive_filename
        if self.archive_size is not None:
            result["archive_size"] = self.archive_size
        if self.cache_key is not None:
            result["cache_key"] = self.cache_key
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if (text := self._text("expires_at", self.expires_at)) is not None:
            result["expires_at"] = text
        if (text := self._text("last_used_at", self.last_used_at)) is not None:
            result["last_used_at"] = text
        if self.storage_provider is not None:
            result["storage_provider"] = self.storage_provider
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "app_id",
        "archive_filename",
        "archive_size",
        "cache_key",
        "created_at",
        "expires_at",
        "last_used_at",
        "storage_provider",
    )
)

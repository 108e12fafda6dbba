from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class AppleApiCredential(Model):
    """A key for Apple's API that a user has."""

    slug: str
    created_at: datetime | None = None
    is_enterprise_account: bool | None = None
    issuer_id: str | None = None
    key_id: str | None = None
    name: str | None = None
    updated_at: datetime | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AppleApiCredential")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.is_enterprise_account = (
            value
            if (value := get("is_enterprise_account")) is None or type(value) is bool
            else boolean(value, "is_enterprise_account")
        )
        model.issuer_id = (
            value if (value := get("issuer_id")) is None or type(value) is str else text(value, "issuer_id")
        )
        model.key_id = value if (value := get("key_id")) is None or type(value) is str else text(value, "key_id")
        model.name = value if (value := get("name")) is None or type(value) is str else text(value, "name")
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
        }
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if self.is_enterprise_account is not None:
            result["is_enterprise_account"] = self.is_enterprise_account
        if self.issuer_id is not None:
            result["issuer_id"] = self.issuer_id
        if self.key_id is not None:
            result["key_id"] = self.key_id
        if self.name is not None:
            result["name"] = self.name
        if (text := self._text("updated_at", self.updated_at)) is not None:
            result["updated_at"] = text
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "created_at",
        "is_enterprise_account",
        "issuer_id",
        "key_id",
        "name",
        "updated_at",
    )
)

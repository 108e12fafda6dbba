from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class GoogleServiceCredentialCreated(Model):
    """The Google service account that was added."""

    created_at: datetime | None = None
    id: str | None = None
    name: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "GoogleServiceCredentialCreated")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.id = value if (value := get("id")) is None or type(value) is str else text(value, "id")
        model.name = value if (value := get("name")) is None or type(value) is str else text(value, "name")
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if self.id is not None:
            result["id"] = self.id
        if self.name is not None:
            result["name"] = self.name
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "created_at",
        "id",
        "name",
    )
)

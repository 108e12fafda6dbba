from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class GoogleServiceCredentialCreateParams(Model):
    """A Google service account to add."""

    credentials: str | None = field(repr=False, default=None)
    name: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "GoogleServiceCredentialCreateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.credentials = (
            value if (value := get("credentials")) is None or type(value) is str else text(value, "credentials")
        )
        model.name = value if (value := get("name")) is None or type(value) is str else text(value, "name")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.credentials is not None:
            result["credentials"] = self.credentials
        if self.name is not None:
            result["name"] = self.name
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "credentials",
        "name",
    )
)

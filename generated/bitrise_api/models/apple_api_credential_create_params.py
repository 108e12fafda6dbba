from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class AppleApiCredentialCreateParams(Model):
    """A key for Apple's API to add."""

    is_enterprise_account: bool | None = None
    issuer_id: str | None = None
    key_id: str | None = None
    name: str | None = None
    private_key: str | None = field(repr=False, default=None)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AppleApiCredentialCreateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
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
        model.private_key = (
            value if (value := get("private_key")) is None or type(value) is str else text(value, "private_key")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.is_enterprise_account is not None:
            result["is_enterprise_account"] = self.is_enterprise_account
        if self.issuer_id is not None:
            result["issuer_id"] = self.issuer_id
        if self.key_id is not None:
            result["key_id"] = self.key_id
        if self.name is not None:
            result["name"] = self.name
        if self.private_key is not None:
            result["private_key"] = self.private_key
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "is_enterprise_account",
        "issuer_id",
        "key_id",
        "name",
        "private_key",
    )
)

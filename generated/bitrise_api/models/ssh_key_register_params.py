from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class SshKeyRegisterParams(Model):
    """The SSH key that an app clones with."""

    auth_ssh_private_key: str = field(repr=False)
    auth_ssh_public_key: str
    is_register_key_into_provider_service: bool | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "SshKeyRegisterParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.auth_ssh_private_key = (
            value if type(value := data["auth_ssh_private_key"]) is str else text(value, "auth_ssh_private_key")
        )
        model.auth_ssh_public_key = (
            value if type(value := data["auth_ssh_public_key"]) is str else text(value, "auth_ssh_public_key")
        )
        model.is_register_key_into_provider_service = (
            value
            if (value := get("is_register_key_into_provider_service")) is None or type(value) is bool
            else boolean(value, "is_register_key_into_provider_service")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "auth_ssh_private_key": self.auth_ssh_private_key,
            "auth_ssh_public_key": self.auth_ssh_public_key,
        }
        if self.is_register_key_into_provider_service is not None:
            result["is_register_key_into_provider_service"] = self.is_register_key_into_provider_service
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "auth_ssh_private_key",
        "auth_ssh_public_key",
        "is_register_key_into_provider_service",
    )
)

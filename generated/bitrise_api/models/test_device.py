from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class TestDevice(Model):
    """A device that test builds can be installed on."""

    device_id: str
    device_type: str | None = None
    owner: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "TestDevice")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.device_id = value if type(value := data["device_id"]) is str else text(value, "device_id")
        model.device_type = (
            value if (value := get("device_type")) is None or type(value) is str else text(value, "device_type")
        )
        model.owner = value if (value := get("owner")) is None or type(value) is str else text(value, "owner")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "device_id": self.device_id,
        }
        if self.device_type is not None:
            result["device_type"] = self.device_type
        if self.owner is not None:
            result["owner"] = self.owner
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "device_id",
        "device_type",
        "owner",
    )
)

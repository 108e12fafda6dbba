from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class AddonFeature(Model):
    """A feature of an add-on's plan."""

    available: bool | None = None
    description: str | None = None
    quantity: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AddonFeature")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.available = (
            value if (value := get("available")) is None or type(value) is bool else boolean(value, "available")
        )
        model.description = (
            value if (value := get("description")) is None or type(value) is str else text(value, "description")
        )
        model.quantity = value if (value := get("quantity")) is None or type(value) is str else text(value, "quantity")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.available is not None:
            result["available"] = self.available
        if self.description is not None:
            result["description"] = self.description
        if self.quantity is not None:
            result["quantity"] = self.quantity
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "available",
        "description",
        "quantity",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class AddonPlan(Model):
    """A plan of an add-on."""

    id: str
    features: list[AddonFeature] | None = None
    name: str | None = None
    price: int | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AddonPlan")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.features = (
            None
            if (value := get("features")) is None
            else [AddonFeature.from_dict(item) for item in array(value, "features")]
        )
        model.name = value if (value := get("name")) is None or type(value) is str else text(value, "name")
        model.price = value if (value := get("price")) is None or type(value) is int else integer(value, "price")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.features is not None:
            result["features"] = [item.to_dict() for item in self.features]
        if self.name is not None:
            result["name"] = self.name
        if self.price is not None:
            result["price"] = self.price
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "features",
        "name",
        "price",
    )
)

from .addon_feature import AddonFeature  # noqa: E402

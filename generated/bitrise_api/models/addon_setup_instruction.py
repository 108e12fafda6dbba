from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class AddonSetupInstruction(Model):
    """One step of setting up an add-on."""

    card_content: str | None = None
    description: str | None = None
    type_: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AddonSetupInstruction")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.card_content = (
            value if (value := get("card_content")) is None or type(value) is str else text(value, "card_content")
        )
        model.description = (
            value if (value := get("description")) is None or type(value) is str else text(value, "description")
        )
        model.type_ = value if (value := get("type")) is None or type(value) is str else text(value, "type")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.card_content is not None:
            result["card_content"] = self.card_content
        if self.description is not None:
            result["description"] = self.description
        if self.type_ is not None:
            result["type"] = self.type_
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "card_content",
        "description",
        "type",
    )
)

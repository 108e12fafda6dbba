from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping, text
from ..types import Model


@define(kw_only=True)
class AddonSetupGuide(Model):
    """How an add-on is set up."""

    instructions: list[AddonSetupInstruction] | None = None
    notification: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AddonSetupGuide")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.instructions = (
            None
            if (value := get("instructions")) is None
            else [AddonSetupInstruction.from_dict(item) for item in array(value, "instructions")]
        )
        model.notification = (
            value if (value := get("notification")) is None or type(value) is str else text(value, "notification")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.instructions is not None:
            result["instructions"] = [item.to_dict() for item in self.instructions]
        if self.notification is not None:
            result["notification"] = self.notification
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "instructions",
        "notification",
    )
)

from .addon_setup_instruction import AddonSetupInstruction  # noqa: E402

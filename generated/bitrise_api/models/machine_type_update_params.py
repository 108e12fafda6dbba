from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class MachineTypeUpdateParams(Model):
    """From which machine type to which apps move."""

    from_machine: str | None = None
    to_machine: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "MachineTypeUpdateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.from_machine = (
            value if (value := get("from_machine")) is None or type(value) is str else text(value, "from_machine")
        )
        model.to_machine = (
            value if (value := get("to_machine")) is None or type(value) is str else text(value, "to_machine")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.from_machine is not None:
            result["from_machine"] = self.from_machine
        if self.to_machine is not None:
            result["to_machine"] = self.to_machine
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "from_machine",
        "to_machine",
    )
)

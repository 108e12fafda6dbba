from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping, text
from ..types import Model


@define(kw_only=True)
class MachineTypesUpdated(Model):
    """Which apps were moved to another machine type.

    Attributes:
        migrated_apps: The apps, as `title (slug)`.
    """

    message: str
    errors: list[MachineTypeUpdateError] | None = None
    migrated_apps: list[str] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "MachineTypesUpdated")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.message = value if type(value := data["message"]) is str else text(value, "message")
        model.errors = (
            None
            if (value := get("errors")) is None
            else [MachineTypeUpdateError.from_dict(item) for item in array(value, "errors")]
        )
        model.migrated_apps = (
            None
            if (value := get("migrated_apps")) is None
            else [text(item, "migrated_apps") for item in array(value, "migrated_apps")]
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "message": self.message,
        }
        if self.errors is not None:
            result["errors"] = [item.to_dict() for item in self.errors]
        if self.migrated_apps is not None:
            result["migrated_apps"] = self.migrated_apps
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "message",
        "errors",
        "migrated_apps",
    )
)

from .machine_type_update_error import MachineTypeUpdateError  # noqa: E402

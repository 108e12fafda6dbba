from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class MachineTypeUpdateError(Model):
    """Why the machine type of one app could not be changed.

    Attributes:
        app: The app.
        error: What is wrong.
    """

    app: str | None = None
    error: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "MachineTypeUpdateError")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.app = value if (value := get("app")) is None or type(value) is str else text(value, "app")
        model.error = value if (value := get("error")) is None or type(value) is str else text(value, "error")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.app is not None:
            result["app"] = self.app
        if self.error is not None:
            result["error"] = self.error
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "app",
        "error",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class Error(Model):
    """What went wrong.

    Attributes:
        error_msg: What is wrong.
        message: What is wrong.
    """

    error_msg: str | None = None
    message: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "Error")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.error_msg = (
            value if (value := get("error_msg")) is None or type(value) is str else text(value, "error_msg")
        )
        model.message = value if (value := get("message")) is None or type(value) is str else text(value, "message")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.error_msg is not None:
            result["error_msg"] = self.error_msg
        if self.message is not None:
            result["message"] = self.message
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "error_msg",
        "message",
    )
)

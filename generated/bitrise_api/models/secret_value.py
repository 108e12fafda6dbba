from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class SecretValue(Model):
    """The value of a secret.

    Attributes:
        value: The value.
    """

    value: str = field(repr=False)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "SecretValue")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.value = value if type(value := data["value"]) is str else text(value, "value")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "value": self.value,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("value",))

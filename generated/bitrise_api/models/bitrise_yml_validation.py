from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping, text
from ..types import Model


@define(kw_only=True)
class BitriseYmlValidation(Model):
    """What is wrong with a bitrise.yml, and what may be.

    Attributes:
        errors: What makes it unusable.
        warnings: What may be meant otherwise.
    """

    errors: list[str] | None = None
    warnings: list[str] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BitriseYmlValidation")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.errors = (
            None if (value := get("errors")) is None else [text(item, "errors") for item in array(value, "errors")]
        )
        model.warnings = (
            None
            if (value := get("warnings")) is None
            else [text(item, "warnings") for item in array(value, "warnings")]
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.errors is not None:
            result["errors"] = self.errors
        if self.warnings is not None:
            result["warnings"] = self.warnings
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "errors",
        "warnings",
    )
)

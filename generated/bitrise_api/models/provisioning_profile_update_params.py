from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping
from ..types import Model


@define(kw_only=True)
class ProvisioningProfileUpdateParams(Model):
    """What to change of a provisioning profile.

    Attributes:
        is_protected: True hides the file for good; it cannot be undone.
        processed: True says that the upload is done; it cannot be undone.
    """

    is_expose: bool | None = None
    is_protected: bool | None = None
    processed: bool | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ProvisioningProfileUpdateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.is_expose = (
            value if (value := get("is_expose")) is None or type(value) is bool else boolean(value, "is_expose")
        )
        model.is_protected = (
            value if (value := get("is_protected")) is None or type(value) is bool else boolean(value, "is_protected")
        )
        model.processed = (
            value if (value := get("processed")) is None or type(value) is bool else boolean(value, "processed")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.is_expose is not None:
            result["is_expose"] = self.is_expose
        if self.is_protected is not None:
            result["is_protected"] = self.is_protected
        if self.processed is not None:
            result["processed"] = self.processed
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "is_expose",
        "is_protected",
        "processed",
    )
)

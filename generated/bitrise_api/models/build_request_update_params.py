from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping
from ..types import Model


@define(kw_only=True)
class BuildRequestUpdateParams(Model):
    """Whether a build that waits may run.

    Attributes:
        is_approved: True to let it run, false to refuse it.
    """

    is_approved: bool

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildRequestUpdateParams")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.is_approved = value if type(value := data["is_approved"]) is bool else boolean(value, "is_approved")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "is_approved": self.is_approved,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("is_approved",))

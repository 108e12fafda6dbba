from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping, text
from ..types import Model


@define(kw_only=True)
class CommitPaths(Model):
    """The files that a commit touched."""

    added: list[str] | None = None
    modified: list[str] | None = None
    removed: list[str] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "CommitPaths")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.added = (
            None if (value := get("added")) is None else [text(item, "added") for item in array(value, "added")]
        )
        model.modified = (
            None
            if (value := get("modified")) is None
            else [text(item, "modified") for item in array(value, "modified")]
        )
        model.removed = (
            None if (value := get("removed")) is None else [text(item, "removed") for item in array(value, "removed")]
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.added is not None:
            result["added"] = self.added
        if self.modified is not None:
            result["modified"] = self.modified
        if self.removed is not None:
            result["removed"] = self.removed
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "added",
        "modified",
        "removed",
    )
)

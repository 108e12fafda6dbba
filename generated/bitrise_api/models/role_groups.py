from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping, text
from ..types import Model


@define(kw_only=True)
class RoleGroups(Model):
    """The groups that have a role on an app.

    Attributes:
        groups: Slugs of groups.
    """

    groups: list[str] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "RoleGroups")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.groups = (
            None if (value := get("groups")) is None else [text(item, "groups") for item in array(value, "groups")]
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.groups is not None:
            result["groups"] = self.groups
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("groups",))

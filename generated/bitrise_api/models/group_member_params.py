from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class GroupMemberParams(Model):
    """The user to put into a group.

    Attributes:
        user_id: Slug of the user.
    """

    user_id: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "GroupMemberParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.user_id = value if (value := get("user_id")) is None or type(value) is str else text(value, "user_id")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.user_id is not None:
            result["user_id"] = self.user_id
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("user_id",))

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping
from ..types import Model


@define(kw_only=True)
class GithubAppConnectionParams(Model):
    """How much the GitHub app may do for an app.

    Attributes:
        use_full_permission_set: Whether all permissions are used.
    """

    use_full_permission_set: bool

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "GithubAppConnectionParams")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.use_full_permission_set = (
            value
            if type(value := data["use_full_permission_set"]) is bool
            else boolean(value, "use_full_permission_set")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "use_full_permission_set": self.use_full_permission_set,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("use_full_permission_set",))

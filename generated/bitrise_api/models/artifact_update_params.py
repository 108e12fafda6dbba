from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping
from ..types import Model


@define(kw_only=True)
class ArtifactUpdateParams(Model):
    """What to change of an artifact.

    Attributes:
        is_public_page_enabled: False to turn the public install page off; it cannot be turned on. For apk and
            ipa only.
    """

    is_public_page_enabled: bool

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ArtifactUpdateParams")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.is_public_page_enabled = (
            value if type(value := data["is_public_page_enabled"]) is bool else boolean(value, "is_public_page_enabled")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "is_public_page_enabled": self.is_public_page_enabled,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("is_public_page_enabled",))

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, open_enum
from ..types import Model


@define(kw_only=True)
class BitriseYmlSettings(Model):
    """Where an app's bitrise.yml is kept."""

    location: BitriseYmlLocation | str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BitriseYmlSettings")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.location = open_enum(BitriseYmlLocation, data["location"], str, "location")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "location": str(self.location),
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("location",))

from .bitrise_yml_location import BitriseYmlLocation  # noqa: E402

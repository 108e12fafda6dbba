from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, open_enum
from ..types import Model


@define(kw_only=True)
class BitriseYmlSettingsUpdateParams(Model):
    """Where to keep an app's bitrise.yml."""

    location: BitriseYmlLocation | str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BitriseYmlSettingsUpdateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.location = (
            None if (value := get("location")) is None else open_enum(BitriseYmlLocation, value, str, "location")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.location is not None:
            result["location"] = str(self.location)
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("location",))

from .bitrise_yml_location import BitriseYmlLocation  # noqa: E402

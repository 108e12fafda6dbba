from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping
from ..types import Model


@define(kw_only=True)
class ProvisioningProfilePage(Model):
    """A page of provisioning profiles."""

    data: list[ProvisioningProfile]
    paging: Paging | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ProvisioningProfilePage")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.data = [ProvisioningProfile.from_dict(item) for item in array(data["data"], "data")]
        model.paging = None if (value := get("paging")) is None else Paging.from_dict(value)
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "data": [item.to_dict() for item in self.data],
        }
        if self.paging is not None:
            result["paging"] = self.paging.to_dict()
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "data",
        "paging",
    )
)

from .paging import Paging  # noqa: E402
from .provisioning_profile import ProvisioningProfile  # noqa: E402

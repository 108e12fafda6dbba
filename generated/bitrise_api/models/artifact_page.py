from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping
from ..types import Model


@define(kw_only=True)
class ArtifactPage(Model):
    """A page of artifacts."""

    data: list[ArtifactListItem]
    paging: Paging | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ArtifactPage")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.data = [ArtifactListItem.from_dict(item) for item in array(data["data"], "data")]
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

from .artifact_list_item import ArtifactListItem  # noqa: E402
from .paging import Paging  # noqa: E402

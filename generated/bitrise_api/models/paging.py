from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, text
from ..types import Model


@define(kw_only=True)
class Paging(Model):
    """Where the next page begins.

    Attributes:
        next_: Cursor to the next page; absent or empty on the last one.
        page_item_limit: Most things on one page.
        total_item_count: Number of things on all pages; 0 whatever there is when all builds are listed.
    """

    next_: str | None = None
    page_item_limit: int | None = None
    total_item_count: int | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "Paging")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.next_ = value if (value := get("next")) is None or type(value) is str else text(value, "next")
        model.page_item_limit = (
            value
            if (value := get("page_item_limit")) is None or type(value) is int
            else integer(value, "page_item_limit")
        )
        model.total_item_count = (
            value
            if (value := get("total_item_count")) is None or type(value) is int
            else integer(value, "total_item_count")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.next_ is not None:
            result["next"] = self.next_
        if self.page_item_limit is not None:
            result["page_item_limit"] = self.page_item_limit
        if self.total_item_count is not None:
            result["total_item_count"] = self.total_item_count
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "next",
        "page_item_limit",
        "total_item_count",
    )
)

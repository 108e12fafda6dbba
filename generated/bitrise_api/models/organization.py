from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class Organization(Model):
    """An organization, called workspace on the website.

    Attributes:
        avatar_icon_url: Address of the picture; null when there is none.
        concurrency_count: How many builds may run at once; null when it is not limited that way.
    """

    slug: str
    name: str
    avatar_icon_url: str | None = None
    concurrency_count: int | None = None
    owners: list[OrganizationOwner] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "Organization")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.name = value if type(value := data["name"]) is str else text(value, "name")
        model.avatar_icon_url = (
            value if (value := get("avatar_icon_url")) is None or type(value) is str else text(value, "avatar_icon_url")
        )
        model.concurrency_count = (
            value
            if (value := get("concurrency_count")) is None or type(value) is int
            else integer(value, "concurrency_count")
        )
        model.owners = (
            None
            if (value := get("owners")) is None
            else [OrganizationOwner.from_dict(item) for item in array(value, "owners")]
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "name": self.name,
        }
        if self.avatar_icon_url is not None:
            result["avatar_icon_url"] = self.avatar_icon_url
        if self.concurrency_count is not None:
            result["concurrency_count"] = self.concurrency_count
        if self.owners is not None:
            result["owners"] = [item.to_dict() for item in self.owners]
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "name",
        "avatar_icon_url",
        "concurrency_count",
        "owners",
    )
)

from .organization_owner import OrganizationOwner  # noqa: E402

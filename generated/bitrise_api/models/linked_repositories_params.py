from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class LinkedRepositoriesParams(Model):
    """The repositories that an app may reach.

    Attributes:
        repositories: Full names, `owner/repository`.
        unlimited_repo_access: Whether it may reach all of them.
    """

    repositories: list[str] | None = None
    unlimited_repo_access: bool | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "LinkedRepositoriesParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.repositories = (
            None
            if (value := get("repositories")) is None
            else [text(item, "repositories") for item in array(value, "repositories")]
        )
        model.unlimited_repo_access = (
            value
            if (value := get("unlimited_repo_access")) is None or type(value) is bool
            else boolean(value, "unlimited_repo_access")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.repositories is not None:
            result["repositories"] = self.repositories
        if self.unlimited_repo_access is not None:
            result["unlimited_repo_access"] = self.unlimited_repo_access
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "repositories",
        "unlimited_repo_access",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class AppUpdateParams(Model):
    """What to change of an app."""

    apple_api_credential_slug: str | None = None
    apple_credential_user_id: int | None = None
    apple_credential_user_slug: str | None = None
    default_branch: str | None = None
    is_public: bool | None = None
    repository_url: str | None = None
    services_credential_user_id: int | None = None
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AppUpdateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.apple_api_credential_slug = (
            value
            if (value := get("apple_api_credential_slug")) is None or type(value) is str
            else text(value, "apple_api_credential_slug")
        )
        model.apple_credential_user_id = (
            value
            if (value := get("apple_credential_user_id")) is None or type(value) is int
            else integer(value, "apple_credential_user_id")
        )
        model.apple_credential_user_slug = (
            value
            if (value := get("apple_credential_user_slug")) is None or type(value) is str
            else text(value, "apple_credential_user_slug")
        )
        model.default_branch = (
            value if (value := get("default_branch")) is None or type(value) is str else text(value, "default_branch")
        )
        model.is_public = (
            value if (value := get("is_public")) is None or type(value) is bool else boolean(value, "is_public")
        )
        model.repository_url = (
            value if (value := get("repository_url")) is None or type(value) is str else text(value, "repository_url")
        )
        model.services_credential_user_id = (
            value
            if (value := get("services_credential_user_id")) is None or type(value) is int
            else integer(value, "services_credential_user_id")
        )
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.apple_api_credential_slug is not None:
            result["apple_api_credential_slug"] = self.apple_api_credential_slug
        if self.apple_credential_user_id is not None:
            result["apple_credential_user_id"] = self.apple_credential_user_id
        if self.apple_credential_user_slug is not None:
            result["apple_credential_user_slug"] = self.apple_credential_user_slug
        if self.default_branch is not None:
            result["default_branch"] = self.default_branch
        if self.is_public is not None:
            result["is_public"] = self.is_public
        if self.repository_url is not None:
            result["repository_url"] = self.repository_url
        if self.services_credential_user_id is not None:
            result["services_credential_user_id"] = self.services_credential_user_id
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "apple_api_credential_slug",
        "apple_credential_user_id",
        "apple_credential_user_slug",
        "default_branch",
        "is_public",
        "repository_url",
        "services_credential_user_id",
        "title",
    )
)

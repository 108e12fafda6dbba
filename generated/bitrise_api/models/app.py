from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class App(Model):
    """An app: a repository that Bitrise builds.

    Attributes:
        avatar_url: Address of the picture; null or empty when there is none.
        owner: Whose app it is; taken for nullable.
        project_type: Kind of app, such as ios or android; null when not known.
        provider: Of the repository; may be null.
        repo_owner: Of the repository; may be null.
        repo_slug: Of the repository; may be null.
        repo_url: Of the repository; may be null.
        status: 1 when the app is ready, -1 while it is being set up.
    """

    slug: str
    title: str
    avatar_url: str | None = None
    is_disabled: bool | None = None
    is_github_checks_enabled: bool | None = None
    is_public: bool | None = None
    owner: Owner | None = None
    project_id: str | None = None
    project_type: str | None = None
    provider: str | None = None
    repo_owner: str | None = None
    repo_slug: str | None = None
    repo_url: str | None = None
    status: int | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "App")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.title = value if type(value := data["title"]) is str else text(value, "title")
        model.avatar_url = (
            value if (value := get("avatar_url")) is None or type(value) is str else text(value, "avatar_url")
        )
        model.is_disabled = (
            value if (value := get("is_disabled")) is None or type(value) is bool else boolean(value, "is_disabled")
        )
        model.is_github_checks_enabled = (
            value
            if (value := get("is_github_checks_enabled")) is None or type(value) is bool
            else boolean(value, "is_github_checks_enabled")
        )
        model.is_public = (
            value if (value := get("is_public")) is None or type(value) is bool else boolean(value, "is_public")
        )
        model.owner = None if (value := get("owner")) is None else Owner.from_dict(value)
        model.project_id = (
            value if (value := get("project_id")) is None or type(value) is str else text(value, "project_id")
        )
        model.project_type = (
            value if (value := get("project_type")) is None or type(value) is str else text(value, "project_type")
        )
        model.provider = value if (value := get("provider")) is None or type(value) is str else text(value, "provider")
        model.repo_owner = (
            value if (value := get("repo_owner")) is None or type(value) is str else text(value, "repo_owner")
        )
        model.repo_slug = (
            value if (value := get("repo_slug")) is None or type(value) is str else text(value, "repo_slug")
        )
        model.repo_url = value if (value := get("repo_url")) is None or type(value) is str else text(value, "repo_url")
        model.status = value if (value := get("status")) is None or type(value) is int else integer(value, "status")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "title": self.title,
        }
        if self.avatar_url is not None:
            result["avatar_url"] = self.avatar_url
        if self.is_disabled is not None:
            result["is_disabled"] = self.is_disabled
        if self.is_github_checks_enabled is not None:
            result["is_github_checks_enabled"] = self.is_github_checks_enabled
        if self.is_public is not None:
            result["is_public"] = self.is_public
        if self.owner is not None:
            result["owner"] = self.owner.to_dict()
        if self.project_id is not None:
            result["project_id"] = self.project_id
        if self.project_type is not None:
            result["project_type"] = self.project_type
        if self.provider is not None:
            result["provider"] = self.provider
        if self.repo_owner is not None:
            result["repo_owner"] = self.repo_owner
        if self.repo_slug is not None:
            result["repo_slug"] = self.repo_slug
        if self.repo_url is not None:
            result["repo_url"] = self.repo_url
        if self.status is not None:
            result["status"] = self.status
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "title",
        "avatar_url",
        "is_disabled",
        "is_github_checks_enabled",
        "is_public",
        "owner",
        "project_id",
        "project_type",
        "provider",
        "repo_owner",
        "repo_slug",
        "repo_url",
        "status",
    )
)

from .owner import Owner  # noqa: E402

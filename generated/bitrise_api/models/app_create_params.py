from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class AppCreateParams(Model):
    """The repository to add as an app.

    Attributes:
        is_public: Whether everyone may see the app.
        default_branch_name: Branch built by default; `master` when not given.
        flow_type: Which way of adding an app the client follows.
        manual_approval_enabled: Whether builds of pull requests from forks wait for approval; they do when not
            given.
        organization_slug: Slug of the organization to own the app; the token's user when not given.
        provider: Git provider, such as github, gitlab, bitbucket, gitlab-self-hosted or custom.
    """

    is_public: bool
    repo_url: str
    default_branch_name: str | None = None
    flow_type: str | None = None
    git_owner: str | None = None
    git_repo_slug: str | None = None
    manual_approval_enabled: bool | None = None
    organization_slug: str | None = None
    provider: str | None = None
    title: str | None = None
    type_: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AppCreateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.is_public = value if type(value := data["is_public"]) is bool else boolean(value, "is_public")
        model.repo_url = value if type(value := data["repo_url"]) is str else text(value, "repo_url")
        model.default_branch_name = (
            value
            if (value := get("default_branch_name")) is None or type(value) is str
            else text(value, "default_branch_name")
        )
        model.flow_type = (
            value if (value := get("flow_type")) is None or type(value) is str else text(value, "flow_type")
        )
        model.git_owner = (
            value if (value := get("git_owner")) is None or type(value) is str else text(value, "git_owner")
        )
        model.git_repo_slug = (
            value if (value := get("git_repo_slug")) is None or type(value) is str else text(value, "git_repo_slug")
        )
        model.manual_approval_enabled = (
            value
            if (value := get("manual_approval_enabled")) is None or type(value) is bool
            else boolean(value, "manual_approval_enabled")
        )
        model.organization_slug = (
            value
            if (value := get("organization_slug")) is None or type(value) is str
            else text(value, "organization_slug")
        )
        model.provider = value if (value := get("provider")) is None or type(value) is str else text(value, "provider")
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        model.type_ = value if (value := get("type")) is None or type(value) is str else text(value, "type")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "is_public": self.is_public,
            "repo_url": self.repo_url,
        }
        if self.default_branch_name is not None:
            result["default_branch_name"] = self.default_branch_name
        if self.flow_type is not None:
            result["flow_type"] = self.flow_type
        if self.git_owner is not None:
            result["git_owner"] = self.git_owner
        if self.git_repo_slug is not None:
            result["git_repo_slug"] = self.git_repo_slug
        if self.manual_approval_enabled is not None:
            result["manual_approval_enabled"] = self.manual_approval_enabled
        if self.organization_slug is not None:
            result["organization_slug"] = self.organization_slug
        if self.provider is not None:
            result["provider"] = self.provider
        if self.title is not None:
            result["title"] = self.title
        if self.type_ is not None:
            result["type"] = self.type_
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "is_public",
        "repo_url",
        "default_branch_name",
        "flow_type",
        "git_owner",
        "git_repo_slug",
        "manual_approval_enabled",
        "organization_slug",
        "provider",
        "title",
        "type",
    )
)

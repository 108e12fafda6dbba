from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class Addon(Model):
    """An add-on that Bitrise offers."""

    id: str
    banner_image: str | None = None
    card_header_colors: list[str] | None = None
    categories: list[str] | None = None
    description: str | None = None
    developer_links: list[AddonDeveloperLink] | None = None
    documentation_url: str | None = None
    has_ui: bool | None = None
    icon: str | None = None
    is_beta: bool | None = None
    plans: list[AddonPlan] | None = None
    platforms: list[str] | None = None
    preview_images: list[str] | None = None
    setup_guide: AddonSetupGuide | None = None
    subtitle: str | None = None
    summary: str | None = None
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "Addon")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.banner_image = (
            value if (value := get("banner_image")) is None or type(value) is str else text(value, "banner_image")
        )
        model.card_header_colors = (
            None
            if (value := get("card_header_colors")) is None
            else [text(item, "card_header_colors") for item in array(value, "card_header_colors")]
        )
        model.categories = (
            None
            if (value := get("categories")) is None
            else [text(item, "categories") for item in array(value, "categories")]
        )
        model.description = (
            value if (value := get("description")) is None or type(value) is str else text(value, "description")
        )
        model.developer_links = (
            None
            if (value := get("developer_links")) is None
            else [AddonDeveloperLink.from_dict(item) for item in array(value, "developer_links")]
        )
        model.documentation_url = (
            value
            if (value := get("documentation_url")) is None or type(value) is str
            else text(value, "documentation_url")
        )
        model.has_ui = value if (value := get("has_ui")) is None or type(value) is bool else boolean(value, "has_ui")
        model.icon = value if (value := get("icon")) is None or type(value) is str else text(value, "icon")
        model.is_beta = value if (value := get("is_beta")) is None or type(value) is bool else boolean(value, "is_beta")
        model.plans = (
            None if (value := get("plans")) is None else [AddonPlan.from_dict(item) for item in array(value, "plans")]
        )
        model.platforms = (
            None
            if (value := get("platforms")) is None
            else [text(item, "platforms") for item in array(value, "platforms")]
        )
        model.preview_images = (
            None
            if (value := get("preview_images")) is None
            else [text(item, "preview_images") for item in array(value, "preview_images")]
        )
        model.setup_guide = None if (value := get("setup_guide")) is None else AddonSetupGuide.from_dict(value)
        model.subtitle = value if (value := get("subtitle")) is None or type(value) is str else text(value, "subtitle")
        model.summary = value if (value := get("summary")) is None or type(value) is str else text(value, "summary")
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.banner_image is not None:
            result["banner_image"] = self.banner_image
        if self.card_header_colors is not None:
            result["card_header_colors"] = self.card_header_colors
        if self.categories is not None:
            result["categories"] = self.categories
        if self.description is not None:
            result["description"] = self.description
        if self.developer_links is not None:
            result["developer_links"] = [item.to_dict() for item in self.developer_links]
        if self.documentation_url is not None:
            result["documentation_url"] = self.documentation_url
        if self.has_ui is not None:
            result["has_ui"] = self.has_ui
        if self.icon is not None:
            result["icon"] = self.icon
        if self.is_beta is not None:
            result["is_beta"] = self.is_beta
        if self.plans is not None:
            result["plans"] = [item.to_dict() for item in self.plans]
        if self.platforms is not None:
            result["platforms"] = self.platforms
        if self.preview_images is not None:
            result["preview_images"] = self.preview_images
        if self.setup_guide is not None:
            result["setup_guide"] = self.setup_guide.to_dict()
        if self.subtitle is not None:
            result["subtitle"] = self.subtitle
        if self.summary is not None:
            result["summary"] = self.summary
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "banner_image",
        "card_header_colors",
        "categories",
        "description",
        "developer_links",
        "documentation_url",
        "has_ui",
        "icon",
        "is_beta",
        "plans",
        "platforms",
        "preview_images",
        "setup_guide",
        "subtitle",
        "summary",
        "title",
    )
)

from .addon_developer_link import AddonDeveloperLink  # noqa: E402
from .addon_plan import AddonPlan  # noqa: E402
from .addon_setup_guide import AddonSetupGuide  # noqa: E402

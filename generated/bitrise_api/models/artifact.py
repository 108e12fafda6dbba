from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class Artifact(Model):
    """A file that a build left, with an address to download it from.

    Attributes:
        file_size_bytes: Size in bytes.
        artifact_meta: What is known of an installable app, free-form; null for plain files.
        artifact_type: May be null.
        expiring_download_url: Presigned address, valid for 10 minutes, fetched without the token; null or
            absent once deleted.
        public_install_page_url: Address of the public install page; empty when there is none.
        title: May be null.
    """

    slug: str
    file_size_bytes: int
    is_public_page_enabled: bool
    artifact_meta: dict[str, Any] | None = None
    artifact_type: str | None = None
    expiring_download_url: str | None = field(repr=False, default=None)
    intermediate_file_info: dict[str, Any] | None = None
    public_install_page_url: str | None = None
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "Artifact")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.file_size_bytes = (
            value if type(value := data["file_size_bytes"]) is int else integer(value, "file_size_bytes")
        )
        model.is_public_page_enabled = (
            value if type(value := data["is_public_page_enabled"]) is bool else boolean(value, "is_public_page_enabled")
        )
        model.artifact_meta = (
            value if (value := get("artifact_meta")) is None or type(value) is dict else mapping(value, "artifact_meta")
        )
        model.artifact_type = (
            value if (value := get("artifact_type")) is None or type(value) is str else text(value, "artifact_type")
        )
        model.expiring_download_url = (
            value
            if (value := get("expiring_download_url")) is None or type(value) is str
            else text(value, "expiring_download_url")
        )
        model.intermediate_file_info = (
            value
            if (value := get("intermediate_file_info")) is None or type(value) is dict
            else mapping(value, "intermediate_file_info")
        )
        model.public_install_page_url = (
            value
            if (value := get("public_install_page_url")) is None or type(value) is str
            else text(value, "public_install_page_url")
        )
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "file_size_bytes": self.file_size_bytes,
            "is_public_page_enabled": self.is_public_page_enabled,
        }
        if self.artifact_meta is not None:
            result["artifact_meta"] = self.artifact_meta
        if self.artifact_type is not None:
            result["artifact_type"] = self.artifact_type
        if self.expiring_download_url is not None:
            result["expiring_download_url"] = self.expiring_download_url
        if self.intermediate_file_info is not None:
            result["intermediate_file_info"] = self.intermediate_file_info
        if self.public_install_page_url is not None:
            result["public_install_page_url"] = self.public_install_page_url
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "file_size_bytes",
        "is_public_page_enabled",
        "artifact_meta",
        "artifact_type",
        "expiring_download_url",
        "intermediate_file_info",
        "public_install_page_url",
        "title",
    )
)

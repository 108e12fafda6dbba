from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, integer, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class ArchivedBuildArtifact(Model):
    """An artifact of an archived build.

    Attributes:
        artifact_meta: What is known of an installable app, free-form; null for plain files.
        file_size_bytes: Size in bytes.
    """

    id: str
    artifact_meta: dict[str, Any] | None = None
    artifact_type: str | None = None
    created_at: datetime | None = None
    file_size_bytes: int | None = None
    is_public_page_enabled: bool | None = None
    public_page_token: str | None = field(repr=False, default=None)
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ArchivedBuildArtifact")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.id = value if type(value := data["id"]) is str else text(value, "id")
        model.artifact_meta = (
            value if (value := get("artifact_meta")) is None or type(value) is dict else mapping(value, "artifact_meta")
        )
        model.artifact_type = (
            value if (value := get("artifact_type")) is None or type(value) is str else text(value, "artifact_type")
        )
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.file_size_bytes = (
            value
            if (value := get("file_size_bytes")) is None or type(value) is int
            else integer(value, "file_size_bytes")
        )
        model.is_public_page_enabled = (
            value
            if (value := get("is_public_page_enabled")) is None or type(value) is bool
            else boolean(value, "is_public_page_enabled")
        )
        model.public_page_token = (
            value
            if (value := get("public_page_token")) is None or type(value) is str
            else text(value, "public_page_token")
        )
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "id": self.id,
        }
        if self.artifact_meta is not None:
            result["artifact_meta"] = self.artifact_meta
        if self.artifact_type is not None:
            result["artifact_type"] = self.artifact_type
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if self.file_size_bytes is not None:
            result["file_size_bytes"] = self.file_size_bytes
        if self.is_public_page_enabled is not None:
            result["is_public_page_enabled"] = self.is_public_page_enabled
        if self.public_page_token is not None:
            result["public_page_token"] = self.public_page_token
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "id",
        "artifact_meta",
        "artifact_type",
        "created_at",
        "file_size_bytes",
        "is_public_page_enabled",
        "public_page_token",
        "title",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class ProvisioningProfileUpload(Model):
    """A provisioning profile with an address to upload it to.

    Attributes:
        upload_url: Presigned address to PUT the file to, without the token; valid for 10 minutes.
    """

    slug: str
    upload_file_name: str
    upload_url: str = field(repr=False)
    is_expose: bool | None = None
    is_protected: bool | None = None
    processed: bool | None = None
    upload_file_size: int | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ProvisioningProfileUpload")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.upload_file_name = (
            value if type(value := data["upload_file_name"]) is str else text(value, "upload_file_name")
        )
        model.upload_url = value if type(value := data["upload_url"]) is str else text(value, "upload_url")
        model.is_expose = (
            value if (value := get("is_expose")) is None or type(value) is bool else boolean(value, "is_expose")
        )
        model.is_protected = (
            value if (value := get("is_protected")) is None or type(value) is bool else boolean(value, "is_protected")
        )
        model.processed = (
            value if (value := get("processed")) is None or type(value) is bool else boolean(value, "processed")
        )
        model.upload_file_size = (
            value
            if (value := get("upload_file_size")) is None or type(value) is int
            else integer(value, "upload_file_size")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "upload_file_name": self.upload_file_name,
            "upload_url": self.upload_url,
        }
        if self.is_expose is not None:
            result["is_expose"] = self.is_expose
        if self.is_protected is not None:
            result["is_protected"] = self.is_protected
        if self.processed is not None:
            result["processed"] = self.processed
        if self.upload_file_size is not None:
            result["upload_file_size"] = self.upload_file_size
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "upload_file_name",
        "upload_url",
        "is_expose",
        "is_protected",
        "processed",
        "upload_file_size",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class GenericProjectFileDownload(Model):
    """A file with an address to download it from.

    Attributes:
        download_url: Presigned address, valid for 10 minutes, fetched without the token; absent when the file
            is protected.
        exposed_meta_datastore: Data given to builds beside the file, free-form; null for generic files.
    """

    slug: str
    upload_file_name: str
    upload_file_size: int
    processed: bool
    is_expose: bool
    is_protected: bool
    user_env_key: str
    download_url: str | None = field(repr=False, default=None)
    exposed_meta_datastore: dict[str, Any] | None = field(repr=False, default=None)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "GenericProjectFileDownload")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.upload_file_name = (
            value if type(value := data["upload_file_name"]) is str else text(value, "upload_file_name")
        )
        model.upload_file_size = (
            value if type(value := data["upload_file_size"]) is int else integer(value, "upload_file_size")
        )
        model.processed = value if type(value := data["processed"]) is bool else boolean(value, "processed")
        model.is_expose = value if type(value := data["is_expose"]) is bool else boolean(value, "is_expose")
        model.is_protected = value if type(value := data["is_protected"]) is bool else boolean(value, "is_protected")
        model.user_env_key = value if type(value := data["user_env_key"]) is str else text(value, "user_env_key")
        model.download_url = (
            value if (value := get("download_url")) is None or type(value) is str else text(value, "download_url")
        )
        model.exposed_meta_datastore = (
            value
            if (value := get("exposed_meta_datastore")) is None or type(value) is dict
            else mapping(value, "exposed_meta_datastore")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "upload_file_name": self.upload_file_name,
            "upload_file_size": self.upload_file_size,
            "processed": self.processed,
            "is_expose": self.is_expose,
            "is_protected": self.is_protected,
            "user_env_key": self.user_env_key,
        }
        if self.download_url is not None:
            result["download_url"] = self.download_url
        if self.exposed_meta_datastore is not None:
            result["exposed_meta_datastore"] = self.exposed_meta_datastore
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "upload_file_name",
        "upload_file_size",
        "processed",
        "is_expose",
        "is_protected",
        "user_env_key",
        "download_url",
        "exposed_meta_datastore",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, text
from ..types import Model


@define(kw_only=True)
class GenericProjectFileCreateParams(Model):
    """A file to upload.

    Attributes:
        upload_file_size: Size in bytes; the upload must have exactly this size.
        user_env_key: Name of the environment variable that holds the file's address in builds.
    """

    upload_file_name: str
    upload_file_size: int
    user_env_key: str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "GenericProjectFileCreateParams")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.upload_file_name = (
            value if type(value := data["upload_file_name"]) is str else text(value, "upload_file_name")
        )
        model.upload_file_size = (
            value if type(value := data["upload_file_size"]) is int else integer(value, "upload_file_size")
        )
        model.user_env_key = value if type(value := data["user_env_key"]) is str else text(value, "user_env_key")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "upload_file_name": self.upload_file_name,
            "upload_file_size": self.upload_file_size,
            "user_env_key": self.user_env_key,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "upload_file_name",
        "upload_file_size",
        "user_env_key",
    )
)

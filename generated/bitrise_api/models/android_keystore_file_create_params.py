from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import integer, mapping, text
from ..types import Model


@define(kw_only=True)
class AndroidKeystoreFileCreateParams(Model):
    """An Android keystore file to upload.

    Attributes:
        upload_file_size: Size in bytes; the upload must have exactly this size.
    """

    upload_file_name: str
    upload_file_size: int
    alias: str | None = None
    keystore_file_name: str | None = None
    password: str | None = field(repr=False, default=None)
    private_key_password: str | None = field(repr=False, default=None)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AndroidKeystoreFileCreateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.upload_file_name = (
            value if type(value := data["upload_file_name"]) is str else text(value, "upload_file_name")
        )
        model.upload_file_size = (
            value if type(value := data["upload_file_size"]) is int else integer(value, "upload_file_size")
        )
        model.alias = value if (value := get("alias")) is None or type(value) is str else text(value, "alias")
        model.keystore_file_name = (
            value
            if (value := get("keystore_file_name")) is None or type(value) is str
            else text(value, "keystore_file_name")
        )
        model.password = value if (value := get("password")) is None or type(value) is str else text(value, "password")
        model.private_key_password = (
            value
            if (value := get("private_key_password")) is None or type(value) is str
            else text(value, "private_key_password")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "upload_file_name": self.upload_file_name,
            "upload_file_size": self.upload_file_size,
        }
        if self.alias is not None:
            result["alias"] = self.alias
        if self.keystore_file_name is not None:
            result["keystore_file_name"] = self.keystore_file_name
        if self.password is not None:
            result["password"] = self.password
        if self.private_key_password is not None:
            result["private_key_password"] = self.private_key_password
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "upload_file_name",
        "upload_file_size",
        "alias",
        "keystore_file_name",
        "password",
        "private_key_password",
    )
)

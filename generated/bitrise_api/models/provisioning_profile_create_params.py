from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, text
from ..types import Model


@define(kw_only=True)
class ProvisioningProfileCreateParams(Model):
    """A provisioning profile to upload.

    Attributes:
        upload_file_size: Size in bytes; the upload must have exactly this size.
    """

    upload_file_name: str
    upload_file_size: int

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "ProvisioningProfileCreateParams")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.upload_file_name = (
            value if type(value := data["upload_file_name"]) is str else text(value, "upload_file_name")
        )
        model.upload_file_size = (
            value if type(value := data["upload_file_size"]) is int else integer(value, "upload_file_size")
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
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "upload_file_name",
        "upload_file_size",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class CacheItemDownload(Model):
    """Where to download a cache item from.

    Attributes:
        download_url: Presigned address, fetched without the token.
    """

    download_url: str = field(repr=False)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "CacheItemDownload")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.download_url = value if type(value := data["download_url"]) is str else text(value, "download_url")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "download_url": self.download_url,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("download_url",))

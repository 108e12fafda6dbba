from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class CertificateContent(Model):
    """A certificate within a code signing certificate file.

    Attributes:
        expiry_date: When the certificate expires; null when that could not be read.
        serial: Serial number of the certificate, upper-case hexadecimal; null when that could not be read.
    """

    expiry_date: datetime | None = None
    serial: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "CertificateContent")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.expiry_date = optional_time(get("expiry_date"), "expiry_date", texts)
        model.serial = value if (value := get("serial")) is None or type(value) is str else text(value, "serial")
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if (text := self._text("expiry_date", self.expiry_date)) is not None:
            result["expiry_date"] = text
        if self.serial is not None:
            result["serial"] = self.serial
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "expiry_date",
        "serial",
    )
)

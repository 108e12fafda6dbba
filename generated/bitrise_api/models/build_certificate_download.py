from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import array, boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class BuildCertificateDownload(Model):
    """A code signing certificate file with an address to download it from.

    Attributes:
        certificate_password: Password of the file; absent when it is protected.
        download_url: Presigned address, valid for 10 minutes, fetched without the token; absent when the file
            is protected.
        file_sha256: SHA-256 of the file, lower-case hexadecimal; null until it is processed.
    """

    slug: str
    upload_file_name: str
    certificate_password: str | None = field(repr=False, default=None)
    certificates: list[CertificateContent] | None = None
    download_url: str | None = field(repr=False, default=None)
    file_sha256: str | None = None
    is_expose: bool | None = None
    is_protected: bool | None = None
    processed: bool | None = None
    upload_file_size: int | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildCertificateDownload")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.upload_file_name = (
            value if type(value := data["upload_file_name"]) is str else text(value, "upload_file_name")
        )
        model.certificate_password = (
            value
            if (value := get("certificate_password")) is None or type(value) is str
            else text(value, "certificate_password")
        )
        model.certificates = (
            None
            if (value := get("certificates")) is None
            else [CertificateContent.from_dict(item) for item in array(value, "certificates")]
        )
        model.download_url = (
            value if (value := get("download_url")) is None or type(value) is str else text(value, "download_url")
        )
        model.file_sha256 = (
            value if (value := get("file_sha256")) is None or type(value) is str else text(value, "file_sha256")
        )
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
        }
        if self.certificate_password is not None:
            result["certificate_password"] = self.certificate_password
        if self.certificates is not None:
            result["certificates"] = [item.to_dict() for item in self.certificates]
        if self.download_url is not None:
            result["download_url"] = self.download_url
        if self.file_sha256 is not None:
            result["file_sha256"] = self.file_sha256
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
        "certificate_password",
        "certificates",
        "download_url",
        "file_sha256",
        "is_expose",
        "is_protected",
        "processed",
        "upload_file_size",
    )
)

from .certificate_content import CertificateContent  # noqa: E402

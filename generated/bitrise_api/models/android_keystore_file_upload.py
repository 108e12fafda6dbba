from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class AndroidKeystoreFileUpload(Model):
    """An Android keystore file with an address to upload it to.

    Attributes:
        upload_url: Presigned address to PUT the file to, without the token; valid for 10 minutes.
        certificate_sha256_fingerprint: SHA-256 of the signing certificate, upper-case hexadecimal with colons;
            null until the file is processed.
        exposed_meta_datastore: Passwords and alias of the keystore, free-form: their keys have been written in
            capitals and in lower case.
        file_sha256: SHA-256 of the file, lower-case hexadecimal; null until it is processed.
    """

    slug: str
    upload_file_name: str
    upload_file_size: int
    processed: bool
    is_expose: bool
    is_protected: bool
    user_env_key: str
    upload_url: str = field(repr=False)
    certificate_sha256_fingerprint: str | None = None
    exposed_meta_datastore: dict[str, Any] | None = field(repr=False, default=None)
    file_sha256: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AndroidKeystoreFileUpload")
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
        model.upload_url = value if type(value := data["upload_url"]) is str else text(value, "upload_url")
        model.certificate_sha256_fingerprint = (
            value
            if (value := get("certificate_sha256_fingerprint")) is None or type(value) is str
            else text(value, "certificate_sha256_fingerprint")
        )
        model.exposed_meta_datastore = (
            value
            if (value := get("exposed_meta_datastore")) is None or type(value) is dict
            else mapping(value, "exposed_meta_datastore")
        )
        model.file_sha256 = (
            value if (value := get("file_sha256")) is None or type(value) is str else text(value, "file_sha256")
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
            "upload_url": self.upload_url,
        }
        if self.certificate_sha256_fingerprint is not None:
            result["certificate_sha256_fingerprint"] = self.certificate_sha256_fingerprint
        if self.exposed_meta_datastore is not None:
            result["exposed_meta_datastore"] = self.exposed_meta_datastore
        if self.file_sha256 is not None:
            result["file_sha256"] = self.file_sha256
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
        "upload_url",
        "certificate_sha256_fingerprint",
        "exposed_meta_datastore",
        "file_sha256",
    )
)

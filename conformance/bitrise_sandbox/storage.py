"""Files at presigned addresses on the sandbox's own origin, as a cloud store gives them out.

An address names the file, when it expires and a signature over both and the method; it needs no Authorization
and refuses one, as S3 does. Uploads must have exactly the announced length.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote

PREFIX = "/_storage"
LIFETIME = 600.0
"""Seconds an address lives (X-Amz-Expires=600, X-Goog-Expires=599 in recorded ones)."""

MAX_FILE = 64 * 1024 * 1024
MAX_TOTAL = 256 * 1024 * 1024
_CHUNK = 64 * 1024
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class Refused(Exception):
    """The store refuses a request; carries the status and the code that a cloud store would name."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message

    def xml(self) -> bytes:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f"<Error><Code>{self.code}</Code><Message>{self.message}</Message></Error>"
        ).encode()


@dataclass(frozen=True)
class Blob:
    """A file's bytes: either given, or filler of a size, the same bytes for the same name."""

    size: int
    data: bytes | None = None
    name: str = ""

    @classmethod
    def of(cls, data: bytes) -> Blob:
        return cls(len(data), data)

    @property
    def tag(self) -> str:
        """Changes when the file does."""
        text = self.data if self.data is not None else self.name.encode()
        return hashlib.sha256(text).hexdigest()[:32]

    def read(self, start: int, stop: int) -> Iterator[bytes]:
        for begin in range(start, stop, _CHUNK):
            end = min(begin + _CHUNK, stop)
            yield self.data[begin:end] if self.data is not None else self._filler(begin, end)

    @property
    def sha256(self) -> str:
        digest = hashlib.sha256()
        for part in self.read(0, self.size):
            digest.update(part)
        return digest.hexdigest()

    def _filler(self, start: int, stop: int) -> bytes:
        block = hashlib.sha512(self.name.encode()).digest()
        first = start // len(block)
        count = -(-stop // len(block)) - first
        return (block * count)[start - first * len(block) : stop - first * len(block)]


class Storage:
    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._blobs: dict[str, Blob] = {}
        self._kept = 0
        self.lifetime = LIFETIME

    def keep(self, name: str, blob: Blob) -> None:
        """Keep a file.

        Raises:
            Refused: the store would hold more bytes than its bound.
        """
        self.forget(name)
        size = 0 if blob.data is None else blob.size
        if self._kept + size > MAX_TOTAL:
            raise Refused(507, "InsufficientStorage", "the sandbox keeps no more than 256 MiB of files")
        self._blobs[name] = blob
        self._kept += size

    def forget(self, name: str) -> None:
        blob = self._blobs.pop(name, None)
        if blob is not None and blob.data is not None:
            self._kept -= blob.size

    def find(self, name: str) -> Blob | None:
        return self._blobs.get(name)

    def names(self) -> list[str]:
        return list(self._blobs)

    def address(self, origin: str, method: str, name: str, now: float, *, length: int | None = None) -> str:
        """A presigned address for one method on one file; ``length`` is what an upload must have, in bytes."""
        expires = int(now + self.lifetime)
        signature = self._signature(method, name, expires, length)
        exact = f"&length={length}" if length is not None else ""
        return f"{origin}{PREFIX}/{quote(name)}?expires={expires}{exact}&signature={signature}"

    def check(self, method: str, path: str, query: str, headers: dict[str, str], now: float) -> tuple[str, int | None]:
        """The file an address names and the length an upload to it must have.

        Raises:
            Refused: wrong signature, expired, or sent with an Authorization of the API's.
        """
        name = unquote(path.removeprefix(PREFIX + "/"))
        fields = parse_qs(query, max_num_fields=16)
        try:
            expires = int(fields["expires"][0])
            length = int(fields["length"][0]) if "length" in fields else None
            signature = fields["signature"][0]
        except (KeyError, ValueError):
            raise Refused(403, "AccessDenied", "this address is not signed") from None
        signed_for = "GET" if method == "HEAD" else method
        expected = self._signature(signed_for, name, expires, length)
        if not hmac.compare_digest(signature.encode("utf-8", "replace"), expected.encode()):
            raise Refused(403, "SignatureDoesNotMatch", "the signature does not match this address and method")
        if "authorization" in headers:
            raise Refused(400, "InvalidArgument", "only one authentication is allowed: send no Authorization here")
        if now > expires:
            raise Refused(403, "AccessDenied", "Request has expired")
        return name, length

    def _signature(self, method: str, name: str, expires: int, length: int | None) -> str:
        text = f"{method}\n{name}\n{expires}\n{length}"
        return hmac.new(self._secret, text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def byte_range(header: str | None, size: int) -> tuple[int, int] | None:
    """Start and end (exclusive) of a Range header; None when the whole file is asked for.

    Raises:
        Refused: 416, the range lies outside the file.
    """
    found = _RANGE.fullmatch(header or "")
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        start, stop = max(size - int(last), 0), size
    else:
        start, stop = int(first), min(int(last) + 1, size) if last else size
    if start >= size or stop <= start:
        raise Refused(416, "InvalidRange", "the requested range is not in the file")
    return start, stop

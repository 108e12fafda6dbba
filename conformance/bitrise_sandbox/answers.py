"""What a handler gives back and what goes on the wire."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .storage import Blob

JSON = "application/json"


class Problem(Exception):
    """Ends a request with an error answer of the API's shape."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class NotFound(Problem):
    def __init__(self, message: str = "Not Found") -> None:
        super().__init__(404, message)


@dataclass
class Page:
    """One page of a list, its cursor and what the API says about it. An absent count leaves `paging` without it."""

    items: Sequence[Any]
    limit: int
    total: int | None
    next: str | None = None


@dataclass
class FilePart:
    """The bytes of a stored file from ``start`` to before ``stop``, read as they are sent."""

    blob: Blob
    start: int
    stop: int

    @property
    def length(self) -> int:
        return self.stop - self.start

    def parts(self) -> Iterator[bytes]:
        return self.blob.read(self.start, self.stop)


@dataclass
class Answer:
    """Status, headers and body, as bytes or a stored file. The last three fields carry out faults of the network."""

    status: int
    body: bytes = b""
    media_type: str | None = JSON
    headers: dict[str, str] = field(default_factory=dict)
    file: FilePart | None = None
    delay: float = 0.0
    cut_after: int | None = None
    dropped: bool = False

    @classmethod
    def of(cls, status: int, value: Any, **headers: str) -> Answer:
        return cls(status, dumps(value), JSON, {name.replace("_", "-"): text for name, text in headers.items()})

    @property
    def length(self) -> int:
        return len(self.body) if self.file is None else self.file.length

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Any:
        """The body as a JSON value; None when it has none."""
        return json.loads(self.body) if self.body and self.media_type == JSON else None

    def put(self, value: Any) -> Answer:
        self.body, self.media_type = dumps(value), JSON
        return self


def dumps(value: Any) -> bytes:
    return _encode(value).encode("ascii")


_encode = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode

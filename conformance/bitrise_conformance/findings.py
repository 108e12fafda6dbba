"""What the job finds: one violated rule at one operation, with the exchange that shows it."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Exchange:
    """One request and its answer, as far as they were seen."""

    method: str
    url: str
    request_headers: Mapping[str, str] = field(default_factory=dict)
    request_body: bytes = b""
    status: int | None = None
    """None: no answer came."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case."""
    body: bytes = b""
    elapsed: float = 0.0
    """Seconds."""
    signed: bool = True
    """Whether the token under test was sent."""

    def curl(self) -> str:
        """The request as one line for a shell; the token is the variable ``$BITRISE_TOKEN``."""
        parts = ["curl", "-sS", "-i"]
        if self.method != "GET":
            parts += ["-X", self.method]
        text = " ".join(parts) + " " + shlex.quote(self.url)
        if self.signed:
            text += ' -H "Authorization: token $BITRISE_TOKEN"'
        for name, value in self.request_headers.items():
            if name.lower() in ("content-type", "authorization") and not (
                self.signed and name.lower() == "authorization"
            ):
                text += " -H " + shlex.quote(f"{name}: {value}")
        if self.request_body:
            text += " --data-binary " + _shell_bytes(self.request_body)
        return text


@dataclass(frozen=True)
class Finding:
    """One rule that a server broke at one operation.

    Two findings with the same rule, operation and clause are the same finding seen twice.
    """

    rule: str
    """Name of the rule, for instance ``response-schema`` or ``paging-limit``."""
    operation: str
    """operationId, or the request line where the contract knows no operation."""
    clause: str
    """What is violated: a JSON pointer into the contract, or the rule's sentence."""
    message: str
    exchange: Exchange | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.rule, self.operation, self.clause)

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits that stay the same from run to run."""
        return hashlib.sha256("\0".join(self.key).encode()).hexdigest()[:12]


class Findings:
    """All findings of a run: the first example of each, and how often it was seen."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str, str], Finding] = {}
        self.counts: dict[tuple[str, str, str], int] = {}
        self.on_new: Callable[[Finding], None] = lambda finding: None

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._seen.values())

    def __len__(self) -> int:
        return len(self._seen)

    def add(self, finding: Finding) -> None:
        self.counts[finding.key] = self.counts.get(finding.key, 0) + 1
        if finding.key not in self._seen:
            self._seen[finding.key] = finding
            self.on_new(finding)


def header(headers: Mapping[str, Any], name: str) -> str:
    """A header's value, or an empty string."""
    return str(headers.get(name, ""))


def _shell_bytes(data: bytes) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = ""
    if text.isprintable() and text:
        return shlex.quote(text)
    escaped = "".join(f"\\x{byte:02x}" if byte < 32 or byte > 126 or byte in b"\\'" else chr(byte) for byte in data)
    return f"$'{escaped}'"

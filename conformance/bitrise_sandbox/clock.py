"""The sandbox's own time, which tests move and speed up, and the forms in which the API writes times."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta

ZERO_TIME = "0001-01-01T00:00:00Z"
"""What the API answers where it has no time (seen in build logs)."""

_RFC3339 = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))", re.ASCII
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock:
    """Seconds since 1970 in the sandbox: real time times ``speed``, plus what ``advance`` added."""

    def __init__(self, *, start: float | None = None, speed: float = 1.0) -> None:
        self.speed = speed
        self._origin = time.time() if start is None else start
        self._mark = time.monotonic()

    def now(self) -> float:
        return self._origin + (time.monotonic() - self._mark) * self.speed

    def advance(self, seconds: float) -> None:
        self._origin += seconds


def to_seconds(timestamp: float) -> str:
    """RFC 3339 with whole seconds, as builds and files carry it."""
    return datetime.fromtimestamp(int(timestamp), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def to_millis(timestamp: float) -> str:
    """RFC 3339 with three digits, as activities carry it."""
    return _fraction(timestamp, "milliseconds")


def to_micros(timestamp: float) -> str:
    """RFC 3339 with six digits, as users, webhooks and log positions carry it."""
    return _fraction(timestamp, "microseconds")


def from_rfc3339(text: str) -> float | None:
    """Seconds since 1970, or None when ``text`` is no RFC 3339 time. A leap second counts as the one before."""
    found = _RFC3339.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
    fraction, sign, offset_hours, offset_minutes = found.groups()[6:]
    offset = timedelta(hours=int(offset_hours or 0), minutes=int(offset_minutes or 0))
    try:
        local = datetime(max(year, 1), month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None
    seconds = (local - _EPOCH).total_seconds() + float(f"0.{fraction or 0}")
    return seconds + offset.total_seconds() * (1 if sign == "-" else -1)


def _fraction(timestamp: float, digits: str) -> str:
    return datetime.fromtimestamp(timestamp, UTC).isoformat(timespec=digits).replace("+00:00", "Z")

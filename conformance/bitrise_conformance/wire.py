"""The one way out: every request of a run passes here, whoever made it.

While a :class:`Wire` is installed it stands below every ``requests.Session`` of the process, so also below
whatever Schemathesis' engine decides to send. It

- refuses what the :class:`Policy` forbids (another host, a method that writes, another app),
- signs requests, so that the token is in no test case, no code sample and no record of the engine,
- keeps the rate, and waits as ``Retry-After`` asks,
- tells observers of each request and its answer.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import requests

from bitrise_conformance.findings import Exchange

SAFE_METHODS = frozenset({"GET", "HEAD"})
MAX_RESENDS = 3
"""How often a request is sent again after 429."""
FRESH_SECONDS = 1.0
"""A kept connection that was used this recently is not closed by an idle time-out."""


class Refused(requests.RequestException):
    """The guard did not send a request; the message says why."""


@dataclass(frozen=True)
class Policy:
    """What may be sent.

    Args:
        base_url: the API's address, for instance ``https://api.bitrise.io/v0.1``.
        writes: whether other methods than GET and HEAD may be sent.
        only_own: whether writing is limited to what the job created (see :meth:`Wire.creating`, :meth:`Wire.own`).
        app: when given, the only app slug whose paths may be asked.
        per_second: highest rate; None for no limit.
        max_wait: longest time in seconds spent in all on ``Retry-After``.
    """

    base_url: str
    writes: bool = True
    only_own: bool = False
    app: str | None = None
    per_second: float | None = None
    max_wait: float = 10.0

    def objection(self, method: str, url: str) -> str | None:
        """Why a request must not be sent, or None."""
        if origin(url) != origin(self.base_url):
            return f"{host(url)} is not the API's host"
        if not self.writes and method.upper() not in SAFE_METHODS:
            return f"{method} may write; only GET and HEAD are allowed without --allow-writes"
        path = unquote(urlsplit(url).path)
        if "/../" in path or path.endswith("/.."):
            return "a path that climbs out of the API" if self.app or not self.writes else None
        if self.app is not None:
            inside = re.match(r"/apps/([^/]+)", path.removeprefix(urlsplit(self.base_url).path))
            if inside and inside[1] != self.app:
                return "it is about another app than the one given by --app"
        return None


@dataclass
class Wire:
    """Guards, signs, paces and observes what is sent to one API.

    Args:
        policy: what may be sent.
        token: the token under test, or None to send none.
    """

    policy: Policy
    token: str | None = field(repr=False)
    sent: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    """How often each objection was raised."""
    observers: list[Callable[[Exchange], None]] = field(default_factory=list)
    """Told of each answer with its status and headers; the body is there only when it was already read."""
    on_drop: Callable[[Exchange, str], None] = lambda exchange, why: None
    """Told of a connection that ended before its answer, though it had just been used."""
    waited: float = 0.0
    """Seconds spent on ``Retry-After``."""
    _own: set[str] = field(default_factory=set)
    """Paths of what the job created."""
    _creating: str = ""
    _stopped: str = ""
    _last: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @contextmanager
    def installed(self) -> Iterator[Wire]:
        """Stand below every ``requests.Session`` until the block ends."""
        original = requests.Session.send

        def send(session: requests.Session, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
            return self._send(original, session, request, kwargs)

        requests.Session.send = send  # type: ignore[method-assign, assignment]
        try:
            yield self
        finally:
            requests.Session.send = original  # type: ignore[method-assign]

    @contextmanager
    def creating(self, path: str) -> Iterator[None]:
        """Allow writing to one path (or address) while the block runs, to create a thing there."""
        self._creating = urlsplit(path).path
        try:
            yield
        finally:
            self._creating = ""

    def own(self, path: str) -> None:
        """Remember that the thing at a path below the base URL was created by the job."""
        self._own.add(urlsplit(self.policy.base_url).path.rstrip("/") + path)

    def stop(self, why: str) -> None:
        """Send nothing from now on, so that whatever is under way ends soon."""
        self._stopped = why

    def objection(self, method: str, url: str) -> str | None:
        """Why a request must not be sent, or None."""
        if self._stopped:
            return self._stopped
        objection = self.policy.objection(method, url)
        if objection or not self.policy.only_own or method.upper() in SAFE_METHODS:
            return objection
        path, base = urlsplit(url).path, urlsplit(self.policy.base_url).path.rstrip("/")
        if self._creating and path in (self._creating, base + self._creating):
            return None
        if any(path == own or path.startswith(f"{own}/") for own in self._own):
            return None
        return f"{method} would change what the job did not create"

    def _send(
        self, original: Any, session: requests.Session, request: requests.PreparedRequest, kwargs: dict[str, Any]
    ) -> requests.Response:
        method, url = request.method or "GET", request.url or ""
        if objection := self.objection(method, url):
            self.refused[objection] = self.refused.get(objection, 0) + 1
            raise Refused(f"{method} {urlsplit(url).path}: not sent, {objection}", request=request)
        signed = self._signed(session, request)
        for attempt in range(MAX_RESENDS + 1):
            self._pace()
            response = self._send_once(original, session, request, signed, kwargs)
            if response.status_code != 429 or attempt == MAX_RESENDS or not self._wait(response.headers):
                return response
        raise AssertionError("unreachable")

    def _send_once(
        self,
        original: Any,
        session: requests.Session,
        request: requests.PreparedRequest,
        signed: requests.PreparedRequest,
        kwargs: dict[str, Any],
    ) -> requests.Response:
        kwargs.setdefault("timeout", 30)
        is_warm = time.monotonic() - self._last < FRESH_SECONDS
        start = time.monotonic()
        self.sent += 1
        try:
            response: requests.Response = original(session, signed, **kwargs)
        except requests.ConnectionError as error:
            error.request = request
            if is_warm and not isinstance(error, requests.exceptions.ConnectTimeout | Refused):
                self.on_drop(_exchange(request, None, time.monotonic() - start, signed is not request), _why(error))
            raise
        except requests.RequestException as error:
            error.request = request
            raise
        finally:
            self._last = time.monotonic()
        if response.request is signed:
            response.request = request
        exchange = _exchange(request, response, time.monotonic() - start, signed is not request)
        for observer in self.observers:
            observer(exchange)
        return response

    def _signed(self, session: requests.Session, request: requests.PreparedRequest) -> requests.PreparedRequest:
        base = urlsplit(self.policy.base_url).path.rstrip("/")
        path = urlsplit(request.url or "").path
        if (
            self.token is None
            or "Authorization" in request.headers
            or getattr(session, "is_anonymous", False)
            or not (path == base or path.startswith(f"{base}/"))
        ):
            return request
        signed = request.copy()
        signed.headers["Authorization"] = f"token {self.token}"
        return signed

    def _pace(self) -> None:
        if self.policy.per_second is None:
            return
        with self._lock:
            pause = self._last + 1 / self.policy.per_second - time.monotonic()
            if pause > 0:
                time.sleep(pause)
            self._last = time.monotonic()

    def _wait(self, headers: Mapping[str, str]) -> bool:
        """Wait as the server asks; False when it does not ask or asks for too much."""
        seconds = retry_after(headers.get("Retry-After", ""))
        if seconds is None or self.waited + seconds > self.policy.max_wait:
            return False
        self.waited += seconds
        time.sleep(seconds)
        return True


def origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    return parts.scheme, (parts.hostname or "").lower(), port or {"http": 80, "https": 443}.get(parts.scheme)


def host(url: str) -> str:
    return urlsplit(url).hostname or url[:60]


def retry_after(value: str) -> float | None:
    """Seconds that a ``Retry-After`` header asks for (a number or an HTTP date), or None."""
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def is_loopback(url: str) -> bool:
    return host(url) in ("127.0.0.1", "localhost", "::1")


def resolve(base: str, location: str) -> str:
    return urljoin(base, location)


def _exchange(
    request: requests.PreparedRequest, response: requests.Response | None, elapsed: float, signed: bool
) -> Exchange:
    body = request.body or b""
    content = response._content if response is not None else None
    return Exchange(
        method=request.method or "GET",
        url=request.url or "",
        request_headers={name: str(value) for name, value in request.headers.items()},
        request_body=body.encode() if isinstance(body, str) else body if isinstance(body, bytes) else b"",
        status=response.status_code if response is not None else None,
        headers={k.lower(): v for k, v in response.headers.items()} if response is not None else {},
        body=content if isinstance(content, bytes) else b"",
        elapsed=elapsed,
        signed=signed,
    )


def _why(error: Exception) -> str:
    text = str(error)
    for known in ("RemoteDisconnected", "IncompleteRead", "ConnectionResetError", "BrokenPipe", "refused"):
        if known in text:
            return known
    return type(error).__name__

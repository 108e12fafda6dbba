"""What can be seen of the client at work: log records under `bitrise_client` and three hooks. Neither sees a token."""

from __future__ import annotations

import logging
from collections.abc import Callable

import attrs

logger = logging.getLogger("bitrise_client")


@attrs.frozen
class RequestEvent:
    """A request is about to be sent.

    Attributes:
        method: HTTP method.
        path: Path below the API's base address, without query; for another host, its address without query.
    """

    method: str
    path: str


@attrs.frozen
class ResponseEvent:
    """An answer, or its head if the body is streamed, has come.

    Attributes:
        method: HTTP method.
        path: As in `RequestEvent`.
        status_code: HTTP status.
        elapsed: Seconds since the request was sent.
    """

    method: str
    path: str
    status_code: int
    elapsed: float


@attrs.frozen
class RetryEvent:
    """A request failed and will be sent again.

    Attributes:
        method: HTTP method.
        path: As in `RequestEvent`.
        attempt: Number of the try that failed, from 1.
        delay: Seconds until the next one.
        reason: Why it failed.
    """

    method: str
    path: str
    attempt: int
    delay: float
    reason: str


@attrs.frozen
class Hooks:
    """A user's callables, called in the thread or task that does the work; what they raise ends the call."""

    on_request: Callable[[RequestEvent], object] | None = None
    on_response: Callable[[ResponseEvent], object] | None = None
    on_retry: Callable[[RetryEvent], object] | None = None

    def request(self, method: str, path: str) -> None:
        """Tell of a request about to be sent."""
        if self.on_request is not None:
            self.on_request(RequestEvent(method, path))

    def response(self, method: str, path: str, status_code: int, elapsed: float) -> None:
        """Tell of an answer."""
        if logger.isEnabledFor(logging.DEBUG):
            logger.debug("%s %s -> %d in %.3f s", method, path, status_code, elapsed)
        if self.on_response is not None:
            self.on_response(ResponseEvent(method, path, status_code, elapsed))

    def retry(self, method: str, path: str, attempt: int, delay: float, reason: str) -> None:
        """Tell of a request that will be sent again."""
        logger.warning("%s %s: try %d failed (%s), next in %.2f s", method, path, attempt, reason, delay)
        if self.on_retry is not None:
            self.on_retry(RetryEvent(method, path, attempt, delay, reason))

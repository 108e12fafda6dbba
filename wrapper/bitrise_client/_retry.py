"""Which failed requests are sent again, when, and how often: the one place that decides it.

GET, HEAD, PUT and DELETE may be repeated after a lost connection, a timeout or a status that is likely to pass. POST
and PATCH are repeated only if the server certainly did not process them: the connection was never made, or the answer
is 429. A trigger that may have been received is never repeated: it would start, and bill, a second build.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from ._errors import APIConnectionError, APIStatusError, BitriseError, message_of, status_error_class
from ._flow import Answer, Exchange, Flow, Sleep
from ._settings import Settings

MAX_RETRY_AFTER = 120.0
"""Seconds: the longest wait that a server's `Retry-After` may ask for."""

FIRST_DELAY = 0.5
MAX_DELAY = 8.0

_REPEATABLE_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE"})
_PASSING_STATUSES = frozenset({408, 429, 500, 502, 503, 504})


def send(exchange: Exchange, settings: Settings) -> Flow[Answer]:
    """Send a request, again if that is safe and may help, and return its 2xx answer.

    Raises:
        APIStatusError: the last answer had another status.
        APIConnectionError: no answer came.
    """
    attempt = 0
    while True:
        attempt += 1
        failure: APIConnectionError | APIStatusError
        try:
            answer: Answer = yield exchange
        except APIConnectionError as error:
            failure = error
        else:
            if 200 <= answer.status < 300:
                return answer
            failure = status_error(exchange, answer, settings)
        if attempt > settings.max_retries or not may_repeat(exchange.method, failure):
            raise failure
        delay = delay_before_retry(attempt, failure)
        settings.hooks.retry(exchange.method, exchange.label, attempt, delay, reason_of(failure))
        yield Sleep(delay)


def may_repeat(method: str, failure: BitriseError) -> bool:
    """Whether a failed request may be sent again without doing anything twice."""
    if isinstance(failure, APIConnectionError):
        return method in _REPEATABLE_METHODS or not failure.may_have_been_received
    if isinstance(failure, APIStatusError):
        if method in _REPEATABLE_METHODS:
            return failure.status_code in _PASSING_STATUSES
        return failure.status_code == 429
    return False


def delay_before_retry(attempt: int, failure: BitriseError) -> float:
    """Seconds to wait after the given failed try (counted from 1)."""
    retry_after = getattr(failure, "retry_after", None)
    if retry_after is not None:
        return float(min(retry_after, MAX_RETRY_AFTER))
    longest = min(FIRST_DELAY * 2.0 ** min(attempt - 1, 16), MAX_DELAY)
    return longest * random.uniform(0.75, 1.0)


def status_error(exchange: Exchange, answer: Answer, settings: Settings) -> APIStatusError:
    """The error for an answer whose status is not 2xx."""
    credentials = settings.credentials
    content = credentials.redact(answer.content)
    return status_error_class(answer.status)(
        exchange.method,
        exchange.label,
        answer.status,
        message_of(content, answer.status),
        headers=redacted_headers(answer.headers, settings),
        content=content,
        retry_after=retry_after_of(answer.headers),
    )


def retry_after_of(headers: Mapping[str, str]) -> float | None:
    """`Retry-After` in seconds, whether it was given in seconds or as a date; None if absent, past or meaningless."""
    value = headers.get("retry-after")
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            seconds = parsedate_to_datetime(value).timestamp() - time.time()
        except (ValueError, OverflowError):
            return None
    return seconds if 0 <= seconds < float("inf") else None


def redacted_headers(headers: Mapping[str, str], settings: Settings) -> Mapping[str, str]:
    """An answer's headers without the token, should the server have echoed it."""
    redact = settings.credentials.redact
    if all(redact(value) == value for value in headers.values()):
        return headers
    return {name.lower(): redact(value) for name, value in headers.items()}


def reason_of(failure: BitriseError) -> str:
    """Why a request failed, in a few words."""
    if isinstance(failure, APIConnectionError):
        return failure.reason
    if isinstance(failure, APIStatusError):
        return f"{failure.status_code}: {failure.message}"
    return str(failure)

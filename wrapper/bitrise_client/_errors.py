"""Every error this library raises, with `BitriseError` at the top.

`str(error)` is one line that is enough to act on: ``GET /apps/x -> 404: Not Found``. No error holds a token: what the
server sent back is redacted before it is kept. All of them can be pickled.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bitrise_api.models import Build

MESSAGE_LENGTH = 300
"""Characters of a server's text that are kept in a message; the whole answer stays in `content`."""


class BitriseError(Exception):
    """Base of everything this library raises on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)


class ConfigurationError(BitriseError):
    """The client cannot work as it was set up: no token, a malformed token or address, a closed client."""


class APIConnectionError(BitriseError):
    """No answer came: connection refused or lost, name not found, TLS failure.

    Attributes:
        method: HTTP method of the request.
        path: Path below the API's base address, or the host for an address outside the API.
        reason: What went wrong, in words.
        may_have_been_received: False if the server certainly saw nothing of the request.
    """

    def __init__(self, method: str, path: str, reason: str, *, may_have_been_received: bool = True) -> None:
        super().__init__(f"{method} {path} -> no answer: {reason}")
        self.method = method
        self.path = path
        self.reason = reason
        self.may_have_been_received = may_have_been_received


class APITimeoutError(APIConnectionError):
    """The server did not take the connection, or did not answer, within the client's timeout."""


class APIResponseError(BitriseError):
    """An answer came and is kept; base of `APIStatusError` and `ResponseValidationError`.

    Attributes:
        method: HTTP method of the request.
        path: Path below the API's base address.
        status_code: HTTP status of the answer.
        message: What is wrong, in words.
        headers: The answer's headers; names are case-insensitive.
        content: The answer's body as received, save that the token is redacted if the server echoed it.
    """

    def __init__(
        self,
        method: str,
        path: str,
        status_code: int,
        message: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
    ) -> None:
        super().__init__(f"{method} {path} -> {status_code}: {message}")
        self.method = method
        self.path = path
        self.status_code = status_code
        self.message = message
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.content = content

    @property
    def body(self) -> Any:
        """The answer's body: the JSON value if it is JSON, else its text."""
        return body_value(self.content)


class APIStatusError(APIResponseError):
    """The server answered with a status other than 2xx; subclasses tell the usual ones apart.

    Attributes:
        retry_after: Seconds the server asks to wait before the next try (`Retry-After`), else None.
    """

    def __init__(
        self,
        method: str,
        path: str,
        status_code: int,
        message: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        retry_after: float | None = None,
    ) -> None:
        super().__init__(method, path, status_code, message, headers=headers, content=content)
        self.retry_after = retry_after


class BadRequestError(APIStatusError):
    """400: the server refuses the request's values."""


class AuthenticationError(APIStatusError):
    """401: the token is missing, wrong or revoked."""


class PermissionDeniedError(APIStatusError):
    """403: the token may not do this."""


class NotFoundError(APIStatusError):
    """404: no such thing, or the token may not see it."""


class ConflictError(APIStatusError):
    """409: the thing is in a state that does not allow this."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed and its content is not acceptable."""


class RateLimitError(APIStatusError):
    """429: too many requests; `retry_after` says how long to wait if the server does."""


class ServerError(APIStatusError):
    """5xx: the server failed."""


class ResponseValidationError(APIResponseError):
    """A successful answer that is not what the contract promises; the raw answer is in `content`."""


class PaginationError(BitriseError):
    """A list cannot be read to its end without losing, repeating or endlessly re-reading pages.

    Attributes:
        method: HTTP method of the request.
        path: Path below the API's base address.
        message: What is wrong, in words.
        cursor: The cursor that leads nowhere or back, to resume from once the cause is known.
    """

    def __init__(self, method: str, path: str, message: str, *, cursor: str | None = None) -> None:
        super().__init__(f"{method} {path} -> {message}")
        self.method = method
        self.path = path
        self.message = message
        self.cursor = cursor


class BuildFailed(BitriseError):
    """A finished build did not succeed; raised on demand by `raise_for_status`.

    Attributes:
        build: The build.
    """

    def __init__(self, message: str, build: Build) -> None:
        super().__init__(message)
        self.build = build


class WaitTimeout(BitriseError):
    """A build did not finish within the time given to `wait`; it goes on running.

    Attributes:
        build: The build as last seen, None if it could never be read.
    """

    def __init__(self, message: str, build: Build | None) -> None:
        super().__init__(message)
        self.build = build


class DownloadError(BitriseError):
    """A file could not be fetched whole. What was received stays in `NAME.part` and is resumed by the next call."""


class UploadError(BitriseError):
    """A file was announced to the server and then not transferred or not confirmed.

    Attributes:
        slug: The unfinished file's slug on the server.
        step: What failed, `transfer` or `confirm`.
    """

    def __init__(self, message: str, *, slug: str, step: str) -> None:
        super().__init__(message)
        self.slug = slug
        self.step = step


class WebhookPayloadError(BitriseError, ValueError):
    """A request body is not an outgoing webhook's payload."""


def status_error_class(status_code: int) -> type[APIStatusError]:
    """The error class for a status that is not 2xx."""
    if status_code >= 500:
        return ServerError
    return _STATUS_CLASSES.get(status_code, APIStatusError)


def message_of(content: bytes, status_code: int) -> str:
    """What an error body says: `message`, `error_msg`, `error`, `errors[]`, else its beginning, else the status."""
    value = body_value(content)
    said = _said(value) if isinstance(value, dict) else ""
    if not said:
        said = content[: 4 * MESSAGE_LENGTH].decode("utf-8", "replace")
    said = " ".join(said.split())
    if len(said) > MESSAGE_LENGTH:
        said = said[:MESSAGE_LENGTH] + "…"
    return said or _phrase(status_code)


def body_value(content: bytes) -> Any:
    """The JSON value of a body if it is JSON, else its text."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return content.decode("utf-8", "replace")


_STATUS_CLASSES: Mapping[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def _said(body: dict[str, Any]) -> str:
    for key in ("message", "error_msg", "error"):
        if body.get(key):
            return _text(body[key])
    errors = body.get("errors")
    if isinstance(errors, list):
        return "; ".join(filter(None, map(_text, errors)))
    return _text(errors) if errors else ""


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and isinstance(value.get("message"), str):
        return str(value["message"])
    return json.dumps(value)


def _phrase(status_code: int) -> str:
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return "no message"


def _restore(cls: type[BitriseError], args: tuple[Any, ...], state: dict[str, Any]) -> BitriseError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error

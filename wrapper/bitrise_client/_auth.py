"""The token: where it comes from, where it may go, and how it is kept out of everything else."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeAlias, TypeVar
from urllib.parse import quote, urlsplit

from ._errors import ConfigurationError

TOKEN_VARIABLE = "BITRISE_TOKEN"

TokenSource: TypeAlias = str | Callable[[], str]
"""A token, or a function that is asked for one before each request."""

AsyncTokenSource: TypeAlias = str | Callable[[], str | Awaitable[str]]
"""As `TokenSource`; the function may be a coroutine function."""

Origin: TypeAlias = tuple[str, str, int]
"""Scheme, host and port: what a token is given to."""

REDACTED = "[redacted]"

_Text = TypeVar("_Text", str, bytes)


class Credentials:
    """Gives the header for requests to one origin and redacts the token from what comes back."""

    def __init__(self, source: AsyncTokenSource | None, origin: Origin) -> None:
        if source is None:
            source = os.environ.get(TOKEN_VARIABLE)
            if not source:
                raise ConfigurationError(
                    f"no Bitrise token: set the environment variable {TOKEN_VARIABLE} or pass token=…"
                )
        self._source = source if callable(source) else _Constant(_checked(source))
        self._origin = origin
        self._known: deque[tuple[str, ...]] = deque(maxlen=4)
        if isinstance(self._source, _Constant):
            self._remember(self._source())

    def __repr__(self) -> str:
        return f"Credentials({REDACTED})"

    def allowed(self, url: str) -> bool:
        """Whether the token may be sent to this address: only the API's own scheme, host and port."""
        return origin_of(url) == self._origin

    def authorization(self) -> str:
        """The `Authorization` header's value."""
        token = self._source()
        if isinstance(token, Coroutine):
            token.close()
            raise ConfigurationError("the token function must return a str; only AsyncBitrise awaits one")
        return self._header(token)

    async def authorization_async(self) -> str:
        """The `Authorization` header's value, awaiting the token function if it is a coroutine function."""
        token = self._source()
        return self._header(await token if isinstance(token, Awaitable) else token)

    def redact(self, text: _Text) -> _Text:
        """The text with every token used so far replaced."""
        for spellings in tuple(self._known):
            for spelling in spellings:
                if isinstance(text, str):
                    text = text.replace(spelling, REDACTED)
                else:
                    text = text.replace(spelling.encode(), REDACTED.encode())
        return text

    def _header(self, token: object) -> str:
        if not isinstance(self._source, _Constant):
            self._remember(_checked(token))
        return f"token {token}"

    def _remember(self, token: str) -> None:
        spellings = tuple(dict.fromkeys((token, quote(token, safe=""))))
        if spellings not in self._known:
            self._known.append(spellings)


def origin_of(url: str) -> Origin:
    """Scheme, host and port of an address, the default port filled in."""
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return scheme, (parts.hostname or "").lower(), parts.port or {"http": 80, "https": 443}.get(scheme, 0)


class _Constant:
    """A token that never changes, kept out of every repr."""

    __slots__ = ("_token",)

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self) -> str:
        return self._token

    def __repr__(self) -> str:
        return REDACTED


def _checked(token: object) -> str:
    """The token, refused (never quoted) if it cannot be one."""
    if not isinstance(token, str):
        raise ConfigurationError(f"the Bitrise token must be a str, not {type(token).__name__}")
    if not token:
        raise ConfigurationError("the Bitrise token is empty")
    if "\n" in token or "\r" in token:
        raise ConfigurationError("the Bitrise token contains a line break; strip it")
    if any(character.isspace() for character in token):
        raise ConfigurationError(
            "the Bitrise token contains white space; pass the bare token, without 'token' or 'Bearer'"
        )
    if not all("!" <= character <= "~" for character in token):
        raise ConfigurationError("the Bitrise token contains characters other than printable ASCII")
    return token

"""What a client was set up with, checked once."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

import attrs

from ._auth import AsyncTokenSource, Credentials, origin_of
from ._errors import ConfigurationError
from ._observe import Hooks

BASE_URL = "https://api.bitrise.io/v0.1"
BASE_URL_VARIABLE = "BITRISE_API_BASE_URL"


@attrs.frozen
class Settings:
    """A client's options."""

    base_url: str
    credentials: Credentials
    timeout: float | None
    max_retries: int
    hooks: Hooks
    trust_env: bool


def make_settings(
    token: AsyncTokenSource | None,
    base_url: str | None,
    timeout: float | None,
    max_retries: int,
    hooks: tuple[Any, Any, Any],
    trust_env: bool,
) -> Settings:
    """Settings from a client's arguments and the environment.

    Raises:
        ConfigurationError: a value that cannot work; the message names it.
    """
    address = _checked_base_url(base_url or os.environ.get(BASE_URL_VARIABLE) or BASE_URL)
    credentials = Credentials(token, origin_of(address))
    return Settings(
        address, credentials, checked_timeout(timeout), checked_max_retries(max_retries), Hooks(*hooks), trust_env
    )


def changed(settings: Settings, timeout: float | None, max_retries: int) -> Settings:
    """The same settings but for these two."""
    return attrs.evolve(settings, timeout=checked_timeout(timeout), max_retries=checked_max_retries(max_retries))


def checked_timeout(timeout: float | None) -> float | None:
    """Seconds, None for no limit."""
    if timeout is not None and (isinstance(timeout, bool) or not isinstance(timeout, int | float) or timeout <= 0):
        raise ConfigurationError(f"timeout must be a positive number of seconds or None, not {timeout!r}")
    return timeout


def checked_max_retries(max_retries: int) -> int:
    """A number of retries, 0 for none."""
    if isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0:
        raise ConfigurationError(f"max_retries must be a whole number, 0 or more, not {max_retries!r}")
    return max_retries


def _checked_base_url(base_url: str) -> str:
    problem = "base_url must be an address such as https://api.bitrise.io/v0.1"
    try:
        parts = urlsplit(base_url)
        port = parts.port
    except ValueError:
        raise ConfigurationError(problem) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise ConfigurationError(problem)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ConfigurationError("base_url must not hold a user name, a password, a query or a fragment")
    return base_url.rstrip("/")

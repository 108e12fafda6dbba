"""Secrets are cut out of everything the job writes, also when the server repeats them."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

REPLACEMENT = "[token]"
MIN_LENGTH = 6
"""Shorter strings are no tokens; cutting them out would garble reports."""


class Scrubber:
    """Knows secrets in the forms in which they travel: plain, percent-encoded, JSON-escaped, base64."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._forms: list[str] = []
        for secret in secrets:
            self.add(secret)

    def __repr__(self) -> str:
        return f"<Scrubber of {len(self._forms)} forms>"

    def add(self, secret: str) -> None:
        if len(secret) < MIN_LENGTH:
            return
        forms = {
            secret,
            quote(secret, safe=""),
            quote(secret),
            quote_plus(secret),
            json.dumps(secret)[1:-1],
            secret[::-1],
            base64.b64encode(secret.encode()).decode().rstrip("="),
            base64.b64encode(f"token {secret}".encode()).decode().rstrip("="),
        }
        self._forms = sorted({*self._forms, *forms}, key=len, reverse=True)
        self._bytes = [form.encode() for form in self._forms]

    def text(self, text: str) -> str:
        """The text without secrets."""
        for form in self._forms:
            if form in text:
                text = text.replace(form, REPLACEMENT)
        return text

    def data(self, data: bytes) -> bytes:
        """The bytes without secrets."""
        for form in self._forms:
            encoded = form.encode()
            if encoded in data:
                data = data.replace(encoded, REPLACEMENT.encode())
        return data

    def finds(self, data: bytes) -> bool:
        """Whether a secret stands in the bytes."""
        return any(form in data for form in self._bytes) if self._forms else False

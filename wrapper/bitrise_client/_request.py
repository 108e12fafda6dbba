"""Requests that the contract does not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._calls import json_bytes, json_or_text, json_value
from ._flow import Exchange, Flow
from ._retry import send
from ._settings import Settings

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})


def raw_request(settings: Settings, method: str, path: str, params: Mapping[str, Any] | None, body: Any) -> Flow[Any]:
    """Send a request and return the answer's JSON value, its text, or None if it is empty.

    Raises:
        ValueError: an unknown method, or a path that is not one below the API's address.
    """
    if method.upper() not in METHODS:
        raise ValueError(f"method must be one of {', '.join(sorted(METHODS))}, not {method!r}")
    if not path.startswith("/") or path.startswith("//") or "?" in path or "#" in path:
        raise ValueError(f"path must start with one slash and hold no query, not {path!r}; pass the query as params=…")
    headers = {"Accept": "application/json, text/plain;q=0.9"}
    content = None
    if isinstance(body, str):
        content, headers["Content-Type"] = body.encode(), "text/plain; charset=utf-8"
    elif body is not None:
        content, headers["Content-Type"] = json_bytes(body), "application/json"
    sent = {name: value for name, value in (params or {}).items() if value is not None}
    exchange = Exchange(method.upper(), settings.base_url + path, path, sent or None, headers, content)
    answer = yield from send(exchange, settings)
    if "json" in answer.headers.get("content-type", ""):
        return json_value(exchange, answer, settings)
    return json_or_text(answer.content)

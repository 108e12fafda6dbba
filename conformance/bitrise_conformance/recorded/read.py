"""Reads recordings: HAR, cassettes of VCR, vcrpy, pytest-recording and betamax, and JSON lines.

What a file is follows from its content, not from its name.
"""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bitrise_conformance.findings import Exchange

MAX_BYTES = 512 * 1024 * 1024


class RecordingError(Exception):
    """A file that cannot be read as recorded traffic; the message names the file, and the line where there is one."""


def read_recording(path: Path) -> list[Exchange]:
    """Every exchange of a file.

    Raises:
        RecordingError: no such file, too large, or of no known kind.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RecordingError(f"{path}: larger than {MAX_BYTES // 2**20} MiB")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RecordingError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise RecordingError(f"{path}: not a text in UTF-8; give a HAR file, a cassette or JSON lines") from None
    try:
        return list(_read(path, text))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise RecordingError(f"{path}: not as a recording should be ({type(error).__name__}: {error})") from None


def _read(path: Path, text: str) -> Iterator[Exchange]:
    document = _whole(path, text)
    if isinstance(document, Mapping) and "log" in document:
        return (_har(entry) for entry in document["log"]["entries"])
    if isinstance(document, Mapping) and "http_interactions" in document:
        return (_betamax(item) for item in document["http_interactions"])
    if isinstance(document, Mapping) and "interactions" in document:
        return (_vcr(item) for item in document["interactions"])
    return _lines(path, text)


def _whole(path: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    first = text.lstrip()[:1]
    if first in ("{", "["):
        return None
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        place = getattr(error, "problem_mark", None)
        where = f", line {place.line + 1}" if place else ""
        raise RecordingError(f"{path}{where}: neither JSON nor YAML") from None


def _lines(path: Path, text: str) -> Iterator[Exchange]:
    """One object a line: method, path or url, status, body; optional query, headers, request_headers, request_body."""
    found = False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            yield _line(item)
            found = True
        except (ValueError, KeyError, TypeError, AttributeError):
            raise RecordingError(f"{path}, line {number}: not an object with method, path, status and body") from None
    if not found:
        raise RecordingError(f"{path}: holds no recorded traffic")


def _line(item: Mapping[str, Any]) -> Exchange:
    body = item.get("body")
    headers = {k.lower(): str(v) for k, v in (item.get("headers") or {}).items()}
    content = b"" if body is None and "body" not in item else _text(body, headers)
    return Exchange(
        method=str(item["method"]).upper(),
        url=str(item.get("url") or item["path"]),
        request_headers=dict(item.get("request_headers") or {}),
        request_body=_text(item.get("request_body"), {}) if item.get("request_body") is not None else b"",
        status=int(item["status"]),
        headers=headers,
        body=content,
    )


def _text(body: Any, headers: dict[str, str]) -> bytes:
    """A body of a line: a text as it is when its type says so, anything else as JSON."""
    kind = headers.get("content-type", "")
    if isinstance(body, str) and kind and "json" not in kind:
        return body.encode()
    headers.setdefault("content-type", "application/json")
    return body.encode() if isinstance(body, str) and _is_json(body) else json.dumps(body).encode()


def _is_json(text: str) -> bool:
    """Whether a string is itself a JSON document (an object or a list), as some recorders store bodies."""
    try:
        return isinstance(json.loads(text), dict | list)
    except ValueError:
        return False


def _har(entry: Mapping[str, Any]) -> Exchange:
    request, response = entry["request"], entry["response"]
    content = response.get("content", {})
    body = content.get("text") or ""
    data = base64.b64decode(body) if content.get("encoding") == "base64" else body.encode()
    headers = {h["name"].lower(): h["value"] for h in response.get("headers", ())}
    if "content-type" not in headers and content.get("mimeType"):
        headers["content-type"] = content["mimeType"]
    return Exchange(
        method=request["method"].upper(),
        url=request["url"],
        request_headers={h["name"]: h["value"] for h in request.get("headers", ())},
        request_body=((request.get("postData") or {}).get("text") or "").encode(),
        status=int(response["status"]),
        headers=headers,
        body=data,
        elapsed=max(0.0, float(entry.get("time") or 0) / 1000),
    )


def _vcr(item: Mapping[str, Any]) -> Exchange:
    request, response = item["request"], item["response"]
    status = response.get("status", response.get("status_code"))
    headers = _flat(response.get("headers") or {})
    body = response.get("body", response.get("content", ""))
    return Exchange(
        method=request["method"].upper(),
        url=request.get("uri") or request["url"],
        request_headers=_flat(request.get("headers") or {}, lower=False),
        request_body=_bytes(request.get("body")),
        status=int(status["code"] if isinstance(status, Mapping) else status),
        headers=headers,
        body=_decoded(_bytes(body), headers),
    )


def _betamax(item: Mapping[str, Any]) -> Exchange:
    return _vcr(item)


def _flat(headers: Mapping[str, Any], *, lower: bool = True) -> dict[str, str]:
    return {
        (name.lower() if lower else name): ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in headers.items()
    }


def _bytes(body: Any) -> bytes:
    """A body as recorders store it: text, bytes, or an object with `string`, `base64_string` or `encoded`."""
    if isinstance(body, Mapping):
        if body.get("base64_string"):
            return base64.b64decode(body["base64_string"])
        body = body.get("string", "")
    if body is None:
        return b""
    return body if isinstance(body, bytes) else str(body).encode()


def _decoded(body: bytes, headers: Mapping[str, str]) -> bytes:
    """The body unpacked; recorders keep what came over the wire."""
    encoding = headers.get("content-encoding", "")
    try:
        if "gzip" in encoding and body[:2] == b"\x1f\x8b":
            return gzip.decompress(body)
        if "deflate" in encoding:
            return zlib.decompress(body)
    except (OSError, zlib.error):
        pass
    return body

"""Records what a script sends through the client: a file of JSON lines, scrubbed, to check or to share.

The script runs in this process as ``python SCRIPT ARGUMENTS`` would run it. Only what httpx sends to the API's
address is recorded; downloads from other hosts are not.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx

from bitrise_conformance.contract import Contract
from bitrise_conformance.findings import Exchange
from bitrise_conformance.recorded.check import operation_of
from bitrise_conformance.scrub import Scrubber

KEPT_HEADERS = frozenset({"content-type", "retry-after", "allow", "location"})
SECRET_FIELDS = frozenset({"value", "password", "private_key", "token", "build_trigger_token", "credentials"})
"""Fields whose texts are replaced wherever they stand; the contract marks more with ``x-bitrise-secret``."""


class Recorder:
    """Writes exchanges to a file as they end.

    Args:
        path: the file, written anew.
        scrubber: knows the secrets.
    """

    def __init__(self, path: Path, contract: Contract, scrubber: Scrubber) -> None:
        self._contract = contract
        self._scrubber = scrubber
        self._secret = SECRET_FIELDS | secret_fields(contract)
        self._file = path.open("w", encoding="utf-8")
        self.count = 0

    def close(self) -> None:
        self._file.close()

    def __call__(self, request: httpx.Request, status: int, headers: httpx.Headers, body: bytes) -> None:
        if authorization := request.headers.get("Authorization"):
            self._scrubber.add(authorization.partition(" ")[2] or authorization)
        exchange = Exchange(request.method, str(request.url), status=status)
        if operation_of(self._contract, exchange) is None:
            return
        self.count += 1
        url = urlsplit(str(request.url))
        line: dict[str, Any] = {
            "method": request.method,
            "path": urlunsplit(("", "", url.path, url.query, "")),
            "status": status,
            "headers": {k.lower(): v for k, v in headers.items() if k.lower() in KEPT_HEADERS},
        }
        if body:
            line["body"] = self._body(body)
        self._file.write(self._scrubber.text(json.dumps(line, ensure_ascii=False)) + "\n")
        self._file.flush()

    def _body(self, body: bytes) -> Any:
        text = self._scrubber.data(body).decode("utf-8", "replace")
        try:
            return self._hide(json.loads(text))
        except ValueError:
            return text

    def _hide(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: self._hide(item, key) for key, item in value.items()}
        if isinstance(value, list):
            return [self._hide(item, name) for item in value]
        if isinstance(value, str) and value and name in self._secret:
            return "https://example.invalid/hidden" if value.startswith("http") else "[hidden]"
        return value


def secret_fields(contract: Contract) -> frozenset[str]:
    """Names of the properties that the contract marks as secret."""
    found: set[str] = set()

    def visit(item: Any) -> None:
        if isinstance(item, dict):
            for name, child in item.get("properties", {}).items() if isinstance(item.get("properties"), dict) else ():
                if isinstance(child, dict) and child.get("x-bitrise-secret") is True:
                    found.add(name)
            for child in item.values():
                visit(child)
        elif isinstance(item, list):
            for child in item:
                visit(child)

    visit(contract.document.get("components", {}))
    return frozenset(found)


@contextmanager
def recording(recorder: Recorder) -> Iterator[None]:
    """Tell a recorder of everything that httpx transports send while the block runs."""
    sync, asynchronous = httpx.HTTPTransport.handle_request, httpx.AsyncHTTPTransport.handle_async_request

    def handle(self: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        response = sync(self, request)
        return _tee(recorder, request, response)

    async def handle_async(self: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        response = await asynchronous(self, request)
        return _tee(recorder, request, response)

    httpx.HTTPTransport.handle_request = handle  # type: ignore[method-assign]
    httpx.AsyncHTTPTransport.handle_async_request = handle_async  # type: ignore[method-assign]
    try:
        yield
    finally:
        httpx.HTTPTransport.handle_request = sync  # type: ignore[method-assign]
        httpx.AsyncHTTPTransport.handle_async_request = asynchronous  # type: ignore[method-assign]


def run_recorded(script: Sequence[str], recorder: Recorder) -> int:
    """Run a script under a recorder; its exit code."""
    before, sys.argv = sys.argv, list(script)
    sys.path.insert(0, str(Path(script[0]).resolve().parent))
    try:
        with recording(recorder):
            runpy.run_path(script[0], run_name="__main__")
    except SystemExit as exit_:
        return exit_.code if isinstance(exit_.code, int) else 0 if exit_.code is None else 1
    finally:
        sys.argv = before
        del sys.path[0]
        recorder.close()
    return 0


def _tee(recorder: Recorder, request: httpx.Request, response: httpx.Response) -> httpx.Response:
    def done(data: bytes) -> None:
        decoded = httpx.Response(response.status_code, headers=response.headers, content=data).content
        recorder(request, response.status_code, response.headers, decoded)

    response.stream = _Tee(response.stream, done)
    return response


class _Tee(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Passes a body on and keeps what passed."""

    def __init__(self, stream: Any, done: Any) -> None:
        self._stream, self._done, self._parts = stream, done, list[bytes]()

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            self._parts.append(part)
            yield part

    async def __aiter__(self) -> Any:
        async for part in self._stream:
            self._parts.append(part)
            yield part

    def close(self) -> None:
        self._stream.close()
        self._finish()

    async def aclose(self) -> None:
        await self._stream.aclose()
        self._finish()

    def _finish(self) -> None:
        done, self._done = self._done, None
        if done is not None:
            done(b"".join(self._parts))

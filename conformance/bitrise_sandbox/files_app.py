"""Serves the presigned addresses of the file store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.types import Message, Receive, Scope, Send

from . import logs
from .state import State
from .storage import MAX_FILE, PREFIX, Blob, Refused, byte_range

if TYPE_CHECKING:
    from collections.abc import Iterable

_WANTED = frozenset((b"authorization", b"content-length", b"range", b"transfer-encoding"))


class FileStore:
    def __init__(self, state: State, faults: list[Any]) -> None:
        self.state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {k.decode("ascii"): v.decode("latin-1") for k, v in scope["headers"] if k in _WANTED}
        raw = scope.get("raw_path") or scope["path"].encode("utf-8", "surrogateescape")
        path, query = raw.partition(b"?")[0].decode("latin-1"), scope["query_string"].decode("latin-1")
        try:
            method = scope["method"]
            if method not in ("GET", "HEAD", "PUT"):
                raise Refused(405, "MethodNotAllowed", "only GET, HEAD and PUT are allowed here")
            name, length = self.state.storage.check(method, path, query, headers, self.state.clock.now())
            if method == "PUT":
                await self._store(name, length, headers, receive)
                await _send(send, 200, b"", [])
            else:
                await self._give(name, headers, send, head=method == "HEAD")
        except Refused as refused:
            extra = [(b"content-type", b"application/xml")]
            if refused.status == 405:
                extra.append((b"allow", b"GET, HEAD, PUT"))
            await _send(send, refused.status, refused.xml(), extra)

    async def _store(self, name: str, length: int | None, headers: dict[str, str], receive: Receive) -> None:
        """Raises Refused: 411 without a length, 403 with another than the signed one, 413 above the bound."""
        announced = headers.get("content-length", "")
        if not announced.isdigit() or len(announced) > 18:
            raise Refused(411, "MissingContentLength", "an upload must announce its Content-Length")
        if int(announced) != length:
            raise Refused(403, "SignatureDoesNotMatch", f"this address takes exactly {length} bytes")
        if int(announced) > MAX_FILE:
            raise Refused(413, "EntityTooLarge", f"the sandbox takes files up to {MAX_FILE} bytes")
        body = bytearray()
        more = True
        while more:
            message: Message = await receive()
            if message["type"] == "http.disconnect":
                raise Refused(400, "IncompleteBody", "the upload ended early")
            body += message.get("body", b"")
            more = message.get("more_body", False)
        with self.state.lock:
            self.state.storage.keep(name, Blob.of(bytes(body)))

    async def _give(self, name: str, headers: dict[str, str], send: Send, *, head: bool) -> None:
        blob = self._find(name)
        span = byte_range(headers.get("range"), blob.size)
        start, stop = span or (0, blob.size)
        extra = [
            (b"content-type", b"application/octet-stream"),
            (b"accept-ranges", b"bytes"),
            (b"etag", f'"{blob.size:x}-{abs(hash(name)):x}"'.encode()),
        ]
        if span:
            extra.append((b"content-range", f"bytes {start}-{stop - 1}/{blob.size}".encode()))
        extra.append((b"content-length", str(stop - start).encode()))
        await send({"type": "http.response.start", "status": 206 if span else 200, "headers": extra})
        parts: Iterable[bytes] = () if head else blob.read(start, stop)
        for part in parts:
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    def _find(self, name: str) -> Blob:
        if name.startswith("logs/"):
            build = self.state.store.table(("builds",)).get(name.removeprefix("logs/").removesuffix(".txt"))
            if build is not None and logs.is_archived(build, self.state.clock.now()):
                return Blob.of(logs.raw(build))
        blob = self.state.storage.find(name)
        if blob is None:
            raise Refused(404, "NoSuchKey", "the file does not exist")
        return blob


async def _send(send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    headers = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


__all__ = ["PREFIX", "FileStore"]

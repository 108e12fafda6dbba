"""Serves the presigned addresses of the file store."""

from __future__ import annotations

from . import logs
from .answers import Answer, FilePart
from .call import Call
from .storage import MAX_FILE, Blob, Refused, byte_range
from .wire import MAX_BODY, Service

_METHODS = ("GET", "HEAD", "PUT")


class FileStore(Service):
    def prepare(self, call: Call) -> int:
        """An upload is checked before its bytes are taken, as far as its head tells."""
        try:
            if call.method not in _METHODS:
                raise Refused(405, "MethodNotAllowed", "only GET, HEAD and PUT are allowed here")
            call.file_name, length = self.state.storage.check(
                call.method, call.path, call.query_string, call.headers, self.state.clock.now()
            )
            if call.method != "PUT":
                return 0
            _check_length(call.headers.get("content-length", ""), length)
        except Refused as refused:
            call.refusal = refused
            return MAX_BODY
        return MAX_FILE

    def serve(self, call: Call) -> Answer:
        try:
            if call.refusal is not None:
                raise call.refusal
            if call.method == "PUT":
                self.state.storage.keep(call.file_name, Blob.of(call.raw_body))
                return Answer(200, b"", None)
            return self._file(call)
        except Refused as refused:
            headers = {"Allow": ", ".join(_METHODS)} if refused.status == 405 else {}
            return Answer(refused.status, refused.xml(), "application/xml", headers)

    def _file(self, call: Call) -> Answer:
        blob = self._find(call.file_name)
        span = byte_range(call.headers.get("range"), blob.size)
        start, stop = span or (0, blob.size)
        headers = {"Accept-Ranges": "bytes", "ETag": f'"{blob.tag}"'}
        if span:
            headers["Content-Range"] = f"bytes {start}-{stop - 1}/{blob.size}"
        part = FilePart(blob, start, stop)
        return Answer(206 if span else 200, b"", "application/octet-stream", headers, file=part)

    def _find(self, name: str) -> Blob:
        if name.startswith("logs/"):
            build = self.state.store.table(("builds",)).get(name.removeprefix("logs/").removesuffix(".txt"))
            if build is not None and logs.is_archived(build, self.state.clock.now()):
                return Blob.of(logs.raw(build))
        blob = self.state.storage.find(name)
        if blob is None:
            raise Refused(404, "NoSuchKey", "the file does not exist")
        return blob


def _check_length(announced: str, length: int | None) -> None:
    """Raises Refused: 411 without a length, 403 with another than the signed one, 413 above the bound."""
    if not announced.isdigit() or len(announced) > 18:
        raise Refused(411, "MissingContentLength", "an upload must announce its Content-Length")
    if int(announced) != length:
        raise Refused(403, "SignatureDoesNotMatch", f"this address takes exactly {length} bytes")
    if int(announced) > MAX_FILE:
        raise Refused(413, "EntityTooLarge", f"the sandbox takes files up to {MAX_FILE} bytes")

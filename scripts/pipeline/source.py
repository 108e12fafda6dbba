"""Pull: the bytes of a published document, from an address or a file, within bounds of size and time."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.errors import DocumentError, FetchError

PUBLISHED_AT = "https://api-docs.bitrise.io/docs/swagger.json"
MAX_BYTES = 20_000_000
MAX_SECONDS = 60.0
MAX_REDIRECTS = 5


@dataclass(frozen=True)
class Fetched:
    """A pulled document: its original bytes and where they came from."""

    address: str
    content: bytes
    etag: str | None = None


def pull(source: str, *, etag: str | None = None) -> Fetched | None:
    """Read `source`, an http(s) address or a file path.

    With `etag`, an address is asked conditionally; None means the server answered 304, unchanged.
    Raises FetchError when it cannot be read, is too large or takes too long.
    """
    scheme = urlsplit(source).scheme
    if scheme in ("http", "https"):
        return _fetch(source, etag)
    if "://" in source:
        raise FetchError(f"cannot fetch {source}: only http and https addresses, and files, are read")
    return _read(Path(source))


def parse(content: bytes) -> dict[str, Any]:
    """The document as Python data. Raises DocumentError when it is neither JSON nor YAML, or no mapping."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"the document is not UTF-8 text (at byte {error.start})") from None
    try:
        document = _parse_json(text) if text.lstrip().startswith(("{", "[")) else _parse_yaml(text)
    except RecursionError:
        raise DocumentError("the document is nested too deeply to be read") from None
    if document is None:
        raise DocumentError("the document is empty")
    if not isinstance(document, dict):
        raise DocumentError(f"the document is a {type(document).__name__}, not a mapping of names to values")
    return document


def _read(path: Path) -> Fetched:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FetchError(f"cannot read {path}: {error.strerror or error}") from None
    if len(content) > MAX_BYTES:
        raise FetchError(f"{path} is larger than {MAX_BYTES:,} bytes")
    return Fetched(address=path.name, content=content)


def _fetch(address: str, etag: str | None) -> Fetched | None:
    import httpx  # only an address needs it: a file is read in a fraction of its import time

    deadline = time.monotonic() + MAX_SECONDS
    headers = {"If-None-Match": etag} if etag else {}

    def opened(client: httpx.Client) -> httpx.Response:
        url = httpx.URL(address)
        for _ in range(MAX_REDIRECTS + 1):
            response = client.send(client.build_request("GET", url, headers=headers), stream=True)
            if response.next_request is None:
                return response
            response.close()
            following = response.next_request.url
            if following.scheme != url.scheme:
                raise FetchError(f"{address} redirects from {url.scheme} to {following.scheme}: refused")
            url = following
        raise FetchError(f"{address} redirects more than {MAX_REDIRECTS} times")

    def bounded(response: httpx.Response) -> Iterator[bytes]:
        size = 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > MAX_BYTES:
                raise FetchError(f"{address} is larger than {MAX_BYTES:,} bytes")
            if time.monotonic() > deadline:
                raise FetchError(f"{address} took longer than {MAX_SECONDS:.0f} s")
            yield chunk

    try:
        with httpx.Client(timeout=30.0) as client, closing(opened(client)) as response:
            if response.status_code == 304 and etag:
                return None
            if response.status_code != 200:
                raise FetchError(f"{address} answered {response.status_code}, not 200")
            return Fetched(address, b"".join(bounded(response)), response.headers.get("ETag"))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(f"cannot fetch {address}: {str(error) or type(error).__name__}") from None


def _parse_json(text: str) -> Any:
    def no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(pairs)
        if len(mapping) != len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise DocumentError(f"the name {twice!r} stands twice in one object")
        return mapping

    def no_constants(name: str) -> Any:
        raise DocumentError(f"{name} is not JSON")

    try:
        return json.loads(text, object_pairs_hook=no_duplicates, parse_constant=no_constants)
    except ValueError as error:
        raise DocumentError(f"the document is not JSON: {error}") from None


def _parse_yaml(text: str) -> Any:
    import yaml  # slow to import, and the published document is JSON

    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        raise DocumentError(f"the document is neither JSON nor YAML: {reason}") from None

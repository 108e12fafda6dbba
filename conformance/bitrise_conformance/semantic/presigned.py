"""Presigned addresses: they work without the token, give the whole file, and only for a while."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.semantic.subject import Subject, reads
from bitrise_conformance.session import Answer
from bitrise_conformance.wire import host, origin

ADDRESS = re.compile(r"(^|_)(download_url|raw_log_url)$")
"""Fields that hold an address to download from."""

SIZES = ("file_size_bytes", "upload_file_size", "archive_size")
"""Fields that say how long the file is, in bytes."""

PER_OPERATION = 3


@reads
def downloads_work(subject: Subject) -> None:
    """An address to download from works at once, without the token, and gives as many bytes as were promised.

    To a schema the address is a string. It is fetched with no Authorization, as the documentation asks, and
    only when it is on the API's own host: the job never talks to another.
    """
    for operation in subject.operations:
        if operation.method != "GET":
            continue
        for values in subject.contexts(operation)[:PER_OPERATION]:
            if operation.required_query or operation.pagination:
                break
            answer = subject.api.call(operation, values)
            for name, url, thing in _addresses(answer.data):
                _fetch(subject, operation, name, url, thing)


def _fetch(subject: Subject, operation: Operation, name: str, url: str, thing: dict[str, Json]) -> None:
    if origin(url) != origin(subject.api.wire.policy.base_url):
        note = f"downloads: {host(url)} is not the API's host"
        if note not in subject.skipped:
            subject.skipped.append(note)
        return
    answer = subject.api.request("GET", url, token=None)
    clause = f"{name} can be fetched without the token"
    if answer.status is None:
        message = "the download ended before its end" if "why" in answer.exchange.headers else "no answer"
        subject.report("download-broken", operation, f"{name} gives the whole file", message, answer)
        return
    if not answer.ok:
        subject.report("download-refused", operation, clause, f"answered {answer.status}", answer)
        return
    size = next((thing[n] for n in SIZES if isinstance(thing.get(n), int)), None)
    if size is not None and len(answer.exchange.body) != size:
        message = f"{len(answer.exchange.body)} bytes instead of {size}"
        subject.report("download-truncated", operation, f"{name} gives the whole file", message, answer)
        return
    _part(subject, operation, name, url, answer)


def _part(subject: Subject, operation: Operation, name: str, url: str, whole: Answer) -> None:
    """Ask for the beginning; a server may ignore Range, but must not answer another part."""
    body = whole.exchange.body
    if len(body) < 2:
        return
    part = subject.api.request("GET", url, token=None, headers={"Range": f"bytes=1-{min(9, len(body) - 1)}"})
    if part.status == 206 and part.exchange.body != body[1 : min(9, len(body) - 1) + 1]:
        clause = f"{name} answers the range that was asked for"
        subject.report("download-range", operation, clause, f"{len(part.exchange.body)} other bytes", part)
    elif part.status not in (200, 206):
        clause = f"{name} can be fetched again while it is valid"
        subject.report("download-refused", operation, clause, f"answered {part.status} the second time", part)


def _addresses(data: Json) -> Iterator[tuple[str, str, dict[str, Json]]]:
    if not isinstance(data, dict):
        return
    for name, value in data.items():
        if ADDRESS.search(name) and isinstance(value, str) and value.startswith("http"):
            yield name, value, data
        elif isinstance(value, dict):
            yield from _addresses(value)

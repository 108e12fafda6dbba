"""What one answer violates: status, content type, body, error shape, leaks. Used in every mode.

The rules look at one exchange alone. What takes several exchanges to see is in
:mod:`bitrise_conformance.semantic`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from bitrise_conformance.contract import Contract, Json, Operation
from bitrise_conformance.findings import Exchange, Finding, Findings, header
from bitrise_conformance.schema import Schemas
from bitrise_conformance.scrub import Scrubber

GENERIC_REFUSALS = frozenset({400, 401, 403, 404, 405, 406, 413, 414, 415, 422, 431})
"""Statuses with which HTTP servers refuse a request before it reaches the operation.

They need no entry in the contract, but their body must have the API's error shape."""

ERROR_FIELDS = ("message", "error_msg", "error", "errors")
"""Where the API says what went wrong: `{"message"}` is the standard, `{"error_msg"}` comes from proxied services."""

NOT_IMPLEMENTED = 501

RULES = (
    "server-error",
    "undocumented-status",
    "content-type",
    "empty-body",
    "body-unexpected",
    "broken-json",
    "response-schema",
    "undocumented-field",
    "error-shape",
    "token-echo",
    "stack-trace",
    "slow-answer",
)
"""The rules that one answer alone can break."""

MAX_SECONDS = 5.0
"""A single answer that takes longer is a finding."""

TRACES = re.compile(
    rb"Traceback \(most recent call last\)|File \"[^\"]+\", line \d+|goroutine \d+ \[|panic: runtime error"
    rb"|\bat [\w.$]+\([\w]+\.java:\d+\)|\.rb:\d+:in [`']|\bat [^\n]{1,120}\.js:\d+:\d+|#\d+ /[\w/.-]+\.php\(\d+\)"
    rb"|[\w/.-]+\.go:\d+ \+0x[0-9a-f]+"
)


class Judge:
    """Tells what an exchange violates.

    Args:
        contract: what the server promised.
        scrubber: knows the secrets that no answer may repeat.
    """

    def __init__(self, contract: Contract, scrubber: Scrubber) -> None:
        self.contract = contract
        self.schemas = Schemas(contract)
        self.scrubber = scrubber

    def __call__(self, operation: Operation, exchange: Exchange) -> list[Finding]:
        if exchange.status is None or exchange.status == NOT_IMPLEMENTED:
            return []
        return [
            Finding(rule, operation.id, clause, message, exchange)
            for rule, clause, message in self._violations(operation, exchange, exchange.status)
        ]

    def _violations(self, operation: Operation, exchange: Exchange, status: int) -> Iterator[Violation]:
        yield from self.leaks(exchange)
        if exchange.elapsed > MAX_SECONDS:
            yield (
                "slow-answer",
                f"answers within {MAX_SECONDS:g} s",
                f"the answer took {exchange.elapsed:.1f} s",
            )
        if status >= 500:
            yield "server-error", operation.response_pointer(status), f"answered {status}"
            return
        documented = operation.response(status)
        if documented is None:
            yield from self._undocumented(operation, exchange, status)
        elif exchange.method != "HEAD":
            yield from self._body(operation, exchange, status)

    def leaks(self, exchange: Exchange) -> Iterator[Violation]:
        """What an answer gives away."""
        if self.scrubber.finds(exchange.body) or any(
            self.scrubber.finds(value.encode()) for value in exchange.headers.values()
        ):
            yield "token-echo", "no answer repeats a token", "the answer repeats a token"
        if exchange.status and exchange.status >= 400 and (found := TRACES.search(exchange.body)):
            yield (
                "stack-trace",
                "no answer shows the server's inside",
                f"the answer shows {found[0][:80].decode(errors='replace')!r}",
            )

    def _undocumented(self, operation: Operation, exchange: Exchange, status: int) -> Iterator[Violation]:
        if status not in GENERIC_REFUSALS:
            known = ", ".join(operation.responses)
            yield (
                "undocumented-status",
                operation.response_pointer(status),
                f"answered {status}; the contract knows {known}",
            )
        elif exchange.method != "HEAD":
            yield from self._error_shape(operation, exchange, status)

    def _error_shape(self, operation: Operation, exchange: Exchange, status: int) -> Iterator[Violation]:
        clause = "an error is a JSON object that says what went wrong (" + ", ".join(ERROR_FIELDS) + ")"
        if "json" not in header(exchange.headers, "content-type"):
            kind = header(exchange.headers, "content-type") or "no content type"
            yield "error-shape", clause, f"{status} with {kind} instead of JSON"
            return
        value = _parse(exchange.body)
        if not isinstance(value, dict) or not any(value.get(field) for field in ERROR_FIELDS):
            yield "error-shape", clause, f"{status} without any of {', '.join(ERROR_FIELDS)}"

    def _body(self, operation: Operation, exchange: Exchange, status: int) -> Iterator[Violation]:
        pointer = operation.response_pointer(status)
        content = (operation.response(status) or {}).get("content", {})
        if not content:
            if status >= 400 and exchange.body:
                yield from self._error_shape(operation, exchange, status)
            elif status == 204 and exchange.body:
                yield "body-unexpected", pointer, f"{status} must be empty but carries {len(exchange.body)} bytes"
            return
        received = header(exchange.headers, "content-type").partition(";")[0].strip().lower()
        if not exchange.body:
            if not all(_allows_empty(media.get("schema"), kind) for kind, media in content.items()):
                yield "empty-body", f"{pointer}/content", f"{status} with an empty body"
            return
        kind = next((kind for kind in content if _same_kind(kind, received)), None)
        if kind is None:
            yield (
                "content-type",
                f"{pointer}/content",
                f"{status} as {received or 'nothing'}; the contract says {', '.join(content)}",
            )
            return
        if "json" in kind:
            yield from self._json(pointer, kind, content[kind], exchange, status)

    def _json(self, pointer: str, kind: str, media: Json, exchange: Exchange, status: int) -> Iterator[Violation]:
        value = _parse(exchange.body)
        where = f"{pointer}/content/{kind.replace('/', '~1')}"
        if value is _BROKEN:
            yield "broken-json", where, f"{status} whose body is not JSON"
            return
        if not media.get("schema"):
            return
        for mismatch in self.schemas.mismatches(f"{where}/schema", value):
            rule = "undocumented-field" if mismatch.keyword == "undocumented" else "response-schema"
            yield rule, f"{mismatch.schema} at {mismatch.instance or '/'}", mismatch.message


class SecondOpinion(Judge):
    """Asks one document and notes what another would say of the same answer.

    Args:
        judged_by: the document whose verdict counts.
        other: the other document, and where its findings go.
    """

    def __init__(self, judged_by: Contract, other: Contract, sink: Findings, scrubber: Scrubber) -> None:
        super().__init__(judged_by, scrubber)
        self._other = Judge(other, scrubber)
        self._sink = sink

    def __call__(self, operation: Operation, exchange: Exchange) -> list[Finding]:
        for finding in self._other(operation, exchange):
            self._sink.add(finding)
        named = self.contract.operations.get(operation.id)
        return super().__call__(named, exchange) if named else []


Violation = tuple[str, str, str]
"""Rule, clause, message."""


class _Broken:
    pass


_BROKEN = _Broken()


def _parse(body: bytes) -> Json:
    try:
        return json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return _BROKEN


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _same_kind(documented: str, received: str) -> bool:
    documented = documented.partition(";")[0].strip().lower()
    if documented in (received, "*/*"):
        return True
    return documented.endswith("/*") and received.startswith(documented[:-1])


def _allows_empty(schema: Json, kind: str) -> bool:
    return (not schema and "json" not in kind) or kind.startswith("text/")

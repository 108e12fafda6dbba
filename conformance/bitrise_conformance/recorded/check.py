"""Is recorded traffic what the contract says? No network is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from bitrise_conformance.contract import Contract, Operation
from bitrise_conformance.coverage import Coverage
from bitrise_conformance.findings import Exchange, Finding, Findings
from bitrise_conformance.judge import Judge
from bitrise_conformance.scrub import Scrubber

PREFIX = "/v0.1"


@dataclass
class Checked:
    """Recorded traffic against a contract."""

    findings: Findings = field(default_factory=Findings)
    exchanges: int = 0
    elsewhere: list[str] = field(default_factory=list)
    """Request lines that the contract does not know, each once."""


def check_exchanges(
    contract: Contract, exchanges: Iterable[Exchange], scrubber: Scrubber, coverage: Coverage | None = None
) -> Checked:
    """Judge each exchange; those of other hosts' or unknown paths are listed, not judged."""
    judge = Judge(contract, scrubber)
    result = Checked()
    for exchange in exchanges:
        operation = operation_of(contract, exchange)
        if operation is None:
            line = f"{exchange.method} {urlsplit(exchange.url).path}"
            if line not in result.elsewhere:
                result.elsewhere.append(line)
            continue
        result.exchanges += 1
        if coverage is not None and exchange.status is not None:
            seen = coverage.counts.setdefault(operation.id, {})
            seen[exchange.status] = seen.get(exchange.status, 0) + 1
        for finding in (*judge(operation, exchange), *_request(operation, exchange)):
            result.findings.add(finding)
    return result


def operation_of(contract: Contract, exchange: Exchange) -> Operation | None:
    """The operation that an exchange belongs to; the path may stand with or without its prefix."""
    parts = urlsplit(exchange.url)
    if parts.netloc and PREFIX not in parts.path and not _is_api(parts.hostname):
        return None
    path = parts.path.partition(PREFIX)[2] if PREFIX in parts.path else parts.path
    return contract.find(exchange.method, path)


def _request(operation: Operation, exchange: Exchange) -> Iterable[Finding]:
    """Query parameters that were used with success although the contract lacks them."""
    if exchange.status is None or not 200 <= exchange.status < 300:
        return
    for name, _ in parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True):
        if name not in operation.query:
            clause = f"{operation.pointer}/parameters"
            message = f"the query parameter {name!r} is not in the contract"
            yield Finding("undocumented-parameter", operation.id, f"{clause} {name}", message, exchange)


def _is_api(host: str | None) -> bool:
    return host in (None, "api.bitrise.io", "localhost", "127.0.0.1")

"""What is watched on every exchange of a run: refusals for want of patience, slow answers, broken connections."""

from __future__ import annotations

from urllib.parse import urlsplit

from bitrise_conformance.contract import Contract, Operation
from bitrise_conformance.coverage import SLOW, Coverage
from bitrise_conformance.findings import Exchange, Finding, Findings
from bitrise_conformance.wire import Wire


class Watch:
    """Turns what passes on a wire into findings.

    Args:
        coverage: counts the answers, and keeps how fast they came.
        findings: where findings go.
        base_url: the server's, with which every watched path begins.
    """

    def __init__(self, contract: Contract, wire: Wire, coverage: Coverage, findings: Findings, base_url: str) -> None:
        self.contract, self.wire, self.coverage, self.findings = contract, wire, coverage, findings
        self.base_path = urlsplit(base_url).path

    def begin(self, *, is_local: bool) -> None:
        """Watch the wire from now on.

        Args:
            is_local: the server is on this machine, so that it has no reason to be slow or to refuse a rate.
        """
        self.wire.observers.append(self.coverage.observe)
        if is_local:
            self.wire.observers.append(self._rate_limited)
            self.wire.observers.append(self._slow)
        self.wire.on_drop = self._dropped

    def find_slow(self) -> None:
        """Report the operations of which no answer was fast."""
        clause = f"a server on this machine answers within {SLOW:g} s at its best"
        for operation in self.coverage.slow():
            message = f"the fastest answer took {self.coverage.fastest[operation.id]:.1f} s"
            self.findings.add(Finding("slow-answer", operation.id, clause, message))

    def _rate_limited(self, exchange: Exchange) -> None:
        if exchange.status == 429:
            operation = self._operation(exchange)
            clause = "a server on this machine does not refuse the job's rate"
            name = operation.id if operation else f"{exchange.method} {urlsplit(exchange.url).path}"
            wait = exchange.headers.get("retry-after")
            message = f"answered 429 {f'with Retry-After: {wait}' if wait else 'without Retry-After'}"
            self.findings.add(Finding("rate-limited", name, clause, message, exchange))

    def _slow(self, exchange: Exchange) -> None:
        if exchange.elapsed > SLOW and self.coverage.is_hopeless:
            self.wire.stop("most answers take longer than a second; the run was ended")

    def _dropped(self, exchange: Exchange, why: str) -> None:
        operation = self._operation(exchange)
        if operation:
            clause = "every request is answered"
            message = f"the connection ended before the whole answer was there ({why})"
            self.findings.add(Finding("no-answer", operation.id, clause, message, exchange))

    def _operation(self, exchange: Exchange) -> Operation | None:
        return self.contract.find(exchange.method, urlsplit(exchange.url).path.removeprefix(self.base_path))

"""Puts a run's facts into one JSON document; its fields are described in ``report.schema.json``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bitrise_conformance.contract import Contract
from bitrise_conformance.coverage import Row
from bitrise_conformance.findings import Exchange, Finding
from bitrise_conformance.judge import GENERIC_REFUSALS
from bitrise_conformance.known import KnownIssue, Verdict
from bitrise_conformance.scrub import Scrubber

Report = dict[str, Any]
"""A report as JSON."""

VERSION = 1
MAX_BODY = 4000
"""Characters of a body that a report keeps."""

ABOUT_STATUS = frozenset({"undocumented-status", "server-error"})
"""Rules that hold a status itself, not its headers or body, against the server."""

SECRET_HEADERS = frozenset({"authorization", "bitrise-addon-auth-token", "cookie", "set-cookie", "proxy-authorization"})
SIGNATURES = re.compile(r"((?:signature|x-amz-[a-z-]+|x-goog-[a-z-]+|token|expires|sig)=)[^&\s\"'\\]+", re.IGNORECASE)


def build_report(
    *,
    verdict: Verdict,
    counts: Mapping[tuple[str, str, str], int],
    rows: Iterable[Row],
    scrubber: Scrubber,
    contract: Contract,
    facts: Mapping[str, Any],
    notes: Iterable[str] = (),
) -> Report:
    """The report of one run, without secrets.

    Args:
        counts: how often each finding was seen, by its key.
        facts: about the run itself: target, seed, shard, time.
        notes: what could not be tested, and other remarks.
    """
    states: dict[tuple[str, str, str], tuple[str, KnownIssue | None]] = {f.key: ("new", None) for f in verdict.new}
    states.update({finding.key: ("known", issue) for finding, issue in verdict.known})
    states.update({finding.key: ("expired", issue) for finding, issue in verdict.expired})
    findings = list(verdict.new) + [f for f, _ in verdict.known]
    report: Report = {
        "version": VERSION,
        "tool": "bitrise-conformance",
        **facts,
        "operations": [_operation(row, findings) for row in rows],
        "findings": [_finding(f, *states[f.key], counts.get(f.key, 1), contract) for f in findings],
        "fixed": [_issue(issue) for issue in verdict.stale],
        "notes": list(notes),
    }
    report["counts"] = count(report)
    cleaned: Report = _clean(report, scrubber)
    return cleaned


def count(report: Report) -> dict[str, int]:
    """The numbers of a report, from its lists."""
    operations, findings = report["operations"], report["findings"]
    statuses = [s for operation in operations for s in operation["statuses"]]
    return {
        "operations": len(operations),
        "exercised": sum(any(s["seen"] for s in operation["statuses"]) for operation in operations),
        "succeeded": sum(any(s["seen"] and s["status"][0] == "2" for s in op["statuses"]) for op in operations),
        "not_implemented": sum(not operation["implemented"] for operation in operations),
        "documented": sum(s["documented"] for s in statuses),
        "documented_seen": sum(s["documented"] and s["seen"] > 0 for s in statuses),
        "accepted_seen": sum(s["accepted"] and not s["documented"] for s in statuses),
        "undocumented_seen": sum(not s["accepted"] for s in statuses),
        "new": sum(finding["state"] != "known" for finding in findings),
        "known": sum(finding["state"] == "known" for finding in findings),
        "expired": sum(finding["state"] == "expired" for finding in findings),
        "fixed": len(report["fixed"]),
    }


def _operation(row: Row, findings: list[Finding]) -> dict[str, Any]:
    mine = [f for f in findings if f.operation == row.operation.id]
    return {
        "id": row.operation.id,
        "method": row.operation.method,
        "path": row.operation.path,
        "resource": row.operation.definition.get("x-bitrise-resource", ""),
        "implemented": row.implemented,
        "statuses": _statuses(row, accused=any(f.rule in ABOUT_STATUS for f in mine)),
        "findings": sorted({f.fingerprint for f in mine}),
    }


def _statuses(row: Row, *, accused: bool) -> list[dict[str, Any]]:
    """Each status of an operation: documented or not, accepted or not, and how often it was seen.

    A status that the contract lacks is accepted when it is a usual refusal, such as 405 to a foreign method or 403
    to a read-only token, or when no finding is about the operation's statuses. One finding stands for all of
    them, so it is held against every status that is not a usual refusal.
    """
    result: list[dict[str, Any]] = []
    used: set[int] = set()
    for code in row.documented:
        matching = [s for s in row.seen if str(s) == code or (code.endswith("XX") and str(s)[0] == code[0])]
        matching = [s for s in matching if s not in used and s != 501]
        used.update(matching)
        result.append(
            {"status": code, "documented": True, "accepted": True, "seen": sum(row.seen[s] for s in matching)}
        )
    for status in row.seen:
        if status not in used and not (status == 501 and not row.implemented):
            accepted = status in GENERIC_REFUSALS or not accused
            result.append({"status": str(status), "documented": False, "accepted": accepted, "seen": row.seen[status]})
    return result


def _finding(finding: Finding, state: str, issue: KnownIssue | None, seen: int, contract: Contract) -> dict[str, Any]:
    operation = contract.operations.get(finding.operation)
    exchange = finding.exchange
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "operation": finding.operation,
        "method": operation.method if operation else "",
        "path": operation.path if operation else "",
        "clause": finding.clause,
        "message": finding.message,
        "state": state,
        "count": seen,
        "known": _issue(issue) if issue else None,
        "curl": exchange.curl() if exchange else "",
        "request": _request(exchange) if exchange else None,
        "response": _response(exchange) if exchange and exchange.status is not None else None,
    }


def _request(exchange: Exchange) -> dict[str, Any]:
    return {
        "method": exchange.method,
        "url": exchange.url,
        "signed": exchange.signed,
        "headers": dict(exchange.request_headers),
        "body": exchange.request_body,
    }


def _response(exchange: Exchange) -> dict[str, Any]:
    return {
        "status": exchange.status,
        "headers": dict(exchange.headers),
        "body": exchange.body,
        "seconds": round(exchange.elapsed, 3),
    }


def _issue(issue: KnownIssue) -> dict[str, str]:
    return {
        "rule": issue.rule,
        "operation": issue.operation,
        "clause": issue.clause,
        "reason": issue.reason,
        "link": issue.link,
        "expires": issue.expires.isoformat(),
    }


def _clean(value: Any, scrubber: Scrubber, key: str = "") -> Any:
    """The same without secrets; bodies become text and are cut after, not before, secrets are cut out."""
    if isinstance(value, dict):
        return {
            scrubber.text(name): "[hidden]" if name.lower() in SECRET_HEADERS else _clean(item, scrubber, name)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_clean(item, scrubber) for item in value]
    if isinstance(value, bytes):
        text = SIGNATURES.sub(r"\1[hidden]", scrubber.data(value).decode("utf-8", "replace"))
        return text if len(text) <= MAX_BODY else f"{text[:MAX_BODY]} … ({len(text)} characters)"
    if isinstance(value, str):
        text = scrubber.text(value)
        if key == "curl":
            text = _hide_authorization(text)
        return SIGNATURES.sub(r"\1[hidden]", text) if key in ("url", "location", "curl") else text[: MAX_BODY * 2]
    return value


def _hide_authorization(curl: str) -> str:
    """Tokens that are not the one under test are secrets as well."""
    return re.sub(r"'Authorization: (?!token \$)[^']*'", "'Authorization: token another-token'", curl)

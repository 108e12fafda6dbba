"""The whole job: find a server, walk it, check it, run the engine over it, tell what was found."""

from __future__ import annotations

import secrets
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bitrise_conformance.contract import Contract, load_published
from bitrise_conformance.engine import EngineError
from bitrise_conformance.findings import Findings
from bitrise_conformance.judge import RULES
from bitrise_conformance.known import Verdict, compare, load_known
from bitrise_conformance.phases import Phases, Say
from bitrise_conformance.report import Report, build_report, write_report
from bitrise_conformance.scrub import Scrubber
from bitrise_conformance.server import Options, open_server

NEW, CLEAN, BROKEN, STALE = 1, 0, 2, 3
"""Exit codes: new findings, nothing new, could not run, stale known issues under ``--strict``."""


@dataclass
class Outcome:
    """How a run ended."""

    code: int
    report: Report


def run(options: Options, say: Say = lambda line: None) -> Outcome:
    """Run the job and write its reports.

    Args:
        say: told of progress, a line each.

    Raises:
        TargetError, ContractError, KnownIssuesError, EngineError: the job could not run.
    """
    known = load_known(options.baseline)
    contract = Contract.load(options.contract)
    judged_by = load_published() if options.against == "published" else contract
    seed = secrets.randbits(32) if options.seed is None else options.seed
    with ExitStack() as stack:
        server = stack.enter_context(open_server(options, seed))
        scrubber = Scrubber(server.tokens)
        phases = Phases(options, contract, judged_by, server, scrubber, seed, say)
        started = datetime.now(UTC)
        interrupted = False
        try:
            with phases.wire.installed():
                phases.everything()
        except KeyboardInterrupt:
            interrupted = True
        verdict = compare(phases.findings, known)
        report = build_report(
            verdict=verdict,
            counts=phases.findings.counts,
            rows=phases.coverage.rows(phases.operations),
            scrubber=scrubber,
            contract=judged_by,
            facts={
                "against": options.against,
                "base_url": server.base_url,
                "kind": server.kind,
                "started": started.isoformat(timespec="seconds"),
                "seconds": round(time.monotonic() - phases.start, 1),
                "seed": seed,
                "shard": str(options.shard),
                "requests": phases.wire.sent,
                "interrupted": interrupted,
                "strict": options.strict,
            },
            notes=phases.notes(),
        )
    if options.against == "published" and not interrupted:
        report["difference"] = _difference(phases.other_findings, phases.findings)
    code = BROKEN if interrupted else exit_code(verdict, strict=options.strict)
    report["exit_code"] = code
    write_report(report, options.report, scrubber)
    return Outcome(code, report)


def exit_code(verdict: Verdict, *, strict: bool) -> int:
    """The exit code that a verdict asks for."""
    if verdict.new:
        return NEW
    return STALE if strict and verdict.stale else CLEAN


def _difference(ours: Findings, published: Findings) -> dict[str, Any]:
    """What the two verdicts disagree on, by operation and rule."""
    mine = {(finding.operation, finding.rule) for finding in ours if finding.rule in RULES}
    theirs = {(finding.operation, finding.rule) for finding in published if finding.rule in RULES}
    return {
        "only_published": [f"{operation}: {rule}" for operation, rule in sorted(theirs - mine)],
        "only_contract": [f"{operation}: {rule}" for operation, rule in sorted(mine - theirs)],
    }


__all__ = ["BROKEN", "CLEAN", "NEW", "STALE", "EngineError", "Options", "Outcome", "exit_code", "run"]

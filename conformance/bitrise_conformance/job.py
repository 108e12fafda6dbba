"""The whole job: find a server, walk it, check it, run the engine over it, tell what was found."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from bitrise_conformance import semantic
from bitrise_conformance.contract import Contract, Operation, load_published
from bitrise_conformance.coverage import SLOW, Coverage
from bitrise_conformance.discover import World, discover
from bitrise_conformance.engine import EngineError, run_engine
from bitrise_conformance.findings import Exchange, Finding, Findings
from bitrise_conformance.hooks import EngineRun
from bitrise_conformance.judge import RULES, Judge, SecondOpinion
from bitrise_conformance.known import Verdict, compare, load_known
from bitrise_conformance.report import Report, build_report, write_report
from bitrise_conformance.scrub import Scrubber
from bitrise_conformance.server import Options, Server, open_server
from bitrise_conformance.session import Api
from bitrise_conformance.target import probe
from bitrise_conformance.wire import Policy, Wire, is_loopback

LIVE_RATE = 5.0
"""Requests per second to a server that is not on this machine."""
LIVE_MAX_WAIT = 300.0
"""Seconds spent in all on Retry-After of such a server."""
LEAST_ENGINE_TIME = 2


NEW, CLEAN, BROKEN, STALE = 1, 0, 2, 3
"""Exit codes: new findings, nothing new, could not run, stale known issues under ``--strict``."""


@dataclass
class Outcome:
    """How a run ended."""

    code: int
    report: Report


Say = Callable[[str], None]


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
        run_ = _Run(options, contract, judged_by, server, scrubber, seed, say)
        started = datetime.now(UTC)
        interrupted = False
        try:
            with run_.wire.installed():
                run_.everything()
        except KeyboardInterrupt:
            interrupted = True
        verdict = compare(run_.findings, known)
        report = build_report(
            verdict=verdict,
            counts=run_.findings.counts,
            rows=run_.coverage.rows(run_.operations),
            scrubber=scrubber,
            contract=judged_by,
            facts={
                "against": options.against,
                "base_url": server.base_url,
                "kind": server.kind,
                "started": started.isoformat(timespec="seconds"),
                "seconds": round(time.monotonic() - run_.start, 1),
                "seed": seed,
                "shard": str(options.shard),
                "requests": run_.wire.sent,
                "interrupted": interrupted,
                "strict": options.strict,
            },
            notes=run_.notes(),
        )
    if options.against == "published" and not interrupted:
        report["difference"] = _difference(run_.other_findings, run_.findings)
    code = BROKEN if interrupted else exit_code(verdict, strict=options.strict)
    report["exit_code"] = code
    write_report(report, options.report, scrubber)
    return Outcome(code, report)


def exit_code(verdict: Verdict, *, strict: bool) -> int:
    if verdict.new:
        return NEW
    return STALE if strict and verdict.stale else CLEAN


class _Run:
    """The state of one run."""

    def __init__(
        self,
        options: Options,
        contract: Contract,
        judged_by: Contract,
        server: Server,
        scrubber: Scrubber,
        seed: int,
        say: Say,
    ) -> None:
        self.options, self.server, self.seed, self.say = options, server, seed, say
        self.start = time.monotonic()
        self.contract = contract
        is_sandbox = server.kind == "sandbox"
        self.free = is_sandbox or (options.allow_writes and options.disposable)
        """Whether anything on the server may be written; else only what the job itself created."""
        self.writes = is_sandbox or options.allow_writes
        live = not is_loopback(server.base_url)
        rate = options.rate if options.rate is not None else (LIVE_RATE if live else None)
        policy = Policy(
            server.base_url,
            writes=self.writes,
            only_own=not self.free,
            app=options.app,
            per_second=rate or None,
            max_wait=LIVE_MAX_WAIT if live else 10.0,
        )
        self.wire = Wire(policy, server.token)
        self.findings = Findings()
        self.other_findings = Findings()
        self.judge = (
            Judge(contract, scrubber)
            if judged_by is contract
            else SecondOpinion(judged_by, contract, self.other_findings, scrubber)
        )
        self.api = Api(contract, self.wire, self.judge, self.findings)
        self.coverage = Coverage(contract, urlsplit(server.base_url).path)
        self.wire.observers.append(self.coverage.observe)
        if not live:
            self.wire.observers.append(self._rate_limited)
            self.wire.observers.append(self._slow)
        self.wire.on_drop = self._dropped
        self.operations = options.shard.select(self._reachable())
        self.world = World()
        self.skipped: list[str] = []
        self.engine_errors: list[str] = []

    def everything(self) -> None:
        say, server = self.say, self.server
        if server.kind == "server":
            probe(self.contract, self.wire, needs_token=server.token is not None)
        say(f"target     {server.base_url} ({server.kind}), seed {self.seed}, shard {self.options.shard}")
        self.world = discover(self.api, app=self.options.app)
        found = sum(bool(pool) for pool in self.world.pools.values())
        say(f"discovery  real path parameters for {found} of {len(self.world.pools)} operations")
        before = len(self.findings)
        subject = semantic.Subject(
            api=self.api,
            world=self.world,
            operations=self.operations,
            other_token=server.other_token,
            reading_token=server.reading_token,
            writes=self.writes,
            own_only=not self.free,
            seed=self.seed,
            app=self.options.app,
        )
        for name, seconds in semantic.run_all(subject, deadline=self._deadline(0.5)):
            say(f"semantic   {name:<28} {seconds:5.1f} s  {len(self.findings) - before:>3} findings")
        self.skipped = subject.skipped
        self._engine()
        if is_loopback(server.base_url):
            self._find_slow()

    def _engine(self) -> None:
        operations = [op for op in self.operations if self.free or op.is_safe]
        operations = [op for op in operations if op.id not in self._not_implemented()]
        left = self._deadline(1.0)
        max_time = None if left is None else int(left - time.monotonic())
        if max_time is not None and max_time < LEAST_ENGINE_TIME:
            self.skipped.append("generated requests: no time was left of --time-budget")
            return
        progress = _Progress(self.say, len(operations))
        engine = EngineRun(self.contract, self.judge, self.findings, self.world.pools, on_scenario=progress.scenario)
        run_engine(
            self.contract,
            operations,
            engine,
            base_url=self.server.base_url,
            seed=self.seed,
            depth=self.options.depth,
            writes=self.free,
            max_time=max_time,
        )
        progress.done(engine.cases, len(self.findings))
        self.engine_errors = engine.errors

    def _deadline(self, share: float) -> float | None:
        budget = self.options.time_budget
        return None if budget is None else self.start + budget * share

    def _reachable(self) -> Iterator[Operation]:
        for operation in self.contract:
            if not self.writes and not operation.is_safe:
                continue
            if self.options.app and not operation.path.startswith("/apps/{app-slug}"):
                continue
            yield operation

    def _not_implemented(self) -> set[str]:
        return {row.operation.id for row in self.coverage.rows(self.operations) if not row.implemented}

    def _rate_limited(self, exchange: Exchange) -> None:
        if exchange.status == 429:
            operation = self.contract.find(exchange.method, _path(exchange.url, self.server.base_url))
            clause = "a server on this machine does not refuse the job's rate"
            name = operation.id if operation else f"{exchange.method} {urlsplit(exchange.url).path}"
            wait = exchange.headers.get("retry-after")
            message = f"answered 429 {f'with Retry-After: {wait}' if wait else 'without Retry-After'}"
            self.findings.add(Finding("rate-limited", name, clause, message, exchange))

    def _slow(self, exchange: Exchange) -> None:
        if exchange.elapsed > SLOW and self.coverage.is_hopeless:
            self.wire.stop("most answers take longer than a second; the run was ended")

    def _find_slow(self) -> None:
        clause = f"a server on this machine answers within {SLOW:g} s at its best"
        for operation in self.coverage.slow():
            message = f"the fastest answer took {self.coverage.fastest[operation.id]:.1f} s"
            self.findings.add(Finding("slow-answer", operation.id, clause, message))

    def _dropped(self, exchange: Exchange, why: str) -> None:
        operation = self.contract.find(exchange.method, _path(exchange.url, self.server.base_url))
        if operation:
            clause = "every request is answered"
            message = f"the connection ended before the whole answer was there ({why})"
            self.findings.add(Finding("no-answer", operation.id, clause, message, exchange))

    def notes(self) -> list[str]:
        notes = [f"not tested: {text}" for text in self.skipped]
        notes += [f"guard: {count} requests not sent, {why}" for why, count in self.wire.refused.items()]
        notes += [f"engine: {text}" for text in self.engine_errors[:10]]
        if self.wire.waited:
            notes.append(f"waited {self.wire.waited:.0f} s because the server asked for it (429)")
        return notes


class _Progress:
    """A line for each phase of the engine, and one now and then within it."""

    def __init__(self, say: Say, total: int, every: float = 5.0) -> None:
        self.say, self.total, self.every = say, total, every
        self.phase, self.count, self.last = "", 0, time.monotonic()

    def scenario(self, phase: str, label: str) -> None:
        if phase != self.phase:
            self.phase, self.count = phase, 0
        self.count += 1
        if time.monotonic() - self.last > self.every:
            self.last = time.monotonic()
            self.say(f"engine     {phase.lower():<12} {self.count:>4}  {label}")

    def done(self, cases: int, findings: int) -> None:
        self.say(f"engine     {cases} requests generated, {findings} findings in all")


def _difference(ours: Findings, published: Findings) -> dict[str, Any]:
    """What the two verdicts disagree on, by operation and rule."""
    mine = {(finding.operation, finding.rule) for finding in ours if finding.rule in RULES}
    theirs = {(finding.operation, finding.rule) for finding in published if finding.rule in RULES}
    return {
        "only_published": [f"{operation}: {rule}" for operation, rule in sorted(theirs - mine)],
        "only_contract": [f"{operation}: {rule}" for operation, rule in sorted(mine - theirs)],
    }


def _path(url: str, base_url: str) -> str:
    return urlsplit(url).path.removeprefix(urlsplit(base_url).path)


__all__ = ["BROKEN", "CLEAN", "NEW", "STALE", "EngineError", "Options", "Outcome", "exit_code", "run"]

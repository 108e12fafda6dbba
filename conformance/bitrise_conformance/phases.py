"""The phases of a run: find a server's things, check what several answers tell, run the engine over it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from bitrise_conformance import semantic
from bitrise_conformance.contract import Contract, Operation
from bitrise_conformance.coverage import Coverage
from bitrise_conformance.discover import World, discover
from bitrise_conformance.engine import run_engine
from bitrise_conformance.findings import Findings
from bitrise_conformance.hooks import EngineRun
from bitrise_conformance.judge import Judge, SecondOpinion
from bitrise_conformance.scrub import Scrubber
from bitrise_conformance.server import Options, Server
from bitrise_conformance.session import Api
from bitrise_conformance.target import probe
from bitrise_conformance.watch import Watch
from bitrise_conformance.wire import Policy, Wire, is_loopback

LIVE_RATE = 5.0
"""Requests per second to a server that is not on this machine."""
LIVE_MAX_WAIT = 300.0
"""Seconds spent in all on Retry-After of such a server."""
LEAST_ENGINE_TIME = 2
"""Seconds; with less the engine is not begun."""

Say = Callable[[str], None]
"""Told of progress, a line each."""


class Phases:
    """One run: its state, and what is done in turn."""

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
        self.watch = Watch(contract, self.wire, self.coverage, self.findings, server.base_url)
        self.watch.begin(is_local=not live)
        self.operations = options.shard.select(self._reachable())
        self.world = World()
        self.skipped: list[str] = []
        self.engine_errors: list[str] = []

    def everything(self) -> None:
        """Run all phases; what they find is in ``findings``.

        Raises:
            TargetError, EngineError: the server is none, or the engine could not run.
        """
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
            self.watch.find_slow()

    def notes(self) -> list[str]:
        """What could not be tested, and what held the run up."""
        notes = [f"not tested: {text}" for text in self.skipped]
        notes += [f"guard: {count} requests not sent, {why}" for why, count in self.wire.refused.items()]
        notes += [f"engine: {text}" for text in self.engine_errors[:10]]
        if self.wire.waited:
            notes.append(f"waited {self.wire.waited:.0f} s because the server asked for it (429)")
        return notes

    def _engine(self) -> None:
        missing = self._not_implemented()
        operations = [op for op in self.operations if (self.free or op.is_safe) and op.id not in missing]
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

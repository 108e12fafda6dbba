"""Requests per second of the contract job's engine phase, as a ratio to the plain engine.

Both sides run Schemathesis' command line in a process of their own, over the same part of the contract, with the same
seed, phases and number of examples, against a sandbox in another process. The plain side has the engine's own response
checks; the job's side has our hooks, our judge and the guard at the transport. Short turns alternate. Rates are per
second of the engine's CPU time: the job asks for things that exist, so that the server has more to answer, and that
is not the engine's doing. The ratio by the clock is printed too.

Run: ``python benchmarks/conformance_engine.py [--turns N]``. At least 0.9 is asked for.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SEED = 11
SHARD = (1, 4)
ASKED = 0.9


def main() -> int:
    """Print both rates and their ratio; 1 when it is below what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--side", choices=("plain", "job"))
    options = parser.parse_args()
    if options.side:
        print(json.dumps(SIDES[options.side]()))
        return 0
    turns: dict[str, list[dict[str, float]]] = {"plain": [], "job": []}
    for _ in range(options.turns):
        for side, measured in turns.items():
            command = [sys.executable, __file__, "--side", side]
            measured.append(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    for side, measured in turns.items():
        rate = statistics.median(turn["requests"] / turn["cpu"] for turn in measured)
        print(f"{side:<6} {rate:7.1f} requests per second of CPU, {measured[0]['requests']:.0f} requests a turn")
    by_cpu, by_clock = (_ratio(turns, key) for key in ("cpu", "wall"))
    print(f"ratio  {by_cpu:7.2f}  job / plain engine, median of {options.turns} pairs; asked: {ASKED}")
    print(f"       {by_clock:7.2f}  by the clock")
    return 0 if by_cpu >= ASKED else 1


def _ratio(turns: dict[str, list[dict[str, float]]], key: str) -> float:
    pairs = zip(turns["job"], turns["plain"], strict=True)
    return statistics.median((job["requests"] / job[key]) / (plain["requests"] / plain[key]) for job, plain in pairs)


def _plain() -> dict[str, float]:
    from schemathesis.cli import schemathesis as command

    from bitrise_conformance.contract import Contract
    from bitrise_conformance.engine import reduced
    from bitrise_conformance.shard import Shard

    contract = Contract.load()
    with _sandbox() as (base_url, token), tempfile.TemporaryDirectory() as folder:
        spec, config = Path(folder, "openapi.json"), Path(folder, "schemathesis.toml")
        spec.write_text(json.dumps(reduced(contract, Shard(*SHARD).select(contract))))
        config.write_text(_plain_config())
        arguments = ["--config-file", str(config), "run", str(spec), "--url", base_url, "--seed", str(SEED)]
        with _counting() as sent, contextlib.redirect_stdout(io.StringIO()):
            start = _now()
            with contextlib.suppress(SystemExit):
                headers = ["--header", f"Authorization: token {token}"]
                command.main([*arguments, *headers], standalone_mode=False)
            return _since(start, sent[0])


def _job() -> dict[str, float]:
    from bitrise_conformance.contract import Contract
    from bitrise_conformance.discover import discover
    from bitrise_conformance.engine import Depth, run_engine
    from bitrise_conformance.findings import Findings
    from bitrise_conformance.hooks import EngineRun
    from bitrise_conformance.judge import Judge
    from bitrise_conformance.scrub import Scrubber
    from bitrise_conformance.session import Api
    from bitrise_conformance.shard import Shard
    from bitrise_conformance.wire import Policy, Wire

    contract = Contract.load()
    with _sandbox() as (base_url, token):
        wire, judge = Wire(Policy(base_url), token), Judge(contract, Scrubber([token]))
        findings = Findings()
        with wire.installed():
            pools = discover(Api(contract, wire, judge, findings)).pools
            before, start = wire.sent, _now()
            run = EngineRun(contract, judge, findings, pools)
            operations = Shard(*SHARD).select(contract)
            run_engine(contract, operations, run, base_url=base_url, seed=SEED, depth=Depth())
            return _since(start, wire.sent - before)


SIDES = {"plain": _plain, "job": _job}


def _now() -> tuple[float, float]:
    return time.process_time(), time.perf_counter()


def _since(start: tuple[float, float], requests: int) -> dict[str, float]:
    return {"requests": requests, "cpu": time.process_time() - start[0], "wall": time.perf_counter() - start[1]}


@contextlib.contextmanager
def _sandbox() -> Iterator[tuple[str, str]]:
    """A sandbox in a process of its own: its address and a token."""
    command = [sys.executable, "-m", "bitrise_sandbox", "--port", "0", "--seed", str(SEED)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        base_url = process.stdout.readline().split()[-1]
        token = process.stdout.readline().split()[-1]
        try:
            yield base_url, token
        finally:
            process.terminate()


def _plain_config() -> str:
    """The job's own configuration with the engine's response checks in the place of ours."""
    from bitrise_conformance.engine import Depth, configuration

    checks = (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
    )
    own = "\n".join(f"{name}.enabled = true" for name in checks)
    return configuration(Depth(), undeclared=True).replace("contract.enabled = true", own)


@contextlib.contextmanager
def _counting():  # type: ignore[no-untyped-def]
    import requests

    original, sent = requests.Session.send, [0]

    def send(self: requests.Session, request: requests.PreparedRequest, **kwargs: object) -> requests.Response:
        sent[0] += 1
        return original(self, request, **kwargs)  # type: ignore[arg-type]

    requests.Session.send = send  # type: ignore[method-assign, assignment]
    try:
        yield sent
    finally:
        requests.Session.send = original  # type: ignore[method-assign]


if __name__ == "__main__":
    raise SystemExit(main())

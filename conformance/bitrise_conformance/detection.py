"""How much does the job see? Every fault of the sandbox must be found, and a server without fault must pass.

``python -m bitrise_conformance.detection`` runs the job once for each fault that a contract test can see, and with
several seeds without one, and prints a table. Exit codes: 0 all detected and no false alarm, 1 otherwise, 2 could
not run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

SEEDS = 20
TIMEOUT = 400
"""Seconds for one run; a server that is wrong can also be slow."""

SEED = 4711
"""Seed of the runs with a fault."""


@dataclass(frozen=True)
class Result:
    """One run of the job."""

    name: str
    """The fault, or the seed of a run without one."""
    code: int
    rules: dict[str, int]
    """How many findings each rule has."""
    operations: frozenset[str]
    seconds: float
    message: str = ""

    @property
    def summary(self) -> str:
        if not self.rules:
            return self.message
        first = sorted(self.rules.items(), key=lambda item: -item[1])[:3]
        return ", ".join(f"{rule} ({count})" for rule, count in first)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run everything and print the table."""
    options = _parser().parse_args(arguments)
    from bitrise_sandbox.faults import FAULTS

    faults = {name: fault for name, fault in FAULTS.items() if fault.visible}
    wanted = options.fault or list(faults)
    if unknown := [name for name in wanted if name.partition(":")[0] not in FAULTS]:
        print(f"detection: there is no fault {unknown[0]!r}; bitrise-sandbox --list-faults shows them", file=sys.stderr)
        return 2
    with ThreadPoolExecutor(options.jobs) as pool:
        seeds = list(pool.map(lambda seed: _run(f"seed {seed}", seed, ()), range(1, options.seeds + 1)))
        _print_alarms(seeds)
        found = list(pool.map(lambda name: _show(_run(name, SEED, (name,)), faults), wanted))
    detected = sum(_is_detected(result, faults) for result in found)
    alarms = sum(result.code != 0 for result in seeds)
    print(f"\nfaults detected / seeded: {detected} / {len(found)}")
    print(f"false alarms / runs:      {alarms} / {len(seeds)}")
    return 0 if detected == len(found) and not alarms else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bitrise_conformance.detection", description=__doc__)
    parser.add_argument("fault", nargs="*", help="only these, each NAME or NAME:ARG")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="runs without a fault")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="runs at a time")
    return parser


def _run(name: str, seed: int, faults: tuple[str, ...]) -> Result:
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bitrise-detection-") as folder:
        command = [sys.executable, "-m", "bitrise_conformance", "--seed", str(seed), "--report", folder]
        for fault in faults:
            command += ["--fault", fault]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
            code, message = done.returncode, (done.stderr.strip().splitlines() or [""])[-1]
        except subprocess.TimeoutExpired:
            code, message = 2, f"not finished after {TIMEOUT} s"
        report = _report(Path(folder, "report.json"))
    rules: dict[str, int] = {}
    for finding in report:
        rules[finding["rule"]] = rules.get(finding["rule"], 0) + 1
    operations = frozenset(finding["operation"] for finding in report)
    return Result(name, code, rules, operations, time.monotonic() - start, message)


def _report(path: Path) -> list[dict[str, str]]:
    try:
        findings: list[dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))["findings"]
    except (OSError, ValueError, KeyError):
        return []
    return findings


def _is_detected(result: Result, faults: Mapping[str, object]) -> bool:
    """Exit 1, and a finding at an operation that the fault strikes."""
    name, _, argument = result.name.partition(":")
    strikes = set(getattr(faults.get(name), "operations", ()))
    if argument and argument in result.operations:
        return result.code == 1
    if argument and not argument.replace(".", "").isdigit():
        return False
    return result.code == 1 and (not strikes or bool(strikes & result.operations))


def _show(result: Result, faults: Mapping[str, object]) -> Result:
    mark = "detected" if _is_detected(result, faults) else "MISSED"
    print(f"{mark:<9} {result.name:<34} {result.code}  {result.seconds:5.0f} s  {result.summary[:90]}", flush=True)
    return result


def _print_alarms(seeds: list[Result]) -> None:
    for result in seeds:
        if result.code:
            print(f"ALARM     {result.name:<34} {result.code}  {result.seconds:5.0f} s  {result.summary}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())

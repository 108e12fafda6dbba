"""The subcommands ``check`` and ``record``."""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bitrise_conformance.contract import Contract, load_published
from bitrise_conformance.coverage import Coverage
from bitrise_conformance.findings import Exchange
from bitrise_conformance.job import BROKEN, exit_code
from bitrise_conformance.known import compare, load_known
from bitrise_conformance.recorded.check import check_exchanges
from bitrise_conformance.recorded.read import RecordingError, read_recording
from bitrise_conformance.recorded.record import Recorder, run_recorded
from bitrise_conformance.recorded.suggest import as_yaml, suggest
from bitrise_conformance.report import build_report, final_lines, write_report
from bitrise_conformance.scrub import Scrubber


def check(arguments: Sequence[str]) -> int:
    """Check recorded traffic; exit codes are those of the job."""
    options = _check_parser().parse_args(arguments)
    known = load_known(options.baseline)
    contract = load_published() if options.against == "published" else Contract.load()
    exchanges = [exchange for path in options.file for exchange in read_recording(path)]
    scrubber = Scrubber(_tokens(exchanges))
    if token := os.environ.get("BITRISE_TOKEN"):
        scrubber.add(token)
    start = time.monotonic()
    coverage = Coverage(contract, "")
    checked = check_exchanges(contract, exchanges, scrubber, coverage)
    verdict = compare(checked.findings, known)
    if options.suggest:
        names = ", ".join(path.name for path in options.file)
        print(scrubber.text(as_yaml(suggest(contract, checked.findings, names))), end="")
        return exit_code(verdict, strict=options.strict)
    if not checked.exchanges:
        raise RecordingError(
            f"{options.file[0]}: none of the {len(exchanges)} exchanges is of an operation of the contract"
        )
    seen = [op for op in contract if op.id in coverage.counts]
    report = build_report(
        verdict=verdict,
        counts=checked.findings.counts,
        rows=coverage.rows(seen),
        scrubber=scrubber,
        contract=contract,
        facts={
            "against": options.against,
            "base_url": ", ".join(str(path) for path in options.file)[:300],
            "kind": "recording",
            "started": datetime.now(UTC).isoformat(timespec="seconds"),
            "seconds": round(time.monotonic() - start, 1),
            "seed": 0,
            "shard": "1/1",
            "requests": checked.exchanges,
            "interrupted": False,
            "strict": options.strict,
        },
        notes=[f"not in the contract: {line}" for line in checked.elsewhere],
    )
    report["exit_code"] = exit_code(verdict, strict=options.strict)
    if options.report:
        write_report(report, options.report, scrubber)
    lines = final_lines(report, options.report or Path("-"))
    print("\n".join(line for line in lines if options.report or not line.startswith("report ")))
    return exit_code(verdict, strict=options.strict)


def record(arguments: Sequence[str]) -> int:
    """Run a script and write what it sent; exits as the script does, 2 when it could not be run."""
    options = _record_parser().parse_args(arguments)
    script = [part for part in options.script if part != "--"] if options.script[:1] == ["--"] else options.script
    if not script or not Path(script[0]).is_file():
        print(f"bitrise-conformance record: {script[0] if script else 'SCRIPT'}: no such script")
        return BROKEN
    scrubber = Scrubber([os.environ[name] for name in ("BITRISE_TOKEN", options.token_env) if os.environ.get(name)])
    recorder = Recorder(options.output, Contract.load(), scrubber)
    code = run_recorded(script, recorder)
    print(f"{recorder.count} exchanges recorded in {options.output}")
    return code


def _check_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bitrise-conformance check",
        description="Check recorded traffic against the contract, without a network: HAR, VCR cassettes (vcrpy, "
        "pytest-recording, betamax, ruby), or JSON lines of method, path, status, body.",
    )
    parser.add_argument("file", metavar="FILE", nargs="+", type=Path)
    parser.add_argument(
        "--suggest", action="store_true", help="print overlay actions that would make the contract true"
    )
    parser.add_argument("--report", metavar="DIR", type=Path, help="also write a report")
    parser.add_argument("--baseline", metavar="FILE", type=Path, help="known issues")
    parser.add_argument("--strict", action="store_true", help="fail (3) when a known issue no longer occurs")
    parser.add_argument("--against", choices=("contract", "published"), default="contract")
    return parser


def _record_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bitrise-conformance record",
        description="Run a Python script that uses the client and record what it sends, without its secrets.",
    )
    parser.add_argument("--output", metavar="FILE", type=Path, default=Path("recording.jsonl"))
    parser.add_argument("--token-env", metavar="NAME", default="BITRISE_TOKEN", help="variable that holds the token")
    parser.add_argument("script", metavar="SCRIPT …", nargs=argparse.REMAINDER, help="the script and its arguments")
    return parser


def _tokens(exchanges: Sequence[Exchange]) -> list[str]:
    """Tokens that stand in recorded requests."""
    found = set()
    for exchange in exchanges:
        for name, value in exchange.request_headers.items():
            if name.lower() in ("authorization", "bitrise-addon-auth-token"):
                found.add(value.rpartition(" ")[2])
    return sorted(found)

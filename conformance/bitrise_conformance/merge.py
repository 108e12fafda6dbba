"""Joins the reports of shards into one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bitrise_conformance.report import Report, final_lines, write_report
from bitrise_conformance.report.build import VERSION, count
from bitrise_conformance.scrub import Scrubber


class MergeError(Exception):
    """Reports that do not belong together; the message names the file."""


def merge(arguments: Sequence[str]) -> int:
    """The subcommand: read reports, write one, print its end; the exit code is that of the whole."""
    options = _parser().parse_args(arguments)
    report = join([_load(path) for path in options.report])
    write_report(report, options.into, Scrubber())
    print("\n".join(final_lines(report, options.into)))
    return int(report["exit_code"])


def join(reports: Sequence[Report]) -> Report:
    """One report of several.

    Raises:
        MergeError: they are of different documents or seeds, or some shard is there twice or missing.
    """
    first = reports[0]
    for name in ("against", "seed"):
        if len({report[name] for report in reports}) > 1:
            raise MergeError(f"the reports differ in {name}: {', '.join(str(report[name]) for report in reports)}")
    _check_shards(reports)
    merged: Report = {
        **first,
        "shard": "1/1",
        "base_url": first["base_url"],
        "started": min(report["started"] for report in reports),
        "seconds": max(report["seconds"] for report in reports),
        "requests": sum(report["requests"] for report in reports),
        "interrupted": any(report["interrupted"] for report in reports),
        "operations": _operations(reports),
        "findings": _findings(reports),
        "fixed": _fixed(reports),
        "notes": list(dict.fromkeys(note for report in reports for note in report["notes"])),
    }
    merged["counts"] = count(merged)
    merged["exit_code"] = _code(merged)
    return merged


def _operations(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Each operation once, with its answers of all shards."""
    joined: dict[str, dict[str, Any]] = {}
    for operation in (op for report in reports for op in report["operations"]):
        known = joined.setdefault(operation["id"], {**operation, "statuses": []})
        statuses = {status["status"]: dict(status) for status in known["statuses"]}
        for status in operation["statuses"]:
            before = statuses.get(status["status"], {"accepted": True, "seen": 0})
            statuses[status["status"]] = {
                **status,
                "accepted": before["accepted"] and status["accepted"],
                "seen": before["seen"] + status["seen"],
            }
        known["statuses"] = list(statuses.values())
        known["implemented"] = known["implemented"] and operation["implemented"]
        known["findings"] = sorted({*known["findings"], *operation["findings"]})
    return list(joined.values())


def _findings(reports: Sequence[Report]) -> list[dict[str, Any]]:
    joined: dict[str, dict[str, Any]] = {}
    for finding in (f for report in reports for f in report["findings"]):
        if finding["fingerprint"] in joined:
            joined[finding["fingerprint"]]["count"] += finding["count"]
        else:
            joined[finding["fingerprint"]] = dict(finding)
    return sorted(joined.values(), key=lambda f: f["state"] == "known")


def _fixed(reports: Sequence[Report]) -> list[dict[str, str]]:
    """Known issues that no shard met; one that any shard met is not fixed."""
    counts: dict[str, int] = {}
    entries: dict[str, dict[str, str]] = {}
    for issue in (i for report in reports for i in report["fixed"]):
        key = json.dumps(issue, sort_keys=True)
        counts[key], entries[key] = counts.get(key, 0) + 1, issue
    return [entries[key] for key, number in counts.items() if number == len(reports)]


def _code(report: Report) -> int:
    if report["interrupted"]:
        return 2
    if report["counts"]["new"]:
        return 1
    return 3 if report["strict"] and report["fixed"] else 0


def _check_shards(reports: Sequence[Report]) -> None:
    shards = [report["shard"] for report in reports]
    totals = {shard.partition("/")[2] for shard in shards}
    if len(totals) > 1:
        raise MergeError(f"the reports are of different splits: {', '.join(shards)}")
    if twice := next((shard for shard in shards if shards.count(shard) > 1), None):
        raise MergeError(f"shard {twice} is there twice")
    total = int(totals.pop())
    missing = [f"{i}/{total}" for i in range(1, total + 1) if f"{i}/{total}" not in shards]
    if missing:
        raise MergeError(f"shard {', '.join(missing)} is missing")


def _load(path: Path) -> Report:
    file = path / "report.json" if path.is_dir() else path
    try:
        report = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise MergeError(f"{file}: {error.strerror or error}") from None
    except ValueError:
        raise MergeError(f"{file}: not JSON") from None
    if not isinstance(report, dict) or report.get("version") != VERSION or "findings" not in report:
        raise MergeError(f"{file}: not a report of this version of bitrise-conformance")
    return report


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bitrise-conformance merge", description="Join the reports of all shards.")
    parser.add_argument("report", metavar="REPORT", nargs="+", type=Path, help="report folders or report.json files")
    parser.add_argument("--into", metavar="DIR", type=Path, default=Path("report"), help="where to write")
    return parser

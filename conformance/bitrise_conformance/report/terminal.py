"""The end of a run on a terminal, in at most forty lines, and annotations where GitHub reads them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bitrise_conformance.report.build import Report
from bitrise_conformance.report.markdown import headline

MAX_LINES = 40
WIDTH = 118
MAX_ANNOTATIONS = 10


def final_lines(report: Report, folder: Path) -> list[str]:
    """The last lines of a run: table of resources, findings with their reproduction, numbers, verdict."""
    head = _table(report)
    foot = [*_numbers(report), f"report     {folder / 'index.html'}", "", headline(report)]
    room = MAX_LINES - len(head) - len(foot)
    return [*head, *_findings(report, room), *foot]


def annotation_lines(report: Report) -> list[str]:
    """GitHub workflow commands for the new findings."""
    new = [finding for finding in report["findings"] if finding["state"] != "known"]
    lines = []
    for finding in new[:MAX_ANNOTATIONS]:
        title = f"{finding['rule']} at {finding['operation']}"
        lines.append(
            f"::error title={_escape(title, strict=True)}::{_escape(finding['message'] + ' - ' + finding['clause'])}"
        )
    if len(new) > MAX_ANNOTATIONS:
        lines.append(f"::warning::{len(new) - MAX_ANNOTATIONS} more findings are in the report")
    return lines


def table_lines(report: Report) -> list[str]:
    """Operation × status, a line each; written into the report and shown with ``--table``.

    ``+`` marks a status that is right though the contract does not name it, ``!`` one that is not documented.
    """
    width = max((len(op["id"]) for op in report["operations"]), default=10)
    return [f"{op['id']:<{width}}  {_statuses(op)}" for op in report["operations"]]


def _statuses(operation: Report) -> str:
    if not operation["implemented"]:
        return "not implemented by the server"
    cells = []
    for status in operation["statuses"]:
        mark = str(status["seen"]) if status["seen"] else "never"
        sign = "" if status["documented"] else "+" if status["accepted"] else "!"
        cells.append(f"{status['status']}{sign}:{mark}")
    return " ".join(cells)


MAX_RESOURCES = 12


def _table(report: Report) -> list[str]:
    """Operations that deserve a look: the least covered resources first, a line for the rest."""
    groups: dict[str, list[Report]] = {}
    for operation in report["operations"]:
        groups.setdefault(operation["resource"] or "api", []).append(operation)
    lines = [
        f"{'resource':<30}{'operations':>11}{'2xx seen':>10}{'documented':>12}{'seen':>6}{'never':>7}{'findings':>10}"
    ]
    rows = sorted(((_row(ops), name) for name, ops in groups.items()), key=lambda r: (-r[0][5], -r[0][4], r[1]))
    for cells, name in rows[:MAX_RESOURCES]:
        lines.append(_cells(name, cells))
    rest = rows[MAX_RESOURCES:]
    if rest:
        total = tuple(sum(cells[i] for cells, _ in rest) for i in range(6))
        lines.append(_cells(f"{len(rest)} more resources", total))
    missing = [op["id"] for op in report["operations"] if not op["implemented"]]
    if missing:
        lines.append(_cut(f"not implemented by the server ({len(missing)}): {', '.join(missing)}"))
    lines.append("")
    return lines


def _row(operations: list[Report]) -> tuple[int, ...]:
    statuses = [s for op in operations for s in op["statuses"] if s["documented"]]
    ok = sum(any(s["seen"] and s["status"][0] == "2" for s in op["statuses"]) for op in operations)
    seen = sum(s["seen"] > 0 for s in statuses)
    return len(operations), ok, len(statuses), seen, len(statuses) - seen, sum(len(op["findings"]) for op in operations)


def _cells(name: str, cells: Iterable[int]) -> str:
    return f"{name:<30}" + "".join(f"{n:>{w}}" for n, w in zip(cells, (11, 10, 12, 6, 7, 10), strict=True))


def _findings(report: Report, room: int) -> list[str]:
    lines: list[str] = []
    findings = report["findings"]
    shown = 0
    for finding in findings:
        needed = 2 if finding["curl"] else 1
        if len(lines) + needed > room - 2:
            break
        lines.append(_cut(f"{finding['state']:<8} {finding['rule']} at {finding['operation']}: {finding['message']}"))
        if finding["curl"]:
            lines.append(
                f"         {finding['curl']}"
                if len(finding["curl"]) < 400
                else f"         {finding['fingerprint']}: see the report"
            )
        shown += 1
    if len(findings) > shown:
        lines.append(f"         {len(findings) - shown} more are in the report")
    return [*lines, ""] if lines else []


def _numbers(report: Report) -> list[str]:
    c = report["counts"]
    lines = [
        f"operations {c['exercised']} of {c['operations']} exercised, {c['succeeded']} with success"
        + (f", {c['not_implemented']} not implemented by the server" if c["not_implemented"] else ""),
        f"responses  {c['documented_seen']} of {c['documented']} documented answers seen, "
        f"{c['undocumented_seen']} not documented, {c['accepted_seen']} right though not named",
        f"findings   {c['new']} new, {c['known']} known, {c['fixed']} fixed"
        + (f" ({c['expired']} of the new ones were known until they expired)" if c["expired"] else ""),
    ]
    lines += [_cut(f"note       {note}") for note in report["notes"][:4]]
    if len(report["notes"]) > 4:
        lines.append(f"note       {len(report['notes']) - 4} more notes are in the report")
    if difference := report.get("difference"):
        lines.append(
            f"difference {len(difference['only_published'])} only against the published document, "
            f"{len(difference['only_contract'])} only against the contract"
        )
    lines.append(
        f"run        {report['requests']} requests in {report['seconds']} s, "
        f"seed {report['seed']}, shard {report['shard']}"
    )
    return lines


def _cut(text: str) -> str:
    text = " ".join(text.split()) if "\n" in text else text
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def _escape(text: str, *, strict: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if strict else text

"""Markdown for a job's summary page."""

from __future__ import annotations

from bitrise_conformance.report.build import Report

MAX_FINDINGS = 50


def render_markdown(report: Report) -> str:
    """The verdict, the numbers, and the findings as a table."""
    counts = report["counts"]
    lines = [
        f"# {headline(report)}",
        "",
        f"`{report['base_url']}` against {_document(report)}, seed {report['seed']}, shard {report['shard']}, "
        f"{report['requests']} requests in {report['seconds']} s.",
        "",
        f"- operations: {counts['exercised']} of {counts['operations']} exercised, "
        f"{counts['not_implemented']} not implemented by the server",
        f"- documented answers: {counts['documented_seen']} of {counts['documented']} seen",
        f"- other answers: {counts['undocumented_seen']} not documented, "
        f"{counts['accepted_seen']} right, though the contract does not name them",
        f"- findings: {counts['new']} new, {counts['known']} known, {counts['fixed']} fixed",
        "",
    ]
    if report["findings"]:
        lines += ["| | rule | operation | message |", "| --- | --- | --- | --- |"]
        for finding in report["findings"][:MAX_FINDINGS]:
            mark = {"known": "known", "expired": "expired"}.get(finding["state"], "**new**")
            cells = (mark, f"`{finding['rule']}`", f"`{finding['operation']}`", _cell(finding["message"]))
            lines.append("| " + " | ".join(cells) + " |")
        if len(report["findings"]) > MAX_FINDINGS:
            lines.append(f"\n{len(report['findings']) - MAX_FINDINGS} more are in the report.")
        lines.append("")
    if missing := [op["id"] for op in report["operations"] if not op["implemented"]]:
        lines += ["Not implemented by the server: " + ", ".join(f"`{name}`" for name in missing), ""]
    if fixed := report["fixed"]:
        lines += ["Known issues that no longer occur:", ""]
        lines += [f"- `{issue['rule']}` at `{issue['operation']}`: {_cell(issue['reason'])}" for issue in fixed]
        lines.append("")
    if difference := report.get("difference"):
        lines += ["## Contract and published document", ""]
        for title, key in (
            ("Only against the published document", "only_published"),
            ("Only against the contract", "only_contract"),
        ):
            lines += [
                f"{title}: {len(difference[key])}",
                "",
                *(f"- `{line}`" for line in difference[key][:MAX_FINDINGS]),
                "",
            ]
    return "\n".join(lines)


def headline(report: Report) -> str:
    """The verdict in one line."""
    counts = report["counts"]
    if report.get("interrupted"):
        return "Interrupted: only a part was tested"
    if counts["new"]:
        return f"{counts['new']} new finding{'s' if counts['new'] != 1 else ''}"
    if counts["fixed"] and report.get("strict"):
        return f"{counts['fixed']} known issue{'s' if counts['fixed'] != 1 else ''} no longer occur: remove them"
    known = f", {counts['known']} known" if counts["known"] else ""
    return f"The server keeps the contract: nothing new{known}"


def _document(report: Report) -> str:
    return "the published document" if report["against"] == "published" else "the contract"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")[:200]

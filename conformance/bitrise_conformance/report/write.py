"""Writes a report's files: each appears whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from bitrise_conformance.report.build import Report
from bitrise_conformance.report.html import render_html
from bitrise_conformance.report.junit import render_junit
from bitrise_conformance.report.markdown import render_markdown
from bitrise_conformance.scrub import Scrubber


def write_report(report: Report, folder: Path, scrubber: Scrubber) -> None:
    """Write ``report.json``, ``index.html``, ``junit.xml`` and ``summary.md`` into a folder.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "report.json": json.dumps(report, indent=1, ensure_ascii=False) + "\n",
        "junit.xml": render_junit(report),
        "summary.md": render_markdown(report),
        "index.html": render_html(report),
    }
    for name, text in files.items():
        _write(folder / name, scrubber.text(text))


def _write(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", errors="backslashreplace")
    part.replace(path)

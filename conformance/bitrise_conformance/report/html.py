"""The page a person reads: one file, nothing fetched, verdict first."""

from __future__ import annotations

import json
from importlib import resources

from bitrise_conformance.report.build import Report

_MARK = "/*REPORT*/null"


def render_html(report: Report) -> str:
    """The report within the page's template; the page draws itself from it."""
    template = resources.files("bitrise_conformance.report").joinpath("page.html").read_text(encoding="utf-8")
    data = json.dumps(report, ensure_ascii=False)
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return template.replace(_MARK, safe)

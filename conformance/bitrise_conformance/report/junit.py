"""JUnit XML: a test case per operation, so that CI systems show which ones fail."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from bitrise_conformance.report.build import Report

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(report: Report) -> str:
    """The report as JUnit XML; known findings are in the output of their case, not failures."""
    suite = ET.Element(
        "testsuite", name="bitrise-conformance", time=str(report["seconds"]), timestamp=report["started"]
    )
    by_operation: dict[str, list[Report]] = {}
    for finding in report["findings"]:
        by_operation.setdefault(finding["operation"], []).append(finding)
    failures = skipped = 0
    for operation in report["operations"]:
        case = ET.SubElement(
            suite, "testcase", classname=operation["resource"] or "api", name=f"{operation['id']}", time="0"
        )
        found = by_operation.pop(operation["id"], [])
        bad, known = _split(found)
        if bad:
            failures += 1
            _fail(case, bad)
        elif not operation["implemented"]:
            skipped += 1
            ET.SubElement(case, "skipped", message="not implemented by the server")
        elif not any(status["seen"] for status in operation["statuses"]):
            skipped += 1
            ET.SubElement(case, "skipped", message="not exercised")
        if known:
            ET.SubElement(case, "system-out").text = _safe("\n".join(f"known: {_line(f)}" for f in known))
    for name, found in by_operation.items():
        bad, _ = _split(found)
        case = ET.SubElement(suite, "testcase", classname="api", name=_safe(name), time="0")
        if bad:
            failures += 1
            _fail(case, bad)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(failures))
    suite.set("skipped", str(skipped))
    suite.set("errors", "0")
    root = ET.Element("testsuites")
    root.append(suite)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _split(found: list[Report]) -> tuple[list[Report], list[Report]]:
    return [f for f in found if f["state"] != "known"], [f for f in found if f["state"] == "known"]


def _fail(case: ET.Element, found: list[Report]) -> None:
    failure = ET.SubElement(case, "failure", type=found[0]["rule"], message=_safe(_line(found[0])))
    failure.text = _safe("\n\n".join(f"{_line(f)}\n{f['clause']}\n{f['curl']}" for f in found))


def _line(finding: Report) -> str:
    return f"{finding['rule']}: {finding['message']}"


def _safe(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)

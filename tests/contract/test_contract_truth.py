"""docs/truth.md is what the overlays say today, and spec/UNKNOWN.md names things that exist."""

import re
from pathlib import Path

import pytest

from pipeline.truth import KINDS, truth_page

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def page(published, overlays) -> str:
    return truth_page(published, overlays)


def test_the_committed_page_is_current(page):
    assert (ROOT / "docs" / "truth.md").read_text("utf-8") == page, "run: PYTHONPATH=scripts python -m pipeline.truth"


def test_every_correction_that_is_no_mere_choice_is_told(page, overlays):
    told = page.replace("\\|", "|")
    missing = [
        action.where
        for overlay in overlays
        for action in overlay.actions
        if action.evidence["kind"] in KINDS and "links" not in (action.update or {})
        if action.description.strip() not in told or str(action.evidence["source"]) not in told
    ]
    assert missing == []


def test_choices_of_ours_are_not_told_as_truths(page):
    assert "*own*" not in page
    assert "made room" not in page


def test_references_lead_to_a_heading(page):
    headings = {line.removeprefix("### ").lower() for line in page.splitlines() if line.startswith("### ")}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= headings


def test_tables_are_whole(page):
    """Every row has three cells, whatever the evidence holds."""
    for line in page.splitlines():
        if line.startswith("| "):
            assert len(re.findall(r"(?<!\\)\|", line)) == 4, line


def test_what_is_not_known_is_about_something_that_is_there(contract, operations):
    rows = _unknown()
    assert len(rows) > 20
    schemas = contract["components"]["schemas"]
    for about, *rest in rows:
        assert all(cell.strip() for cell in rest), f"{about}: a cell is empty"
        for name in re.findall(r"`([^`]+)`", about):
            schema, _, field = name.partition(".")
            known = name in operations or name in schemas or field in schemas.get(schema, {}).get("properties", {})
            inner = any(name in properties for properties in _names(contract, operations))
            shortened = name.startswith("-") and any(identity.endswith(name) for identity in operations)
            path = "/" in name
            assert known or inner or shortened or path or name == "Bearer", name


def _unknown() -> list[list[str]]:
    lines = (ROOT / "spec" / "UNKNOWN.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row for row in rows if row[0] not in ("operation or field", "---")]


def _names(contract, operations):
    """Names of fields and of parameters."""
    for schema in contract["components"]["schemas"].values():
        yield set(schema.get("properties", {}))
    for operation in operations.values():
        yield {parameter["name"] for parameter in operation.get("parameters", [])}

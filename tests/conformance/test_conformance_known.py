"""Known issues: printed, expiring, stale."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bitrise_conformance.findings import Finding
from bitrise_conformance.job import CLEAN, NEW, STALE, exit_code
from bitrise_conformance.known import KnownIssuesError, compare, load_known

ENTRY = {
    "rule": "response-schema",
    "operation": "app-show",
    "clause": "#/components/schemas/App/*",
    "reason": "reported",
    "link": "https://example.invalid/1",
    "expires": "2026-12-31",
}
FINDING = Finding("response-schema", "app-show", "#/components/schemas/App/properties/slug/type at /data/slug", "x")
TODAY = date(2026, 11, 24)


def write(tmp_path: Path, *entries: object) -> Path:
    path = tmp_path / "known.json"
    path.write_text(json.dumps({"issues": entries}))
    return path


def test_a_covered_finding_is_known(tmp_path: Path) -> None:
    verdict = compare([FINDING], load_known(write(tmp_path, ENTRY)), TODAY)
    assert not verdict.new
    assert [finding for finding, _ in verdict.known] == [FINDING]
    assert exit_code(verdict, strict=True) == CLEAN


def test_an_expired_entry_makes_its_finding_new(tmp_path: Path) -> None:
    verdict = compare([FINDING], load_known(write(tmp_path, ENTRY)), date(2027, 1, 1))
    assert verdict.new == (FINDING,)
    assert verdict.expired[0][0] == FINDING
    assert exit_code(verdict, strict=False) == NEW


def test_an_entry_that_nothing_meets_is_stale_and_fails_only_when_strict(tmp_path: Path) -> None:
    verdict = compare([], load_known(write(tmp_path, ENTRY)), TODAY)
    assert len(verdict.stale) == 1
    assert exit_code(verdict, strict=True) == STALE
    assert exit_code(verdict, strict=False) == CLEAN


def test_another_operation_is_not_covered(tmp_path: Path) -> None:
    other = Finding(FINDING.rule, "app-list", FINDING.clause, "x")
    assert compare([other], load_known(write(tmp_path, ENTRY)), TODAY).new == (other,)


def test_only_the_star_is_a_wildcard(tmp_path: Path) -> None:
    entry = {**ENTRY, "clause": "limit is [1] to 5?"}
    known = load_known(write(tmp_path, entry))
    assert known[0].covers(Finding("response-schema", "app-show", "limit is [1] to 5?", ""))
    assert not known[0].covers(Finding("response-schema", "app-show", "limit is 1 to 50", ""))


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({**ENTRY, "reason": ""}, "'reason' is missing or empty"),
        ({k: v for k, v in ENTRY.items() if k != "expires"}, "'expires' is missing"),
        ({**ENTRY, "expires": "soon"}, "expires must be a date"),
        ({**ENTRY, "extra": 1}, "unknown field 'extra'"),
        ("x", "must be an object"),
    ],
)
def test_a_bad_entry_is_named(tmp_path: Path, entry: object, says: str) -> None:
    with pytest.raises(KnownIssuesError, match=says):
        load_known(write(tmp_path, entry))


@pytest.mark.parametrize("text", ["{", "[]", '{"issues": 1}'])
def test_a_bad_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text)
    with pytest.raises(KnownIssuesError, match=r"known\.json"):
        load_known(path)


def test_the_projects_own_file_is_readable() -> None:
    load_known(Path(__file__).resolve().parents[2] / "conformance" / "known-issues.json")

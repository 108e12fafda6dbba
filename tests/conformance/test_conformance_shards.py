"""Shards cover everything once, and their reports join into one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrise_conformance.cli import main
from bitrise_conformance.contract import Contract
from bitrise_conformance.merge import MergeError, join
from bitrise_conformance.report.build import count
from bitrise_conformance.shard import Shard, family


@given(total=st.integers(1, 30))
def test_every_operation_is_in_exactly_one_shard(total: int) -> None:
    contract = Contract.load()
    parts = [Shard(index, total).select(contract) for index in range(1, total + 1)]
    names = [operation.id for part in parts for operation in part]
    assert sorted(names) == sorted(contract.operations)


def test_things_that_belong_together_stay_together(contract: Contract) -> None:
    for index in range(1, 5):
        part = Shard(index, 4).select(contract)
        families = {family(operation) for operation in part}
        assert all(operation in part for operation in contract if family(operation) in families)


def test_shards_are_about_equally_heavy(contract: Contract) -> None:
    sizes = [len(Shard(index, 4).select(contract)) for index in range(1, 5)]
    assert min(sizes) >= 15


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "a/b", "1/0", "-1/2", "1/3/5"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="I/N"):
        Shard.parse(text)


def report(shard: str, operation: str, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "version": 1, "tool": "bitrise-conformance", "against": "contract", "base_url": "http://127.0.0.1/v0.1",
        "kind": "sandbox", "started": "2026-01-01T00:00:00+00:00", "seconds": 2.0, "seed": 1, "shard": shard,
        "requests": 10, "interrupted": False, "strict": False, "fixed": [], "notes": ["a note"], "findings": [],
        "operations": [
            {"id": operation, "method": "GET", "path": "/x", "resource": "x", "implemented": True, "findings": [],
             "statuses": [{"status": "200", "documented": True, "accepted": True, "seen": 3}, {"status": "404", "documented": True, "accepted": True, "seen": 0}]},  # noqa: E501
        ],
        **more,
    }  # fmt: skip
    made["counts"] = count(made)
    made["exit_code"] = 0
    return made


def finding(**more: Any) -> dict[str, Any]:
    return {
        "fingerprint": "0" * 12, "rule": "server-error", "operation": "a", "method": "GET", "path": "/x", "clause": "c",
        "message": "m", "state": "new", "count": 2, "known": None, "curl": "", "request": None, "response": None, **more,  # noqa: E501
    }  # fmt: skip


ISSUE = {"rule": "r", "operation": "o", "clause": "c", "reason": "x", "link": "l", "expires": "2030-01-01"}


def test_two_shards_become_one_report() -> None:
    whole = join([report("1/2", "a", findings=[finding()]), report("2/2", "b", findings=[finding(count=3)])])
    assert [operation["id"] for operation in whole["operations"]] == ["a", "b"]
    assert whole["requests"] == 20
    assert whole["findings"][0]["count"] == 5
    assert whole["counts"]["new"] == 1
    assert whole["exit_code"] == 1
    assert whole["notes"] == ["a note"]


def test_the_same_operation_adds_up() -> None:
    whole = join([report("1/2", "a"), report("2/2", "a")])
    assert whole["operations"][0]["statuses"][0]["seen"] == 6


def test_a_status_that_one_shard_holds_against_the_server_is_not_accepted() -> None:
    one, two = report("1/2", "a"), report("2/2", "a")
    for part, accepted in ((one, False), (two, True)):
        teapot = {"status": "418", "documented": False, "accepted": accepted, "seen": 1}
        part["operations"][0]["statuses"].append(teapot)
    for parts in ([one, two], [two, one]):
        whole = join(parts)
        assert whole["operations"][0]["statuses"][-1]["accepted"] is False
        assert (whole["counts"]["undocumented_seen"], whole["counts"]["accepted_seen"]) == (1, 0)


def test_an_issue_is_fixed_only_when_no_shard_met_it() -> None:
    met = join([report("1/2", "a", fixed=[ISSUE], strict=True), report("2/2", "b", strict=True)])
    assert met["fixed"] == []
    assert met["exit_code"] == 0
    gone = join([report("1/2", "a", fixed=[ISSUE], strict=True), report("2/2", "b", fixed=[ISSUE], strict=True)])
    assert gone["fixed"] == [ISSUE]
    assert gone["exit_code"] == 3


@pytest.mark.parametrize(
    ("reports", "says"),
    [
        ([report("1/2", "a")], "2/2 is missing"),
        ([report("1/2", "a"), report("1/2", "a")], "there twice"),
        ([report("1/2", "a"), report("1/3", "a")], "different splits"),
        ([report("1/2", "a"), report("2/2", "a", seed=2)], "differ in seed"),
    ],
)
def test_reports_that_do_not_belong_together_are_refused(reports: list[dict[str, Any]], says: str) -> None:
    with pytest.raises(MergeError, match=says):
        join(reports)


def test_the_command_reads_folders_and_writes_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for index in (1, 2):
        folder = tmp_path / str(index)
        folder.mkdir()
        (folder / "report.json").write_text(json.dumps(report(f"{index}/2", f"op{index}")))
    assert (
        main(["merge", str(tmp_path / "1"), str(tmp_path / "2" / "report.json"), "--into", str(tmp_path / "all")]) == 0
    )
    assert {path.name for path in (tmp_path / "all").iterdir()} == {
        "index.html",
        "report.json",
        "junit.xml",
        "summary.md",
    }
    assert "operations 2 of 2 exercised" in capsys.readouterr().out


def test_a_report_of_another_kind_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.json"
    path.write_text("{}")
    assert main(["merge", str(path)]) == 2
    assert "x.json" in capsys.readouterr().err

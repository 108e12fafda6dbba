"""The whole job against the sandbox: its files, its exit codes, and that no token is in anything it writes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import requests

from bitrise_conformance.contract import Contract
from bitrise_conformance.engine import Depth
from bitrise_conformance.job import CLEAN, NEW, Options, run
from bitrise_conformance.report import final_lines
from bitrise_conformance.report.terminal import annotation_lines
from bitrise_conformance.shard import Shard
from bitrise_sandbox import Sandbox

SHALLOW = Depth(fuzzing=2, stateful=2, steps=2)
PART = Shard(3, 8)
"""An eighth of the operations, for speed."""


def job(tmp_path: Path, **options: Any) -> Any:
    return run(Options(**{"report": tmp_path / "report", "seed": 5, "depth": SHALLOW, "shard": PART, **options}))


def everything_written(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file())


def test_a_server_without_fault_passes(tmp_path: Path) -> None:
    outcome = job(tmp_path)
    assert [finding["message"] for finding in outcome.report["findings"]] == []
    assert outcome.code == CLEAN
    schema = json.loads(resources.files("bitrise_conformance.report").joinpath("report.schema.json").read_text())
    jsonschema_rs.Draft202012Validator(schema).validate(json.loads((tmp_path / "report/report.json").read_text()))
    suite = ET.parse(tmp_path / "report/junit.xml").getroot()[0]
    assert (suite.get("failures"), suite.get("tests")) == ("0", str(len(PART.select(Contract.load()))))
    assert (tmp_path / "report/summary.md").read_text().startswith("# The server keeps the contract")
    counts = outcome.report["counts"]
    assert counts["undocumented_seen"] == 0
    assert counts["accepted_seen"] > 0
    assert {path.name for path in (tmp_path / "report").iterdir()} == {
        "index.html",
        "report.json",
        "junit.xml",
        "summary.md",
    }


def test_a_fault_is_found_and_told_in_forty_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = job(tmp_path, faults=("undocumented-status",), shard=Shard(4, 8))
    assert outcome.code == NEW
    assert {f["rule"] for f in outcome.report["findings"]} >= {"undocumented-status"}
    accused = {f["operation"] for f in outcome.report["findings"] if f["rule"] == "undocumented-status"}
    operations = outcome.report["operations"]
    red = {op["id"] for op in operations if not all(status["accepted"] for status in op["statuses"])}
    assert red == accused & {op["id"] for op in operations} != set()
    lines = final_lines(outcome.report, tmp_path / "report")
    assert len(lines) <= 40
    assert any("$BITRISE_TOKEN" in line for line in lines)
    assert annotation_lines(outcome.report)[0].startswith("::error title=")


@pytest.mark.slow
def test_a_token_that_the_server_repeats_is_nowhere(tmp_path: Path) -> None:
    tokens = Sandbox(seed=5).tokens.values()
    outcome = job(tmp_path, faults=("token-echoed",))
    assert "token-echo" in {finding["rule"] for finding in outcome.report["findings"]}
    text = everything_written(tmp_path / "report") + "\n".join(final_lines(outcome.report, tmp_path))
    assert all(token not in text and token[:-1] not in text for token in tokens)


@pytest.mark.slow
def test_the_same_seed_and_shard_send_the_same_requests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bitrise_conformance import job as module

    sent: list[list[str]] = []
    plain = module.Coverage.observe

    def observe(self: Any, exchange: Any) -> None:
        _, _, rest = exchange.url.partition("/v0.1")
        sent[-1].append(f"{exchange.method} {rest} {exchange.request_body!r}")
        plain(self, exchange)

    monkeypatch.setattr(module.Coverage, "observe", observe)
    for _ in range(2):
        sent.append([])
        job(tmp_path, shard=Shard(2, 8))
    assert len(sent[0]) > 300
    assert sent[0] == sent[1]


def test_what_answers_501_is_not_implemented_and_never_passed(
    tmp_path: Path, serve: Callable[..., Any], as_json: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BITRISE_TOKEN", "bitpat_0123456789")
    me = {"data": {"slug": "u", "username": "u"}}

    def answer(method: str, path: str, headers: dict[str, str], body: bytes) -> Any:
        if headers.get("authorization") != "token bitpat_0123456789":
            return as_json({"message": "Unauthorized"}, 401)
        return as_json(me) if path.endswith("/me") else as_json({"message": "not implemented"}, 501)

    outcome = job(tmp_path, base_url=serve(answer).base_url, shard=Shard())
    rows = {operation["id"]: operation for operation in outcome.report["operations"]}
    assert not rows["org-list"]["implemented"]
    assert rows["user-profile"]["implemented"]
    assert "not implemented by the server" in "\n".join(final_lines(outcome.report, tmp_path))
    suite = ET.parse(tmp_path / "report/junit.xml").getroot()[0]
    skipped = {case.get("name") for case in suite if case.find("skipped") is not None}
    assert "org-list" in skipped


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Method and path of everything that really leaves, below the guard."""
    leaving: list[tuple[str, str]] = []
    plain = requests.adapters.HTTPAdapter.send

    def send(self: Any, request: Any, *rest: Any, **more: Any) -> Any:
        leaving.append((request.method, request.url.partition("/v0.1")[2].partition("?")[0]))
        return plain(self, request, *rest, **more)

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)
    return leaving


def test_reading_only_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: list[tuple[str, str]]
) -> None:
    with Sandbox(seed=1) as sandbox:
        monkeypatch.setenv("MY_TOKEN", sandbox.token)
        outcome = job(tmp_path, base_url=sandbox.base_url, token_env="MY_TOKEN", shard=Shard(4, 8))
    assert outcome.code == CLEAN
    assert {method for method, _ in sent} == {"GET"}
    assert {operation["method"] for operation in outcome.report["operations"]} == {"GET"}


@pytest.mark.slow
def test_with_writes_only_own_things_are_made_and_cleaned_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: list[tuple[str, str]]
) -> None:
    with Sandbox(seed=1) as sandbox:
        monkeypatch.setenv("MY_TOKEN", sandbox.token)
        outcome = job(tmp_path, base_url=sandbox.base_url, token_env="MY_TOKEN", allow_writes=True, shard=Shard())
        written = [(method, path) for method, path in sent if method not in ("GET", "HEAD") and path.startswith("/")]
        created = [path for method, path in written if method == "POST" and not path.endswith("/uploaded")]
        deleted = [path for method, path in written if method == "DELETE"]
        for path in deleted:
            answer = requests.get(sandbox.base_url + path, headers={"Authorization": sandbox.token}, timeout=5)
            assert answer.status_code in (404, 405)
    assert outcome.code == CLEAN
    assert len(created) == len(deleted) >= 6
    assert all(path.rpartition("/")[0] in created for path in deleted)
    changed = [path for method, path in written if method in ("PUT", "PATCH") or path.endswith("/uploaded")]
    assert all(any(path.startswith(own) for own in deleted) for path in changed)


@pytest.mark.slow
def test_one_app_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Sandbox(seed=1) as sandbox:
        monkeypatch.setenv("MY_TOKEN", sandbox.token)
        app = next(iter(sandbox.state.store.table(("apps",))))
        outcome = job(tmp_path, base_url=sandbox.base_url, token_env="MY_TOKEN", app=app, shard=Shard())
    assert outcome.code == CLEAN
    assert all(op["path"].startswith("/apps/{app-slug}") for op in outcome.report["operations"])
    assert any(s["seen"] and s["status"] == "200" for op in outcome.report["operations"] for s in op["statuses"])


@pytest.mark.slow
def test_the_published_document_gives_another_verdict(tmp_path: Path) -> None:
    outcome = job(tmp_path, against="published", shard=Shard(2, 8))
    assert outcome.code == NEW
    assert outcome.report["difference"]["only_published"]
    assert outcome.report["difference"]["only_contract"] == []


def test_a_time_budget_ends_the_run_early(tmp_path: Path) -> None:
    start = time.monotonic()
    outcome = job(tmp_path, time_budget=4, shard=Shard(), depth=Depth(200, 200, 5))
    assert time.monotonic() - start < 30
    assert outcome.code == CLEAN


@pytest.mark.slow
def test_an_interrupted_run_writes_what_it_has_and_ends_in_2(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bitrise_conformance", "--seed", "1", "--report", str(tmp_path / "report")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("semantic   lists_are_complete"):
            break
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "Traceback" not in output + errors
    assert json.loads((tmp_path / "report/report.json").read_text())["interrupted"]


@pytest.mark.slow
def test_known_issues_make_a_run_pass_and_are_printed(tmp_path: Path) -> None:
    contract = Contract.load()
    part = next(Shard(i, 12) for i in range(1, 13) if contract["org-list"] in Shard(i, 12).select(contract))
    first = job(tmp_path, faults=("undeclared-field:org-list",), shard=part)
    assert {finding["operation"] for finding in first.report["findings"]} == {"org-list"}
    issues = [
        {
            "rule": f["rule"],
            "operation": f["operation"],
            "clause": f["clause"],
            "reason": "told them",
            "link": "https://example.invalid",
            "expires": "2099-01-01",
        }
        for f in first.report["findings"]
    ]
    baseline = tmp_path / "known.json"
    baseline.write_text(json.dumps({"issues": issues}))
    second = job(tmp_path, faults=("undeclared-field:org-list",), baseline=baseline, strict=True, shard=part)
    assert second.code == CLEAN
    assert any(line.startswith("known ") for line in final_lines(second.report, tmp_path))
    assert "told them" in (tmp_path / "report/index.html").read_text()


def test_the_job_does_not_import_the_generated_code_or_the_client() -> None:
    source = (
        "import sys, bitrise_conformance.job, bitrise_conformance.hooks;"
        "print([m for m in sys.modules if m.startswith(('bitrise_api', 'bitrise_client'))])"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, env=os.environ, check=True)
    assert done.stdout.strip() == "[]"

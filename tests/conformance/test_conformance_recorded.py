"""Recorded traffic: read from every common kind of file, checked, and turned into overlay actions."""

from __future__ import annotations

import base64
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from bitrise_conformance.cli import main
from bitrise_conformance.contract import Contract
from bitrise_conformance.findings import Exchange
from bitrise_conformance.recorded.check import check_exchanges
from bitrise_conformance.recorded.read import RecordingError, read_recording
from bitrise_conformance.recorded.suggest import as_yaml, json_path, suggest
from bitrise_conformance.scrub import Scrubber

TOKEN = "bitpat_recorded_0123456789"
URL = "https://api.bitrise.io/v0.1/apps/a"
APP = {"slug": "a", "title": "t", "status": 1, "is_disabled": False, "is_public": False}
BODY = json.dumps({"data": APP})


def har(body: str, **content: Any) -> str:
    entry = {
        "request": {"method": "GET", "url": URL, "headers": [{"name": "Authorization", "value": f"token {TOKEN}"}]},
        "response": {
            "status": 200,
            "headers": [{"name": "Content-Type", "value": "application/json"}],
            "content": {"mimeType": "application/json", "text": body, **content},
        },
        "time": 12,
    }
    return json.dumps({"log": {"version": "1.2", "entries": [entry]}})


def vcrpy(body: Any, headers: Any = None) -> str:
    return yaml.safe_dump(
        {
            "version": 1,
            "interactions": [
                {
                    "request": {
                        "method": "GET",
                        "uri": URL,
                        "headers": {"authorization": [f"token {TOKEN}"]},
                        "body": None,
                    },
                    "response": {
                        "status": {"code": 200, "message": "OK"},
                        "headers": headers or {"Content-Type": ["application/json"]},
                        "body": {"string": body},
                    },
                }
            ],
        }
    )


def betamax(body: str) -> str:
    return json.dumps(
        {
            "http_interactions": [
                {
                    "request": {
                        "method": "GET",
                        "uri": URL,
                        "headers": {},
                        "body": {"encoding": "utf-8", "string": ""},
                    },
                    "response": {
                        "status": {"code": 200, "message": "OK"},
                        "headers": {"Content-Type": ["application/json"]},
                        "body": {"encoding": "utf-8", "base64_string": base64.b64encode(body.encode()).decode()},
                    },
                }
            ],
            "recorded_with": "betamax",
        }
    )


def lines(*items: Any) -> str:
    return "\n".join(json.dumps(item) for item in items)


FILES = {
    "har": har(BODY),
    "har-base64": har(base64.b64encode(BODY.encode()).decode(), encoding="base64"),
    "vcrpy": vcrpy(BODY),
    "vcrpy-bytes": vcrpy(BODY.encode()),
    "vcrpy-gzip": vcrpy(
        gzip.compress(BODY.encode()), {"content-type": ["application/json"], "content-encoding": ["gzip"]}
    ),
    "betamax": betamax(BODY),
    "lines": lines({"method": "get", "path": "/v0.1/apps/a", "status": 200, "body": {"data": APP}}),
    "lines-text": lines({"method": "GET", "path": "/apps/a", "status": 200, "body": BODY}),
}


@pytest.mark.parametrize("kind", FILES)
def test_each_kind_is_read(kind: str, tmp_path: Path, contract: Contract) -> None:
    path = tmp_path / "recording"
    path.write_text(FILES[kind])
    (exchange,) = read_recording(path)
    assert (exchange.method, exchange.status) == ("GET", 200)
    assert json.loads(exchange.body) == {"data": APP}
    checked = check_exchanges(contract, [exchange], Scrubber())
    assert (checked.exchanges, list(checked.findings)) == (1, [])


@pytest.mark.parametrize(
    "kind", [kind for kind in FILES if kind not in ("vcrpy-gzip", "har-base64", "betamax", "vcrpy-bytes")]
)
def test_a_violation_is_found_in_each_kind(kind: str, tmp_path: Path, contract: Contract) -> None:
    path = tmp_path / "recording"
    path.write_text(FILES[kind].replace('"title": "t"', '"title": 7').replace('\\"title\\": \\"t\\"', '\\"title\\": 7'))
    findings = list(check_exchanges(contract, read_recording(path), Scrubber()).findings)
    assert [finding.rule for finding in findings] == ["response-schema"]
    assert "App/properties/title" in findings[0].clause


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no recorded traffic"),
        ("{", "line 1"),
        ('{"method": "GET"}', "line 1"),
        ("a: [b", "neither JSON nor YAML"),
        ('{"log": {}}', "not as a recording should be"),
        ("interactions: [1]", "not as a recording should be"),
    ],
)
def test_other_files_are_refused_in_one_line(
    text: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "recording"
    path.write_text(text)
    with pytest.raises(RecordingError, match=says):
        read_recording(path)
    assert main(["check", str(path)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def exchange(operation: str, value: Any, status: int = 200, query: str = "") -> Exchange:
    path = Contract.load()[operation].url_path({"app-slug": "a", "build-slug": "b"})
    headers = {"content-type": "application/json"}
    return Exchange("GET", f"/v0.1{path}{query}", status=status, headers=headers, body=json.dumps(value).encode())


CHANGES = {
    "null": exchange("app-show", {"data": {**APP, "title": None}}),
    "new field": exchange("app-show", {"data": {**APP, "made_at": "2026-01-01T00:00:00Z", "more": {"a": [1]}}}),
    "another type": exchange("app-show", {"data": {**APP, "status": "1"}}),
    "missing": exchange("app-show", {"data": {k: v for k, v in APP.items() if k != "slug"}}),
    "status": exchange("app-show", {"data": APP}, 203),
    "in a list": exchange("app-list", {"data": [APP, {**APP, "title": None}], "paging": {}}),
    "parameter": exchange("app-list", {"data": [], "paging": {}}, query="?brand_new=1"),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_the_suggested_actions_make_the_contract_true(kind: str, contract: Contract, tmp_path: Path) -> None:
    """Applied by the project's own overlay engine, the suggestion leaves nothing to find."""
    from pipeline.overlay import apply_action, load_overlay

    findings = list(check_exchanges(contract, [CHANGES[kind]], Scrubber()).findings)
    overlay = suggest(contract, findings, "a recording")
    assert findings
    assert overlay["actions"]
    assert all("a recording" in action["x-evidence"]["source"] for action in overlay["actions"])
    document = json.loads(json.dumps(contract.document))
    path = tmp_path / "99-suggested.yaml"
    path.write_text(as_yaml(overlay))
    assert all(apply_action(document, action) for action in load_overlay(path).actions)
    assert list(check_exchanges(Contract(document), [CHANGES[kind]], Scrubber()).findings) == []


def test_an_enumeration_grows(contract: Contract) -> None:
    build = {"slug": "b", "build_number": 1, "status": 9, "status_text": "new", "is_on_hold": False}
    more = {"triggered_at": "2026-01-01T00:00:00Z", "triggered_workflow": "w", "pull_request_id": 0}
    found = check_exchanges(contract, [exchange("build-show", {"data": {**build, **more}})], Scrubber()).findings
    actions = suggest(contract, found, "x")["actions"]
    assert {"target": "$.components.schemas.BuildStatus", "update": {"enum": [9]}} in [
        {key: value for key, value in action.items() if key != "x-evidence"} for action in actions
    ]


def test_pointers_become_json_paths() -> None:
    assert (
        json_path("#/paths/~1apps~1{app-slug}/get/responses/200") == "$.paths['/apps/{app-slug}'].get.responses['200']"
    )


def test_the_command_prints_a_suggestion_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "recording.har"
    path.write_text(har(json.dumps({"data": {**APP, "title": None, "extra": TOKEN}})))
    assert main(["check", str(path), "--suggest"]) == 1
    output = capsys.readouterr().out
    assert TOKEN not in output
    assert yaml.safe_load(output)["overlay"] == "1.0.0"


def test_the_token_of_a_recording_is_not_in_its_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "recording.har"
    path.write_text(har(json.dumps({"data": {**APP, "title": TOKEN, "extra": 1}})))
    assert main(["check", str(path), "--report", str(tmp_path / "report")]) == 1
    written = "".join(file.read_text() for file in (tmp_path / "report").iterdir())
    assert TOKEN not in written + capsys.readouterr().out
    assert "[token]" in written


def test_traffic_of_other_hosts_is_not_judged(contract: Contract) -> None:
    other = Exchange("GET", "https://example.invalid/apps/a", status=500, headers={}, body=b"")
    checked = check_exchanges(contract, [other], Scrubber())
    assert (checked.exchanges, checked.elsewhere) == (0, ["GET /apps/a"])


def test_a_scripts_traffic_is_recorded_without_its_secrets(
    tmp_path: Path, serve: Callable[..., Any], as_json: Callable[..., Any], contract: Contract
) -> None:
    page = {"data": [APP], "paging": {}}
    secret = {"name": "A", "value": "very-secret"}
    server = serve(lambda method, path, *rest: as_json(secret if "secrets" in path else page))
    script = tmp_path / "script.py"
    script.write_text(
        "import os, sys, httpx\n"
        f"with httpx.Client(base_url={server.base_url!r}, headers={{'Authorization': 'token ' + os.environ['BITRISE_TOKEN']}}) as client:\n"  # noqa: E501
        "    client.get('/apps?limit=1').json()\n"
        "    client.get('/apps/a/secrets/A').json()\n"
        "sys.exit(int(sys.argv[1]))\n"
    )
    output = tmp_path / "out.jsonl"
    done = subprocess.run(
        [sys.executable, "-m", "bitrise_conformance", "record", "--output", str(output), str(script), "3"],
        env={**os.environ, "BITRISE_TOKEN": TOKEN},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3, done.stderr
    assert "2 exchanges recorded" in done.stdout
    text = output.read_text()
    assert TOKEN not in text
    assert "very-secret" not in text
    assert [item.url for item in read_recording(output)] == ["/v0.1/apps?limit=1", "/v0.1/apps/a/secrets/A"]
    assert check_exchanges(contract, read_recording(output), Scrubber()).exchanges == 2

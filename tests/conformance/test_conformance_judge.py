"""What one answer violates."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrise_conformance.contract import Contract
from bitrise_conformance.findings import Exchange, Findings
from bitrise_conformance.judge import Judge, SecondOpinion
from bitrise_conformance.schema import is_date_time
from bitrise_conformance.scrub import Scrubber

TOKEN = "bitpat_0123456789abcdef"
JSON = {"content-type": "application/json"}
APP = {"slug": "a", "title": "t", "status": 1, "is_disabled": False, "is_public": False}


def rules(contract: Contract, operation: str, status: int, value: Any, headers: Any = JSON, **more: Any) -> list[str]:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    exchange = Exchange("GET", "http://x/v0.1/", status=status, headers=headers, body=body, **more)
    return [finding.rule for finding in Judge(contract, Scrubber([TOKEN]))(contract[operation], exchange)]


def test_a_right_answer_has_no_finding(contract: Contract) -> None:
    assert rules(contract, "app-show", 200, {"data": APP}) == []
    assert rules(contract, "app-list", 200, {"data": [APP], "paging": {"next": None}}) == []
    assert rules(contract, "app-show", 404, {"message": "Not Found"}) == []
    assert rules(contract, "secret-delete", 204, b"", {}) == []


@pytest.mark.parametrize(
    ("status", "value", "headers", "rule"),
    [
        (200, {"data": {**APP, "slug": None}}, JSON, "response-schema"),
        (200, {"data": {k: v for k, v in APP.items() if k != "slug"}}, JSON, "response-schema"),
        (200, {"data": {**APP, "title": 1}}, JSON, "response-schema"),
        (200, {"data": {**APP, "brand_new": 1}}, JSON, "undocumented-field"),
        (200, b'{"data": ', JSON, "broken-json"),
        (200, b'{"data": NaN}', JSON, "broken-json"),
        (200, b"", JSON, "empty-body"),
        (200, {"data": APP}, {"content-type": "text/html"}, "content-type"),
        (200, {"data": APP}, {}, "content-type"),
        (203, {"data": APP}, JSON, "undocumented-status"),
        (302, b"", {"location": "/"}, "undocumented-status"),
        (418, {"message": "no"}, JSON, "undocumented-status"),
        (500, {"message": "no"}, JSON, "server-error"),
        (502, b"<html>", {"content-type": "text/html"}, "server-error"),
        (405, b"Method Not Allowed", {"content-type": "text/plain"}, "error-shape"),
        (405, {"detail": "no"}, JSON, "error-shape"),
        (404, {"message": f"no {TOKEN}"}, JSON, "token-echo"),
        (404, {"message": "no"}, {**JSON, "x-debug": TOKEN}, "token-echo"),
        (400, {"message": 'Traceback (most recent call last):\n File "a.py", line 1'}, JSON, "stack-trace"),
        (400, {"message": "panic: runtime error: index out of range"}, JSON, "stack-trace"),
    ],
)
def test_each_violation_is_found(contract: Contract, status: int, value: Any, headers: Any, rule: str) -> None:
    assert rule in rules(contract, "app-show", status, value, headers)


def test_an_unimplemented_operation_is_no_violation(contract: Contract) -> None:
    assert rules(contract, "app-show", 501, {"message": "not implemented"}) == []


def test_a_slow_answer_is_found(contract: Contract) -> None:
    assert rules(contract, "app-show", 200, {"data": APP}, elapsed=6.0) == ["slow-answer"]


def test_the_clause_names_the_schema_and_the_place(contract: Contract) -> None:
    body = json.dumps({"data": [APP, {**APP, "title": 5}], "paging": {}}).encode()
    exchange = Exchange("GET", "http://x/v0.1/apps", status=200, headers=JSON, body=body)
    (finding,) = Judge(contract, Scrubber())(contract["app-list"], exchange)
    assert finding.clause == "#/components/schemas/App/properties/title/type at /data/*/title"
    assert finding.operation == "app-list"


def test_the_second_opinion_is_kept_apart(contract: Contract) -> None:
    other = Findings()
    judge = SecondOpinion(contract, contract, other, Scrubber())
    exchange = Exchange("GET", "http://x/", status=418, headers=JSON, body=b'{"message": "x"}')
    assert [f.rule for f in judge(contract["app-show"], exchange)] == ["undocumented-status"]
    assert [f.rule for f in other] == ["undocumented-status"]


@given(st.datetimes(), st.integers(0, 6), st.sampled_from(["Z", "+02:00", "-11:30"]))
def test_rfc3339_is_accepted_with_any_fraction(moment: Any, digits: int, zone: str) -> None:
    text = moment.replace(microsecond=0).isoformat() + ("." + "7" * digits if digits else "") + zone
    assert is_date_time(text)


@pytest.mark.parametrize(
    "text", ["2026-01-01 10:00:00", "2026-01-01T10:00:00", "2026-02-30T00:00:00Z", "1767225600", ""]
)
def test_other_times_are_not(text: str) -> None:
    assert not is_date_time(text)

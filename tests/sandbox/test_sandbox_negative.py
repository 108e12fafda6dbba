"""Schemathesis' negative data for every operation: refused or not, it is never a 500."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bitrise_sandbox import Sandbox

schemathesis = pytest.importorskip("schemathesis")

CONTRACT = json.loads((Path(__file__).resolve().parents[2] / "spec" / "openapi.json").read_bytes())
OPERATIONS = [found.ok() for found in schemathesis.openapi.from_dict(CONTRACT).get_all_operations()]


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    with Sandbox(apps=4, builds=30) as sandbox:
        yield sandbox


def _can_be_negated(operation: object) -> bool:
    """Whether anything but texts in the path is sent, every one of which is as good as another."""
    return bool(operation.query) or bool(operation.body)  # type: ignore[attr-defined]


NEGATABLE = [operation for operation in OPERATIONS if _can_be_negated(operation)]


@pytest.mark.slow
@pytest.mark.parametrize("operation", NEGATABLE, ids=lambda operation: operation.label)
def test_negative_data_is_never_a_500(server: Sandbox, operation: object) -> None:
    mode = schemathesis.GenerationMode.NEGATIVE
    statuses = set()

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    @given(case=operation.as_strategy(generation_mode=mode))  # type: ignore[attr-defined]
    def send(case: object) -> None:
        answer = case.call(base_url=server.base_url, headers={"Authorization": server.token})  # type: ignore[attr-defined]
        statuses.add(answer.status_code)
        assert answer.status_code < 500

    send()
    assert statuses


def test_there_is_negative_data_for_every_operation_that_takes_any() -> None:
    assert len(OPERATIONS) == 120
    taking = {
        operation["operationId"]
        for item in CONTRACT["paths"].values()
        for operation in item.values()
        if "requestBody" in operation or any(one["in"] == "query" for one in operation.get("parameters", ()))
    }
    assert len(NEGATABLE) == len(taking) >= 60

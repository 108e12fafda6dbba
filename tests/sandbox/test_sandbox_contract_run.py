"""An independent judge of a run over the whole contract: plain jsonschema against spec/openapi.json."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
from sandbox_world import World, violations

from bitrise_sandbox import Sandbox

CONTRACT = json.loads((Path(__file__).resolve().parents[2] / "spec" / "openapi.json").read_bytes())


@pytest.fixture
def served() -> dict[str, httpx.Response]:
    return {}


def test_every_operation_succeeds_and_answers_what_the_contract_says(world: World) -> None:
    assert world.document == CONTRACT
    wrong = []
    operations = list(world.operations())
    for template, method, operation in operations:
        answer = world.request(template, method, operation)
        found = violations(CONTRACT, operation, answer)
        if found or not answer.is_success:
            wrong.append((operation["operationId"], answer.status_code, found, answer.text[:200]))
    assert wrong == []
    assert len(operations) == 120


def test_every_operation_with_security_answers_401_without_a_token(world: World) -> None:
    slugs = world.slugs
    open_to_all = []
    for template, method, operation in world.operations():
        for headers in ({"Authorization": ""}, {"Authorization": "token nonsense"}):
            answer = world.client.request(method, world.path(template, slugs), headers=headers)
            if not operation.get("security"):
                open_to_all.append(operation["operationId"])
                continue
            assert answer.status_code == 401, (operation["operationId"], answer.text)
            assert set(answer.json().values()) == {"Unauthorized"}
            assert violations(CONTRACT, operation, answer) == [], operation["operationId"]
    assert len(open_to_all) < 10


def test_every_operation_answers_404_for_what_is_not_there(world: World) -> None:
    nowhere = dict.fromkeys(world.slugs, "0000000000000000")
    asked = 0
    for template, method, operation in world.operations():
        if "{" not in template:
            continue
        body = world.body(operation)
        answer = world.client.request(
            method,
            world.path(template, nowhere),
            params={"after": 0, "before": 1, "limit": 1} if operation["operationId"] == "archived-builds-list" else {},
            **({"json": body} if body is not None else {}),
        )
        assert answer.status_code == 404, (operation["operationId"], answer.status_code, answer.text)
        assert violations(CONTRACT, operation, answer) == [], operation["operationId"]
        asked += 1
    assert asked > 90


def test_methods_a_path_does_not_have_are_405_with_allow(world: World) -> None:
    for template, item in CONTRACT["paths"].items():
        path = world.path(template)
        declared = {method.upper() for method in item}
        for method in {"GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE"} - declared:
            answer = world.client.request(method, path)
            assert answer.status_code == 405, (method, template)
            assert set(answer.headers["allow"].split(", ")) == declared


def test_the_same_seed_and_start_answer_the_same_bytes() -> None:
    def trace() -> list[bytes]:
        sandbox = Sandbox(start=1.79e9, apps=8, builds=60, seed=5, speed=0)
        with httpx.Client(
            transport=sandbox.transport(),
            base_url=sandbox.base_url,
            headers={"Authorization": sandbox.token},
        ) as client:
            world = World(sandbox, client)
            return [world.request(*one).content for one in world.operations()]

    assert trace() == trace()

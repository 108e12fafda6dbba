"""What the sandbox answers, beside what was seen of the real API: types, nulls, formats, envelopes.

The observed answers are not part of the project; where they are absent there is nothing to compare with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sandbox_world import World

OBSERVED = Path(__file__).resolve().parents[3] / "shared" / "observed"
SAMPLES = [json.loads(path.read_text()) for path in sorted(OBSERVED.glob("*.json"))] if OBSERVED.is_dir() else []

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.(\d{3}|\d{6}))?Z")

# Keys seen that the contract leaves out on purpose: gone since, or added by an application that re-encoded it.
OBSOLETE = {"stack_config_type", "repository", "is_chat_available"}

# Samples at odds with others of the same operation, or with what the contract could settle.
ENVELOPED = {"outgoing-webhook-create"}

pytestmark = pytest.mark.skipif(not SAMPLES, reason="no observed answers here")


def kinds(value: Any, where: str = "$") -> Iterator[tuple[str, str]]:
    """Path and kind of everything in an answer; free-form objects are not looked into."""
    yield where, kind(value)
    if isinstance(value, dict) and where.rpartition(".")[2] not in (
        "original_build_params",
        "artifact_meta",
        "headers",
        "exposed_meta_datastore",
    ):
        for name, one in value.items():
            yield from kinds(one, f"{where}.{name}")
    elif isinstance(value, list):
        for one in value:
            yield from kinds(one, f"{where}[]")


def kind(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "time" if RFC3339.fullmatch(value) else "string"
    return {type(None): "null", int: "number", float: "number", list: "list", dict: "object"}[type(value)]


def gather(answers: list[Any]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for answer in answers:
        for where, one in kinds(answer):
            found.setdefault(where, set()).add(one)
    return found


@pytest.fixture
def answers(world: World) -> dict[tuple[str, int], list[Any]]:
    """The sandbox's answers by operation and status, in the states that samples show."""
    found: dict[tuple[str, int], list[Any]] = {}

    def keep(operation: str, answer: httpx.Response) -> None:
        value = answer.json() if "json" in answer.headers.get("content-type", "") else answer.text
        found.setdefault((operation, answer.status_code), []).append(value)

    client, app = world.client, f"/apps/{world.app}"
    build = f"{app}/builds/{world.slugs['build-slug']}"
    world.trigger()
    for page in (f"{app}/builds?limit=50", f"{app}/builds?limit=50&status=3", f"{app}/builds?limit=50&status=0"):
        keep("build-list", client.get(page))
    for one in client.get(f"{app}/builds?limit=50").json()["data"]:
        keep("build-show", client.get(f"{app}/builds/{one['slug']}"))
        keep("artifact-list", client.get(f"{app}/builds/{one['slug']}/artifacts"))
    keep("build-list-all", client.get("/builds?limit=50"))
    keep("build-list-all", client.get("/builds?status=3"))
    keep("build-abort", client.post(f"{build}/abort"))
    keep("build-log", client.get(f"{build}/log"))
    keep("build-log", client.get(f"{app}/builds/nowhere/log"))
    running = world.trigger()
    world.sandbox.advance(8)
    keep("build-log", client.get(f"{app}/builds/{running}/log"))
    keep("app-list", client.get("/apps", headers={"Authorization": ""}))
    keep("user-profile", client.get("/me", headers={"Authorization": ""}))
    keep("app-list", client.get("/apps?limit=50"))
    keep("app-list", client.get("/apps?limit=5"))
    keep("app-list-by-organization", client.get(f"/organizations/{world.slugs['org-slug']}/apps"))
    machines = {"from_machine": "g2-m1.4core", "to_machine": "g2-m1.8core"}
    organization = f"/organizations/{world.slugs['org-slug']}"
    keep("organization-machine-type-update", client.patch(f"{organization}/apps/machine_types", json=machines))
    keep("validate-bitrise-yml", client.post("/validate-bitrise-yml", json={"bitrise_yml": "a: 1"}))
    keep("validate-bitrise-yml", client.post("/validate-bitrise-yml", json={"bitrise_yml": "{"}))
    for template, method, operation in list(world.operations()):
        keep(operation["operationId"], world.request(template, method, operation))
    return found


def test_types_formats_and_envelopes_agree(answers: dict[tuple[str, int], list[Any]]) -> None:
    wrong = []
    compared = set()
    for sample in SAMPLES:
        operation, status = sample["operation"], sample["status"]
        mine = answers.get((operation, status))
        if mine is None:
            wrong.append((operation, status, "the sandbox never answered this"))
            continue
        compared.add(operation)
        body = {"data": sample["body"]} if operation in ENVELOPED and "data" not in sample["body"] else sample["body"]
        known = gather(mine)
        for where, one in kinds(body):
            name = where.rpartition(".")[2]
            if name in OBSOLETE or any(f".{gone}." in f"{where}." for gone in OBSOLETE - {"repository"}):
                continue
            if operation == "build-show" and ".repository" in where:
                continue
            if where not in known:
                wrong.append((operation, where, "missing"))
            elif not agrees(one, known[where]):
                wrong.append((operation, where, one, sorted(known[where])))
    assert "\n".join(sorted(set(map(str, wrong)))) == ""
    assert len(compared) > 30


def test_whatever_was_seen_null_is_null_here_too(answers: dict[tuple[str, int], list[Any]]) -> None:
    """Where the real API answers null, a client tested here must meet null."""
    missing = set()
    checked = 0
    for sample in SAMPLES:
        mine = answers.get((sample["operation"], sample["status"]))
        if mine is None:
            continue
        known = gather(mine)
        for where, one in kinds(sample["body"]):
            if one == "null" and where in known and not any(gone in where for gone in OBSOLETE - {"repository"}):
                checked += 1
                if "null" not in known[where]:
                    missing.add((sample["operation"], where))
    assert missing == set()
    assert checked > 50


def agrees(seen: str, here: set[str]) -> bool:
    """A kind that was seen is one that the sandbox answers; null has a test of its own."""
    return seen in here or seen == "null"

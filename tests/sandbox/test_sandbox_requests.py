"""Requests that are not as the contract has them: refused by name, never a 500."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sandbox_world import World, open_client, values, violations

from bitrise_sandbox import Sandbox

HOOK = {"url": "https://x.invalid", "events": ["all"], "secret": "s"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"events": ["all"], "secret": "s"}, "url"),
        ({**HOOK, "url": 7}, "url"),
        ({**HOOK, "events": "all"}, "events"),
        ({**HOOK, "events": ["all", None]}, "events.1"),
        ({**HOOK, "headers": []}, "headers"),
        ([], "body"),
        ("text", "body"),
        (None, "body"),
    ],
)
def test_a_bad_body_is_refused_with_the_name_of_the_field(world: World, body: Any, field: str) -> None:
    answer = world.client.post(f"/apps/{world.app}/outgoing-webhooks", json=body)
    assert answer.status_code == 400
    assert field in answer.json()["message"]
    assert set(answer.json()) == {"message"}


@pytest.mark.parametrize(
    ("content", "media_type", "words"),
    [
        (b"", "application/json", "body: "),
        (b"{", "application/json", "not valid JSON"),
        (b"\xff\xfe", "application/json", "UTF-8"),
        (b"NaN", "application/json", "not valid JSON"),
        (b'{"url": "\\ud800"}', "application/json", "not valid JSON"),
        (b'{"url": 1e999}', "application/json", "not valid JSON"),
        (b'{"url": ' + b"9" * 5000 + b"}", "application/json", "not valid JSON"),
        (b"[" * 100_000, "application/json", "nested too deeply"),
        (json.dumps(HOOK).encode(), "text/plain", "Content-Type"),
        (json.dumps(HOOK).encode(), "application/x-www-form-urlencoded", "Content-Type"),
        (json.dumps(HOOK).encode(), "", "Content-Type"),
    ],
)
def test_a_body_that_cannot_be_read(world: World, content: bytes, media_type: str, words: str) -> None:
    path = f"/apps/{world.app}/outgoing-webhooks"
    answer = world.client.post(path, content=content, headers={"Content-Type": media_type})
    assert answer.status_code == 400
    assert words in answer.json()["message"]


@pytest.mark.parametrize(
    ("path", "query", "field"),
    [
        ("/builds", "status=9", "status"),
        ("/builds", "status=ok", "status"),
        ("/builds", "is_on_hold=maybe", "is_on_hold"),
        ("/builds", "limit=5&limit=6", "limit"),
        ("/apps", "sort_by=name", "sort_by"),
        ("/pipelines", "next=yesterday", "next"),
        ("/search-steps", "query=a&categories=none", "categories"),
        ("/search-steps", "", "query"),
        ("/apps", "&".join(f"a{n}=1" for n in range(2000)), "query"),
    ],
)
def test_a_bad_parameter_is_refused_by_name(client: httpx.Client, path: str, query: str, field: str) -> None:
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.json()["message"].startswith(f"{field}: ")


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/apps/", "/apps//builds", "/me/", "/apps/%2F", "/apps/a%0Ab", "/apps/%FF%FE", "/apps/%00", "//me"],
)
def test_unknown_paths_are_404_in_json(sandbox: Sandbox, client: httpx.Client, path: str) -> None:
    answer = client.get(sandbox.base_url + path)
    assert (answer.status_code, answer.json()) == (404, {"message": "Not Found"})


def test_outside_of_the_api_there_is_nothing(client: httpx.Client) -> None:
    for path in ("/", "/v0.2/me", "/_storage", "/_storage/x"):
        assert client.get("http://sandbox.local" + path).status_code in (403, 404)


def test_the_root_explains_itself(sandbox: Sandbox, client: httpx.Client) -> None:
    answer = client.get("/", headers={"Authorization": ""})
    told = answer.json()
    assert answer.status_code == 200
    assert "curl" in told["try"]
    assert set(told["operations"]) == set(sandbox.state.contract.operations)
    assert sandbox.token not in answer.text


def test_nothing_of_a_refused_request_stays(world: World) -> None:
    before = world.get("/apps", limit=50)
    body = {"project_type": "ios", "stack_id": "s", "mode": "manual", "organization_slug": "not-mine"}
    assert world.client.post(f"/apps/{world.app}/finish", json=body).status_code == 404
    assert world.get("/apps", limit=50) == before


def _schemas(kinds: tuple[str, ...]) -> list[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    sandbox = Sandbox(apps=1, builds=1)
    document = sandbox.state.contract.document
    found = []
    for template, item in document["paths"].items():
        for method, operation in item.items():
            schema = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
            if schema is not None and operation["operationId"] not in kinds:
                found.append((template, method.upper(), operation, schema))
    return found


# What these are sent must make sense beyond its shape; the documented refusals are tried elsewhere.
_BODIES = _schemas(("validate-bitrise-yml", "app-roles-update", "app-secret-create", "organization-secret-create"))


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(data=st.data())
def test_bodies_the_contract_allows_are_accepted(data: st.DataObject) -> None:
    template, method, operation, schema = _BODIES[data.draw(st.integers(0, len(_BODIES) - 1))]
    body = data.draw(values(_SHARED.state.contract, schema))
    with open_client(_SHARED) as client:
        world = World(_SHARED, client, slugs_of=_SHARED_SLUGS)
        answer = client.request(method, world.path(template), json=body)
        assert answer.status_code < 300 or answer.status_code in (400, 404), answer.text
        if answer.status_code == 400:
            assert operation["operationId"] in ("build-abort", "pipeline-abort", "pipeline-rebuild", "build-trigger")
        assert violations(world.document, operation, answer) == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(
    path=st.text(max_size=60),
    query=st.text(max_size=60),
    body=st.binary(max_size=200)
    | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps).map(str.encode),
    method=st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "FOO"]),
    operation=st.integers(0, 119),
)
def test_no_input_makes_it_answer_500(path: str, query: str, body: bytes, method: str, operation: int) -> None:
    template = list(_SHARED.state.contract.operations.values())[operation].template
    with open_client(_SHARED) as client:
        place = World(_SHARED, client, slugs_of=_SHARED_SLUGS).path(template)
        tail = f"/{quote(path, safe='')}" if len(path) % 2 else ""
        url = _SHARED.base_url + place + tail
        request = client.build_request(method, url, params={"limit": query, query: "1"}, content=body)
        assert client.send(request).status_code < 500


_SHARED = Sandbox(start=1.79e9, apps=6, builds=60)
with open_client(_SHARED) as _client:
    _SHARED_SLUGS = dict(World(_SHARED, _client).slugs)

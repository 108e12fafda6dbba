"""Who may see and do what: users, workspaces, tokens that only read."""

from __future__ import annotations

import logging
from collections.abc import Callable

import httpx
import pytest
from sandbox_world import World

from bitrise_sandbox import Sandbox

MakeClient = Callable[..., httpx.Client]


@pytest.mark.parametrize("form", ["token {}", "{}", "Token {}", "token  {}"])
def test_both_forms_of_the_header_are_taken(sandbox: Sandbox, client: httpx.Client, form: str) -> None:
    assert client.get("/me", headers={"Authorization": form.format(sandbox.token)}).status_code == 200


@pytest.mark.parametrize("value", ["", "token", "token ", "nonsense", "Bearer {}", "Basic {}", "token {}x", "tökén"])
def test_anything_else_is_unauthorized(sandbox: Sandbox, client: httpx.Client, value: str) -> None:
    header = value.format(sandbox.token).encode("latin-1")
    answer = client.get("/me", headers={b"Authorization": header})  # type: ignore[dict-item]
    assert (answer.status_code, answer.json()) == (401, {"message": "Unauthorized"})
    assert sandbox.token not in answer.text


def test_users_do_not_see_each_others_things(world: World, sandbox: Sandbox, make_client: MakeClient) -> None:
    other = make_client(sandbox, sandbox.other_token)
    mine = {app["slug"] for page in world.pages("/apps") for app in page}
    theirs = {app["slug"] for app in other.get("/apps").json()["data"]}
    assert theirs
    assert not mine & theirs
    assert not {b["slug"] for b in world.get("/builds")["data"]} & {
        b["slug"] for b in other.get("/builds").json()["data"]
    }
    assert other.get("/builds").json()["data"]
    asked = 0
    for template, method, operation in world.operations():
        if not any(name in template for name in ("{app-slug}", "{org", "{user-slug}", "{group-slug}", "/builds/{")):
            continue
        body = world.body(operation)
        query = {"after": 0, "before": 1, "limit": 1} if operation["operationId"] == "archived-builds-list" else {}
        extra = {"json": body} if body is not None else {}
        answer = other.request(method, world.path(template), params=query, **extra)
        assert answer.status_code == 404, (operation["operationId"], answer.text)
        asked += 1
    assert asked > 90
    assert {app["slug"] for page in world.pages("/apps") for app in page} == mine


def test_a_token_that_only_reads_changes_nothing(world: World, sandbox: Sandbox, make_client: MakeClient) -> None:
    reader = make_client(sandbox, sandbox.tokens["read_only"])
    assert reader.get("/apps").json() == world.get("/apps")
    tried = 0
    for template, method, operation in world.operations():
        if method == "GET":
            continue
        body = world.body(operation)
        answer = reader.request(method, world.path(template), **({"json": body} if body is not None else {}))
        assert answer.status_code == 403, (operation["operationId"], answer.text)
        tried += 1
    assert tried > 50
    assert reader.get("/apps").json() == world.get("/apps")


def test_a_workspace_token_has_no_user_behind_it(sandbox: Sandbox, make_client: MakeClient) -> None:
    workspace = make_client(sandbox, sandbox.tokens["workspace"])
    (organization,) = workspace.get("/organizations").json()["data"]
    assert workspace.get("/me").status_code == 404
    assert workspace.get("/me/activities").status_code == 404
    apps = workspace.get("/apps").json()["data"]
    assert {app["owner"]["slug"] for app in apps} == {organization["slug"]}
    made = workspace.post("/apps/register", json={"repo_url": "https://x.invalid/a/b", "is_public": False}).json()
    shown = workspace.get(f"/apps/{made['slug']}").json()["data"]
    assert shown["owner"]["slug"] == organization["slug"]
    member = workspace.get(f"/organizations/{organization['slug']}/members").json()[0]
    assert workspace.get(f"/users/{member['slug']}").status_code == 200


def test_no_token_is_in_any_answer_or_log(world: World, sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for template, method, operation in list(world.operations()):
        answer = world.request(template, method, operation)
        for token in sandbox.tokens.values():
            assert token not in answer.text
            assert token not in str(answer.headers)
    assert sandbox.token not in repr(sandbox)
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith("httpx")]
    assert not any(token in line for token in sandbox.tokens.values() for line in ours)


def test_a_token_of_the_users_own(make_client: MakeClient) -> None:
    sandbox = Sandbox(token="my-own-token", apps=3, builds=3)
    assert sandbox.token == "my-own-token"
    assert make_client(sandbox).get("/me").status_code == 200

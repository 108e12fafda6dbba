"""Content from a YAML file of the user's, and dumps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from sandbox_world import START, World

from bitrise_sandbox import Sandbox
from bitrise_sandbox.data import DataError

MakeClient = Callable[..., httpx.Client]

TEXT = """
users:
- {username: dora, token: doras-token}
- {username: emil, token: emils-token}
organizations:
- {name: Acme, members: [dora], token: acmes-token}
apps:
- title: Shop
  slug: shop
  owner: Acme
  project_type: ios
  workflows: [primary, deploy]
  bitrise_yml: "format_version: '13'"
  secrets:
  - {name: API_KEY, value: hush, is_protected: true}
  builds:
  - {workflow: deploy, branch: main, outcome: error, age: 7200, lines: ["one\\n", "two\\n"]}
  - {slug: good, outcome: success, age: 3600, artifacts: [{title: shop.apk, file_size_bytes: 5000}]}
  - {outcome: success, age: 1, run: 1000}
- {title: Hobby, owner: emil}
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def make(text: str) -> Path:
        path = tmp_path / "data.yaml"
        path.write_text(text)
        return path

    return make


def test_a_few_lines_make_a_sandbox(write: Callable[[str], Path], make_client: MakeClient) -> None:
    sandbox = Sandbox(data=write(TEXT), start=START)
    assert sandbox.token == "doras-token"
    client = make_client(sandbox)
    world = World(sandbox, client)
    (app,) = world.get("/apps")["data"]
    assert (app["slug"], app["title"], app["owner"]["name"], app["project_type"]) == ("shop", "Shop", "Acme", "ios")
    builds = world.get("/apps/shop/builds")["data"]
    assert [build["status_text"] for build in builds] == ["in-progress", "success", "error"]
    assert [build["triggered_workflow"] for build in builds] == ["primary", "primary", "deploy"]
    (artifact,) = world.get("/apps/shop/builds/good/artifacts")["data"]
    assert (artifact["title"], artifact["file_size_bytes"]) == ("shop.apk", 5000)
    assert [secret["name"] for secret in world.get("/apps/shop/secrets")["secrets"]] == ["API_KEY"]
    assert client.get("/apps/shop/bitrise.yml").text == "format_version: '13'"
    log = world.get(f"/apps/shop/builds/{builds[2]['slug']}/log")
    assert make_client(sandbox, "").get(log["expiring_raw_log_url"], headers={"Authorization": ""}).status_code == 400
    with httpx.Client(transport=sandbox.transport()) as store:
        raw = store.get(log["expiring_raw_log_url"])
    assert raw.text == "one\ntwo\n"
    emil = make_client(sandbox, "emils-token")
    assert [one["title"] for one in emil.get("/apps").json()["data"]] == ["Hobby"]
    assert make_client(sandbox, "acmes-token").get("/apps").json()["data"] == [app]


def test_a_dump_holds_everything_but_tokens(
    write: Callable[[str], Path], tmp_path: Path, make_client: MakeClient
) -> None:
    first = Sandbox(apps=5, builds=40, start=START, speed=0)
    client = make_client(first)
    world = World(first, client)
    app = world.app
    build = world.trigger()
    body = {"upload_file_name": "n", "upload_file_size": 4, "user_env_key": "N"}
    file = client.post(f"/apps/{app}/generic-project-files", json=body).json()["data"]
    with httpx.Client(transport=first.transport()) as store:
        store.put(file["upload_url"], content=b"\x00\xff!!")
    paths = (
        "/me",
        "/apps?limit=3",
        "/builds?limit=50",
        f"/apps/{app}/builds/{build}",
        f"/apps/{app}/secrets",
        f"/apps/{app}/pipelines",
        f"/apps/{app}/generic-project-files",
        f"/apps/{app}/cache-items",
    )
    before = [client.get(path).content for path in paths]
    target = tmp_path / "dump.yaml"
    first.dump(target)
    text = target.read_text()
    assert not any(token in text for token in first.tokens.values())

    second = Sandbox(data=target, token="new-token", speed=0)
    again = make_client(second)
    assert [again.get(path).content for path in paths] == before
    assert set(second.tokens) == set(first.tokens)
    address = again.get(f"/apps/{app}/generic-project-files/{file['slug']}").json()["data"]["download_url"]
    with httpx.Client(transport=second.transport()) as store:
        assert store.get(address).content == b"\x00\xff!!"
    second.advance(100)
    assert again.get(f"/apps/{app}/builds/{build}").json()["data"]["status"] == 1
    known = {one["slug"] for page in World(second, again).pages("/builds") for one in page}
    fresh = again.post(f"/apps/{app}/builds", json={"build_params": {"branch": "main"}}).json()["build_slug"]
    assert fresh not in known


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the file: must be a mapping"),
        ("[]", "the file: must be a mapping"),
        ("{", "not valid YAML"),
        ("\x00", "not valid YAML"),
        ("apps: []", "users: at least one"),
        ("users: dora", "the file.users"),
        ("users: [{name: dora}]", "users[0]: unknown key 'name'"),
        ("users: [{email: x}]", "users[0].username: missing"),
        ("users: [{username: dora}]\nusrs: []", "unknown key 'usrs'"),
        ("users: [{username: dora}]\napps: [{owner: nobody}]", "apps[0].owner"),
        ("users: [{username: dora}]\napps: [{is_public: 1}]", "apps[0].is_public"),
        ("users: [{username: dora}]\napps: [{builds: [{outcome: fine}]}]", "apps[0].builds[0].outcome"),
        ("users: [{username: dora}]\napps: [{builds: [{age: true}]}]", "apps[0].builds[0].age"),
        ("users: [{username: dora}]\norganizations: [{name: A, members: [zoe]}]", "organizations[0].members"),
        ("bitrise-sandbox-dump: 9", "version 1"),
        ("bitrise-sandbox-dump: 1", "not a whole dump"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_place(write: Callable[[str], Path], text: str, words: str) -> None:
    path = write(text)
    with pytest.raises(DataError) as caught:
        Sandbox(data=path)
    assert str(caught.value).startswith(str(path))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)

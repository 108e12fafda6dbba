"""What is created can be listed, shown, changed and deleted; what belongs together stays together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator

import httpx
import pytest
from sandbox_world import World

from bitrise_sandbox import Sandbox


@pytest.fixture
def app(world: World) -> str:
    return f"/apps/{world.app}"


@pytest.fixture
def store(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Fetches presigned addresses: a client that knows no token."""
    with httpx.Client(transport=sandbox.transport()) as client:
        yield client


def test_an_app_is_registered_finished_changed_and_deleted(world: World) -> None:
    client = world.client
    made = client.post(
        "/apps/register", json={"repo_url": "https://git.example.invalid/team/shop.git", "is_public": False}
    )
    slug = made.json()["slug"]
    assert made.json()["status"] == "ok"
    shown = world.get(f"/apps/{slug}")["data"]
    assert (shown["status"], shown["title"], shown["repo_owner"], shown["repo_slug"]) == (-1, "shop", "team", "shop")
    assert world.get("/apps", limit=1)["data"][0]["slug"] == slug
    finish = {"project_type": "ios", "stack_id": "osx-xcode-16.0.x", "mode": "manual"}
    assert client.post(f"/apps/{slug}/finish", json=finish).json()["status"] == "ok"
    assert client.patch(f"/apps/{slug}", json={"title": "Shop", "repository_url": "https://x.invalid/y"}).is_success
    shown = world.get(f"/apps/{slug}")["data"]
    assert (shown["status"], shown["project_type"], shown["title"]) == (1, "ios", "Shop")
    assert shown["repo_url"] == "https://x.invalid/y"
    assert world.get(f"/apps/{slug}/secrets")["secrets"] == []
    build = client.post(f"/apps/{slug}/builds", json={"build_params": {"branch": "main"}}).json()["build_slug"]
    assert world.get(f"/apps/{slug}/builds/{build}")["data"]["stack_identifier"] == "osx-xcode-16.0.x"
    assert client.delete(f"/apps/{slug}").status_code == 200
    for gone in (
        f"/apps/{slug}",
        f"/apps/{slug}/builds",
        f"/apps/{slug}/builds/{build}",
        f"/builds/{build}/ai-summary",
    ):
        assert client.get(gone).status_code == 404
    assert slug not in [one["slug"] for page in world.pages("/apps") for one in page]
    assert build not in [one["slug"] for page in world.pages("/builds") for one in page]


def test_an_app_can_belong_to_an_organization_of_the_asker_only(world: World) -> None:
    mine = world.slugs["org-slug"]
    body = {"repo_url": "https://x.invalid/a/b", "is_public": False, "organization_slug": mine}
    slug = world.client.post("/apps/register", json=body).json()["slug"]
    assert world.get(f"/apps/{slug}")["data"]["owner"] == {
        "account_type": "organization",
        "name": world.get(f"/organizations/{mine}")["data"]["name"],
        "slug": mine,
    }
    assert slug in [one["slug"] for page in world.pages(f"/organizations/{mine}/apps") for one in page]
    body["organization_slug"] = "0000000000000000"
    assert world.client.post("/apps/register", json=body).status_code == 404


@pytest.mark.parametrize(
    ("family", "extra"),
    [
        ("android-keystore-files", {"alias": "a", "password": "pw-1", "private_key_password": "pw-2"}),
        ("build-certificates", {}),
        ("provisioning-profiles", {}),
        ("generic-project-files", {"user_env_key": "NOTES"}),
    ],
)
def test_a_file_is_created_uploaded_confirmed_downloaded_and_deleted(
    world: World, app: str, store: httpx.Client, family: str, extra: dict[str, str]
) -> None:
    content = b"not really a key"
    body = {"upload_file_name": "it.bin", "upload_file_size": len(content), **extra}
    made = world.client.post(f"{app}/{family}", json=body)
    assert made.status_code == 201
    file = made.json()["data"]
    path = f"{app}/{family}/{file['slug']}"
    assert file["processed"] is False
    assert store.put(file["upload_url"], content=content + b"!").status_code == 403
    assert store.put(file["upload_url"], content=content).status_code == 200
    assert store.get(file["upload_url"]).status_code == 403
    confirmed = world.client.post(f"{path}/uploaded").json()["data"]
    assert confirmed["processed"] is True
    if "file_sha256" in confirmed:
        assert confirmed["file_sha256"] == hashlib.sha256(content).hexdigest()
    shown = world.get(path)["data"]
    assert store.get(shown["download_url"]).content == content
    assert file["slug"] in [one["slug"] for page in world.pages(f"{app}/{family}", limit=2) for one in page]
    assert world.client.delete(path).json()["data"]["slug"] == file["slug"]
    assert world.client.get(path).status_code == 404
    assert world.client.delete(path).status_code == 404
    assert store.get(shown["download_url"]).status_code == 404


def test_protecting_a_file_is_final_and_hides_it(world: World, app: str) -> None:
    path = f"{app}/build-certificates/{world.slugs['build-certificate-slug']}"
    changed = world.client.patch(path, json={"certificate_password": "open sesame", "is_expose": False}).json()["data"]
    assert (changed["certificate_password"], changed["is_expose"]) == ("open sesame", False)
    assert world.client.patch(path, json={"is_protected": True}).json()["data"]["is_protected"] is True
    assert world.client.patch(path, json={"is_protected": False}).json()["data"]["is_protected"] is True
    shown = world.get(path)["data"]
    assert shown["download_url"] is None
    assert "open sesame" not in str(shown)


def test_secrets_of_an_app(world: World, app: str) -> None:
    client, path = world.client, f"{app}/secrets"
    made = client.post(path, json={"name": "KEY", "value": "hush", "is_protected": False})
    assert made.status_code == 201
    assert "value" not in made.json()
    assert world.get(f"{path}/KEY")["value"] == world.get(f"{path}/KEY/value")["value"] == "hush"
    assert all("value" not in secret for secret in world.get(path)["secrets"])
    assert client.patch(f"{path}/KEY", json={"value": "hush2", "is_protected": True}).status_code == 200
    assert "value" not in world.get(f"{path}/KEY")
    assert client.get(f"{path}/KEY/value").status_code == 400
    assert client.patch(f"{path}/KEY", json={"is_protected": False, "value": "hush3"}).status_code == 200
    assert world.get(f"{path}/KEY")["is_protected"] is True
    assert client.put(f"{path}/KEY", json={"value": "again"}).status_code == 204
    assert client.put(f"{path}/NEW", json={"value": "first"}).status_code == 201
    assert world.get(f"{path}/NEW/value") == {"value": "first"}
    for name in ("KEY", "NEW"):
        assert client.delete(f"{path}/{name}").status_code == 204
        assert client.get(f"{path}/{name}").status_code == 404
    everything = client.get(path).text + client.get(f"{path}/API_KEY").text
    assert "hush" not in everything
    assert client.put(f"{app}x/secrets/NEW", json={"value": "first"}).status_code == 404


def test_secrets_of_an_organization(world: World) -> None:
    path = f"/organizations/{world.slugs['org-slug']}/secrets"
    body = {"name": "TEAM_KEY", "value": "v", "is_protected": True}
    assert world.client.post(path, json=body).status_code == 201
    assert "TEAM_KEY" in [secret["name"] for secret in world.get(path)["secrets"]]
    assert "value" not in world.get(f"{path}/TEAM_KEY")
    assert world.client.patch(f"{path}/TEAM_KEY", json={"value": "w"}).status_code == 200
    assert world.client.delete(f"{path}/TEAM_KEY").status_code == 204
    assert world.client.get(f"{path}/TEAM_KEY").status_code == 404


def test_webhooks_their_deliveries_and_redelivery(world: World, app: str) -> None:
    client, path = world.client, f"{app}/outgoing-webhooks"
    body = {"url": "https://hooks.example.invalid/x", "events": ["build"], "headers": {"K": "v"}, "secret": "hush"}
    answer = client.post(path, json=body)
    hook = answer.json()["data"]
    assert "hush" not in answer.text
    assert (hook["url"], hook["events"], hook["headers"]) == (body["url"], ["build"], {"K": "v"})
    changed = client.put(f"{path}/{hook['slug']}", json={"url": "https://y.invalid", "events": ["all"]}).json()["data"]
    assert (changed["url"], changed["events"]) == ("https://y.invalid", ["all"])
    items = f"{path}/{hook['slug']}/delivery-items"
    assert world.get(items)["data"] == []
    build = world.trigger(workflow_id="deploy")
    (first,) = world.get(items)["data"]
    assert json.loads(first["request_headers"])["Bitrise-Event-Type"] == "build/triggered"
    sent = json.loads(first["request_payload"])
    assert (sent["build_slug"], sent["app_slug"], sent["build_triggered_workflow"]) == (build, world.app, "deploy")
    assert client.post(f"{items}/{first['slug']}/redeliver").is_success
    again, before = world.get(items)["data"]
    assert before == first
    assert again["request_payload"] == first["request_payload"]
    assert again["slug"] != first["slug"]
    world.sandbox.advance(100)
    finished = world.get(items)["data"][0]
    assert json.loads(finished["request_headers"])["Bitrise-Event-Type"] == "build/finished"
    assert json.loads(finished["request_payload"])["build_status"] == 1
    assert client.delete(f"{path}/{hook['slug']}").is_success
    assert client.get(items).status_code == 404


def test_roles_take_groups_of_the_owning_organization(world: World) -> None:
    organization = world.slugs["org-slug"]
    app = next(iter(world.pages(f"/organizations/{organization}/apps")))[0]["slug"]
    added = world.client.post(f"/organizations/{organization}/groups", json={"name": "designers"})
    assert added.status_code == 201
    group = added.json()["slug"]
    assert group in [one["slug"] for one in world.client.get(f"/organizations/{organization}/groups").json()]
    assert world.client.put(f"/apps/{app}/roles/manager", json={"groups": [group]}).json() == {"groups": [group]}
    assert world.get(f"/apps/{app}/roles/manager") == {"groups": [group]}
    assert world.get(f"/apps/{app}/roles/admin") == {"groups": []}
    refused = world.client.put(f"/apps/{app}/roles/manager", json={"groups": ["0000"]})
    assert refused.status_code == 422
    assert "groups" in str(refused.json())
    assert world.get(f"/apps/{app}/roles/manager") == {"groups": [group]}
    assert world.client.get(f"/apps/{app}/roles/king").status_code == 404


def test_members_join_an_organization_and_its_groups(
    world: World, sandbox: Sandbox, make_client: Callable[..., httpx.Client]
) -> None:
    organization, group = world.slugs["org-slug"], world.slugs["group-slug"]
    other = make_client(sandbox, sandbox.other_token)
    me = other.get("/me").json()["data"]
    assert other.get(f"/organizations/{organization}").status_code == 404
    assert world.client.post(f"/groups/{group}/add_member", json={"user_id": me["slug"]}).status_code == 404
    added = world.client.post(f"/organizations/{organization}/members", json={"email": me["email"]})
    assert (added.status_code, added.json()["slug"]) == (201, me["slug"])
    assert me["slug"] in [one["slug"] for one in world.client.get(f"/organizations/{organization}/members").json()]
    assert world.client.post(f"/groups/{group}/add_member", json={"user_id": me["slug"]}).is_success
    assert other.get(f"/organizations/{organization}").status_code == 200
    invited = world.client.post(f"/organizations/{organization}/members", json={"email": "new@example.invalid"})
    assert invited.json()["username"] == "new"


def test_credentials_never_show_their_key(world: World) -> None:
    base = f"/organizations/{world.slugs['org-slug']}"
    apple = {
        "name": "Store",
        "key_id": "K1",
        "issuer_id": "I1",
        "private_key": "hush-key",
        "is_enterprise_account": True,
    }
    google = {"name": "Play", "credentials": "hush-json"}
    for place, body in (("apple-api-credentials", apple), ("google-service-credentials", google)):
        assert world.client.post(f"{base}/{place}", json=body).is_success
        listed = world.client.get(f"{base}/{place}")
        assert body["name"] in [one["name"] for one in listed.json()["data"]]
        assert "hush" not in listed.text
        assert all(one["created_at"] <= one["updated_at"] for one in listed.json()["data"])
        assert world.client.delete(f"{base}/{place}").status_code == 204
        assert world.get(f"{base}/{place}")["data"] == []


def test_machine_types_move_for_the_apps_of_one_owner(world: World) -> None:
    organization = world.slugs["org-slug"]
    owned = {one["slug"] for page in world.pages(f"/organizations/{organization}/apps") for one in page}
    path = f"/organizations/{organization}/apps/machine_types"
    moved = world.client.patch(path, json={"from_machine": "g2-m1.4core", "to_machine": "g2-m1.8core"}).json()
    assert set(moved["migrated_apps"]) == owned
    again = world.client.patch(path, json={"from_machine": "g2-m1.4core", "to_machine": "g2-m1.8core"}).json()
    assert again["migrated_apps"] == []
    app = sorted(owned)[0]
    build = world.client.post(f"/apps/{app}/builds", json={"build_params": {"branch": "main"}}).json()["build_slug"]
    assert world.get(f"/apps/{app}/builds/{build}")["data"]["machine_type_id"] == "g2-m1.8core"


def test_artifacts_are_downloaded_and_deleted(world: World, app: str, store: httpx.Client) -> None:
    path = f"{app}/builds/{world.slugs['build-slug']}/artifacts"
    listed = world.get(path)["data"][0]
    shown = world.get(f"{path}/{listed['slug']}")["data"]
    content = store.get(shown["expiring_download_url"]).content
    assert len(content) == shown["file_size_bytes"]
    rest = store.get(shown["expiring_download_url"], headers={"Range": "bytes=100-"})
    assert (rest.status_code, rest.content) == (206, content[100:])
    redirect = world.client.get(f"{path}/{listed['slug']}", params={"download": 1})
    assert redirect.status_code == 302
    assert store.get(redirect.headers["location"]).content == content
    page = world.client.patch(f"{path}/{listed['slug']}", json={"is_public_page_enabled": False}).json()["data"]
    assert (page["is_public_page_enabled"], page["public_install_page_url"]) == (False, "")
    assert world.client.delete(f"{path}/{listed['slug']}").json()["data"]["expiring_download_url"] is None
    assert world.client.get(f"{path}/{listed['slug']}").status_code == 404
    assert store.get(shown["expiring_download_url"]).status_code == 404


def test_presigned_addresses_expire_and_refuse_an_authorization(world: World, app: str, store: httpx.Client) -> None:
    path = f"{app}/builds/{world.slugs['build-slug']}/artifacts/{world.slugs['artifact-slug']}"
    address = world.get(path)["data"]["expiring_download_url"]
    assert store.get(address, headers={"Authorization": "token whatever"}).status_code == 400
    assert store.get(address.replace("signature=", "signature=0")).status_code == 403
    assert store.post(address).status_code == 405
    assert store.head(address).headers["content-length"] == str(len(store.get(address).content))
    assert store.get(address, headers={"Range": "bytes=99999999-"}).status_code == 416
    world.sandbox.advance(599)
    assert store.get(address).status_code == 200
    world.sandbox.advance(2)
    expired = store.get(address)
    assert (expired.status_code, "expired" in expired.text) == (403, True)


def test_cache_items_go_one_by_one_and_all_at_once(world: World, app: str, store: httpx.Client) -> None:
    path = f"{app}/cache-items"
    every = [item["id"] for page in world.pages(path) for item in page]
    address = world.get(f"{path}/{every[0]}/download")["data"]["download_url"]
    assert store.get(address).status_code == 200
    assert world.client.delete(f"{path}/{every[0]}").status_code == 200
    assert store.get(address).status_code == 404
    assert [item["id"] for page in world.pages(path, limit=30) for item in page] == every[1:]
    assert world.client.delete(path).status_code == 200
    assert world.get(path)["data"] == []


def test_a_pipeline_is_triggered_shown_aborted_and_rebuilt(world: World, app: str) -> None:
    answer = world.client.post(f"{app}/builds", json={"build_params": {"branch": "main", "pipeline_id": "nightly"}})
    (result,) = answer.json()["results"]
    assert result["triggered_pipeline"] == "nightly"
    path = f"{app}/pipelines/{result['build_slug']}"
    shown = world.get(path)
    assert "data" not in shown
    assert (shown["name"], shown["status"], shown.get("startFailureReason", "")) == (
        "nightly",
        "initializing",
        "",
    )
    assert len(shown["workflows"]) == 2
    world.sandbox.advance(5)
    assert world.get(path)["status"] == "running"
    assert world.client.post(f"{path}/rebuild", json={}).status_code == 400
    assert world.client.post(f"{path}/abort", json={"abort_reason": "no"}).status_code == 200
    assert world.get(path)["status"] == "aborted"
    assert world.client.post(f"{path}/abort").status_code == 400
    assert world.client.post(f"{path}/rebuild", json={}).status_code == 201
    world.sandbox.advance(100)
    assert world.get(path)["status"] == "succeeded"
    assert len(world.get(path)["attempts"]) == 2


def test_everything_the_pipeline_lists_name_can_be_shown(world: World, app: str) -> None:
    world.trigger()
    kinds = set()
    for row in world.get(f"{app}/pipelines")["data"] + world.get(f"{app}/pipelines", pipeline="release")["data"]:
        shown = world.get(f"{app}/pipelines/{row['slug']}")
        assert shown["id"] == row["slug"]
        assert all(workflow["id"] for workflow in shown["workflows"])
        kinds.add((row["is_pipeline"], shown["type"]))
    assert kinds == {(True, "pipeline"), (False, "build")}


def test_bitrise_yml_is_kept_and_built_with(world: World, app: str) -> None:
    text = "format_version: '13'\nworkflows:\n  ship: {}\n"
    assert world.client.post(f"{app}/bitrise.yml", json={"app_config_datastore_yaml": text}).json() == {"status": "ok"}
    got = world.client.get(f"{app}/bitrise.yml")
    assert (got.text, got.headers["content-type"].partition(";")[0]) == (text, "text/plain")
    body = {"app_config_datastore_yaml": {"format_version": "13", "workflows": {"a": {}}}}
    assert world.client.post(f"{app}/bitrise.yml", json=body).status_code == 200
    assert "workflows:\n  a: {}" in world.client.get(f"{app}/bitrise.yml").text
    assert world.client.get(f"{app}/builds/{world.slugs['build-slug']}/bitrise.yml").status_code == 200
    missing = world.client.get("/apps/nowhere/bitrise.yml")
    assert (missing.status_code, missing.json()) == (404, {"message": "Not Found"})
    assert world.client.put(f"{app}/bitrise.yml/config", json={"location": "repository"}).status_code == 204
    assert world.get(f"{app}/bitrise.yml/config") == {"location": "repository"}


@pytest.mark.parametrize(
    ("text", "status", "errors"),
    [
        ("format_version: '13'\nworkflows: {a: {steps: []}}", 200, []),
        ("workflows: {a: {}}", 200, ["format_version: missing"]),
        ("format_version: 1\nworkflows: {a: 7}", 200, ["workflows.a: must be a mapping"]),
        ("{unclosed", 422, None),
        ("- just\n- a list", 422, None),
        ("a: &a [1]\nb: *a\nformat_version: 1", 200, []),
        ("!!python/object/apply:os.system ['true']", 422, None),
        ("[" * 100_000, 422, None),
    ],
)
def test_yaml_is_really_parsed(client: httpx.Client, text: str, status: int, errors: list[str] | None) -> None:
    answer = client.post("/validate-bitrise-yml", json={"bitrise_yml": text})
    assert answer.status_code == status
    assert answer.json().get("errors") == errors
    as_text = client.post("/validate-bitrise-yml", content=text, headers={"Content-Type": "text/plain"})
    assert (as_text.status_code, as_text.json()) == (status, answer.json())


def test_yaml_above_its_bound_and_merge_bombs(client: httpx.Client) -> None:
    assert client.post("/validate-bitrise-yml", json={"bitrise_yml": "a: " + "x" * 500_000}).status_code == 413
    # Each level stands for twelve of the one below: whether it is refused or merged once, it must end.
    lines = ["a0: &a0 {k: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 12)}]}}" for n in range(1, 12)]
    assert client.post("/validate-bitrise-yml", json={"bitrise_yml": "\n".join(lines)}).status_code in (200, 422)


def test_stacks_steps_and_their_inputs(world: World) -> None:
    stacks = world.get("/available-stacks")
    assert {stack["os"] for stack in stacks.values()} == {"linux", "macos"}
    assert all(name == stack["id"] and "removal-date" in stack for name, stack in stacks.items())
    found = world.get("/search-steps", query="xcode", categories="test")
    assert [step["id"] for step in found] == ["xcode-test"]
    assert world.get("/search-steps", query="xcode", maintainers="community") == []
    inputs = world.get("/step-inputs", step_ref=found[0]["step_ref"])
    assert [one["name"] for one in inputs] == [one["name"] for one in found[0]["inputs"]]
    assert world.client.get("/step-inputs", params={"step_ref": "xcode-test"}).status_code == 400
    assert world.client.get("/search-steps").status_code == 400


def test_a_summary_is_there_for_failed_builds_only(world: World, app: str) -> None:
    assert world.client.get(f"/builds/{world.slugs['build-slug']}/ai-summary").status_code == 200
    good = world.get(f"{app}/builds", status=1)["data"][0]["slug"]
    assert world.client.get(f"/builds/{good}/ai-summary").status_code == 404


def test_activities_and_addons(world: World) -> None:
    events = [event for page in world.pages("/me/activities") for event in page]
    times = [event["created_at"] for event in events]
    assert times == sorted(times, reverse=True)
    addon = world.get("/addons")["data"][0]
    assert world.get(f"/addons/{addon['id']}")["data"] == addon
    assert addon["id"] in [one["id"] for one in world.get(f"/apps/{world.app}/addons")["data"]]

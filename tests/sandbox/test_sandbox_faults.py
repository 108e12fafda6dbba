"""Every fault makes a difference, the one that its description says, and none when it is off."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from sandbox_world import START, World, open_client, violations

from bitrise_sandbox import Sandbox
from bitrise_sandbox.faults import FAULTS, FaultError, activate, describe

Trace = list[tuple[str, int, str, bytes]]
MakeClient = Callable[..., httpx.Client]

ARGUMENTS = {"slow-answers": "0.02", "html-error-page": "2", "service-unavailable-bursts": "4"}
HEADERS = ("content-type", "allow", "retry-after", "location", "content-range")


def make(*faults: str) -> Sandbox:
    return Sandbox(start=START, speed=0, apps=6, builds=80, faults=faults)


def run(sandbox: Sandbox) -> Trace:
    """The same requests of many kinds, whatever they are answered, and what was answered."""
    trace: Trace = []
    slugs = dict(_SLUGS)
    app = f"/apps/{slugs['app-slug']}"
    build = f"{app}/builds/{slugs['build-slug']}"

    with open_client(sandbox) as client:

        def ask(method: str, path: str, **options: Any) -> Any:
            began = time.perf_counter()
            try:
                answer = client.request(method, path, **options)
            except httpx.HTTPError as error:
                trace.append((path, 0, type(error).__name__, b""))
                return {}
            slow = "slow" if time.perf_counter() - began > 0.015 and sandbox_is_slow else ""
            headers = str({name: answer.headers.get(name) for name in HEADERS})
            trace.append((path, answer.status_code, headers + slow, answer.content))
            try:
                return answer.json()
            except ValueError:
                return {}

        sandbox_is_slow = any("slow" in active.fault.name for active in _faults(sandbox))
        for path in ("/me", "/apps", app, f"{app}/builds", build, build, f"{build}/artifacts", "/organizations"):
            ask("GET", path)
        for query in ("limit=3", "limit=3", f"limit=3&next={slugs['second']}", "limit=77", "status=2", "status=nine"):
            ask("GET", f"{app}/builds?{query}")
        ask("GET", "/apps?sort_by=last_build_at")
        ask("GET", f"{app}/outgoing-webhooks/{slugs['app-webhook-slug']}/delivery-items")
        ask("GET", f"{app}/secrets/API_KEY")
        ask("GET", f"{app}/secrets/API_KEY/value")
        secret = {"name": "NEW_ONE", "value": "v"}
        ask("POST", f"{app}/secrets", json=secret)
        ask("GET", f"{app}/secrets")
        ask("PATCH", f"{app}/secrets/NEW_ONE", json={"value": "w"})
        ask("GET", f"{app}/secrets/NEW_ONE")
        ask("DELETE", f"{app}/secrets/NEW_ONE")
        ask("GET", f"{app}/secrets/NEW_ONE")
        ask("GET", f"{app}/secrets")
        ask("POST", f"{app}/builds", json={"build_params": {"branch": "main"}})
        ask("POST", f"{app}/builds", json={"build_params": {"branch": ["main"]}})
        ask("POST", f"{app}/builds", json={"build_params": {"branch": "brånch"}})
        ask("GET", f"{app}/builds?limit=1")
        ask("PUT", app)
        ask("GET", "/apps/nowhere")
        for token in ("", "token unknown", f"token {sandbox.tokens['other']}", f"token {sandbox.tokens['read_only']}"):
            ask("GET", app, headers={"Authorization": token})
            ask("PATCH", app, json={"title": "t"}, headers={"Authorization": token})
        data = ask("GET", f"{build}/artifacts/{slugs['artifact-slug']}").get("data", {})
        address = data.get("expiring_download_url") if isinstance(data, dict) else None
    if isinstance(address, str):
        with httpx.Client(transport=sandbox.transport()) as bare:
            for extra in ({}, {"Range": "bytes=10-19"}):
                try:
                    answer = bare.get(address, headers=extra)
                    trace.append(("file", answer.status_code, str(len(answer.content)), answer.content))
                except httpx.HTTPError as error:
                    trace.append(("file", 0, type(error).__name__, b""))
    return trace


def _faults(sandbox: Sandbox) -> list[Any]:
    return list(sandbox.app.router.default.faults)  # type: ignore[attr-defined]


_PLAIN = make()
with open_client(_PLAIN) as _client:
    _WORLD = World(_PLAIN, _client)
    _SLUGS = dict(_WORLD.slugs)
    _SLUGS["second"] = _WORLD.get(f"/apps/{_WORLD.app}/builds", limit=3)["paging"]["next"]
_RIGHT = run(make())


def test_there_are_at_least_forty_each_with_its_words() -> None:
    assert len(FAULTS) >= 40
    assert all(fault.name == name and len(fault.description) > 15 for name, fault in FAULTS.items())
    assert len({fault.description for fault in FAULTS.values()}) == len(FAULTS)
    listed = describe().splitlines()
    assert [line.split("[")[0].split()[0] for line in listed] == list(FAULTS)


def test_without_faults_the_same_requests_get_the_same_answers() -> None:
    assert run(make()) == _RIGHT


@pytest.mark.parametrize("name", list(FAULTS))
def test_every_fault_makes_a_difference(name: str) -> None:
    argument = ARGUMENTS.get(name)
    wrong = run(make(f"{name}:{argument}" if argument else name))
    assert wrong != _RIGHT


@pytest.mark.parametrize("name", [n for n, f in FAULTS.items() if f.argument == "OPERATION"])
def test_a_fault_on_another_operation_changes_nothing(name: str) -> None:
    assert run(make(f"{name}:search-steps")) == _RIGHT


@pytest.mark.parametrize(
    "name",
    [
        "missing-required-field",
        "null-in-required-field",
        "wrong-type",
        "number-as-text",
        "wrong-format",
        "unknown-enum-value",
        "missing-envelope",
        "wrong-content-type",
        "undocumented-status",
        "wrong-success-status",
    ],
)
def test_faults_of_schemas_break_the_contract(name: str) -> None:
    sandbox = make(name)
    with open_client(sandbox) as client:
        answer = client.get(f"/apps/{_SLUGS['app-slug']}/builds/{_SLUGS['build-slug']}")
    operation = sandbox.state.contract.document["paths"]["/apps/{app-slug}/builds/{build-slug}"]["get"]
    assert violations(sandbox.state.contract.document, operation, answer) != []


def test_lists_that_loop_skip_repeat_or_lie(make_client: MakeClient) -> None:
    path = f"/apps/{_SLUGS['app-slug']}/builds"

    def two(name: str) -> tuple[Any, Any]:
        client = make_client(make(name))
        first = client.get(path, params={"limit": 3}).json()
        following = first["paging"]["next"]
        return first, client.get(path, params={"limit": 3, "next": following}).json()

    right_first, right_second = two("html-error-page:99999")
    first, second = two("next-loops")
    assert second["paging"]["next"] == first["paging"]["next"]
    assert two("page-skips-item")[0]["data"] == right_first["data"][:2]
    assert two("page-repeats-item")[1]["data"][0] == right_first["data"][0]
    assert len(make_client(make("limit-ignored")).get(path, params={"limit": 3}).json()["data"]) > 3
    assert two("wrong-total")[0]["paging"]["total_item_count"] == 10
    assert two("empty-page-with-next")[1]["data"] == []
    assert two("empty-page-with-next")[1]["paging"]["next"] == right_second["paging"]["next"]
    assert make_client(make("next-after-end")).get("/apps").json()["paging"]["next"]
    assert make_client(make("limit-clipped")).get("/apps", params={"limit": 999}).status_code == 200
    statuses = {b["status"] for b in make_client(make("filter-ignored")).get(path, params={"status": 2}).json()["data"]}
    assert len(statuses) > 1


def test_changes_that_do_not_stay(make_client: MakeClient) -> None:
    path = f"/apps/{_SLUGS['app-slug']}/secrets"
    secret = {"name": "NEW", "value": "v"}

    client = make_client(make("created-not-there"))
    assert client.post(path, json=secret).status_code == 201
    assert client.get(f"{path}/NEW").status_code == 404

    client = make_client(make("created-not-listed"))
    client.post(path, json=secret)
    assert client.get(f"{path}/NEW").status_code == 200
    assert "NEW" not in client.get(path).text

    client = make_client(make("update-lost"))
    client.post(path, json=secret)
    assert client.patch(f"{path}/NEW", json={"value": "w"}).status_code == 200
    assert client.get(f"{path}/NEW/value").json() == {"value": "v"}

    client = make_client(make("deleted-still-there"))
    assert client.delete(f"{path}/API_KEY").status_code in (204, 404)
    client.get(path)
    assert client.delete(f"{path}/API_KEY").status_code == 204
    assert client.get(f"{path}/API_KEY").status_code == 200

    client = make_client(make("deleted-still-listed"))
    client.get(path)
    assert client.delete(f"{path}/API_KEY").status_code == 204
    assert client.get(f"{path}/API_KEY").status_code == 404
    assert "API_KEY" in client.get(path).text

    wrong = make_client(make("wrong-object")).get(f"/apps/{_SLUGS['app-slug']}").json()["data"]
    assert wrong["slug"] != _SLUGS["app-slug"]


def test_rules_that_are_not_kept(make_client: MakeClient) -> None:
    app = f"/apps/{_SLUGS['app-slug']}"
    nobody = {"Authorization": ""}
    assert make_client(make("authentication-off")).get(app, headers=nobody).status_code == 200
    anyone = make_client(make("any-token-accepted"))
    assert anyone.get(app, headers={"Authorization": "token x"}).status_code == 200
    assert anyone.get(app, headers=nobody).status_code == 401
    sandbox = make("other-users-data")
    assert make_client(sandbox, sandbox.other_token).get(app).status_code == 200
    sandbox = make("read-only-token-writes")
    assert make_client(sandbox, sandbox.tokens["read_only"]).patch(app, json={"title": "t"}).status_code == 200
    assert make_client(make("invalid-body-accepted")).post(f"{app}/secrets", json={"name": 5}).status_code == 201
    assert make_client(make("invalid-parameters-accepted")).get("/apps", params={"limit": "x"}).status_code == 200
    client = make_client(make("valid-body-refused"))
    assert client.patch(app, json={"title": "t"}).status_code == 400
    assert client.get(app).json()["data"]["title"] != "t"
    assert make_client(make("undeclared-method-accepted")).put(app).status_code == 200
    assert "allow" not in make_client(make("missing-allow-header")).put(app).headers
    sandbox = make("token-echoed")
    assert sandbox.token in make_client(sandbox).get("/apps/nowhere").text
    assert make_client(make("protected-secret-shown")).get(f"{app}/secrets/API_KEY").json()["value"]


def test_faults_of_the_network_over_a_real_socket() -> None:
    with make("dropped-connections:2") as sandbox, real(sandbox) as client:
        assert client.get("/me").status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):
            client.get("/me")
        assert client.get("/me").status_code == 200
    with make("half-sent-answers:1") as sandbox, real(sandbox) as client, pytest.raises(httpx.RemoteProtocolError):
        client.get("/me")
    with make("dropped-after-processing:1") as sandbox, real(sandbox) as client:
        before = len(sandbox.state.store.table(("builds",)))
        with pytest.raises(httpx.RemoteProtocolError):
            client.post(f"/apps/{_SLUGS['app-slug']}/builds", json={"build_params": {"branch": "main"}})
        assert len(sandbox.state.store.table(("builds",))) == before + 1
    with make("too-many-requests-retry-after:2") as sandbox, real(sandbox) as client:
        assert [client.get("/me").status_code for _ in range(4)] == [200, 429, 200, 429]
        client.get("/me")
        assert client.get("/me").headers["retry-after"] == "1"
    with make("service-unavailable-bursts:2") as sandbox, real(sandbox) as client:
        assert [client.get("/me").status_code for _ in range(6)] == [200, 503, 503, 503, 200, 503]
    with make("slow-answers:0.2") as sandbox, real(sandbox) as client, pytest.raises(httpx.ReadTimeout):
        client.get("/me", timeout=0.05)


def test_faults_of_files() -> None:
    path = f"/apps/{_SLUGS['app-slug']}/builds/{_SLUGS['build-slug']}/artifacts/{_SLUGS['artifact-slug']}"
    with make("truncated-downloads") as sandbox, real(sandbox) as client:
        address = client.get(path).json()["data"]["expiring_download_url"]
        with pytest.raises(httpx.RemoteProtocolError):
            httpx.get(address)
    with make("expired-addresses") as sandbox, real(sandbox) as client:
        assert httpx.get(client.get(path).json()["data"]["expiring_download_url"]).status_code == 403
    with make("range-ignored") as sandbox, real(sandbox) as client:
        address = client.get(path).json()["data"]["expiring_download_url"]
        assert httpx.get(address, headers={"Range": "bytes=5-"}).status_code == 200


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no-such-fault", "there is no fault"),
        ("slow-answers:soon", "slow-answers"),
        ("slow-answers:-1", "slow-answers"),
        ("too-many-requests:0", "too-many-requests"),
        ("expired-addresses:now", "takes no argument"),
    ],
)
def test_a_fault_that_does_not_exist_or_fit(text: str, words: str) -> None:
    with pytest.raises(FaultError, match=words):
        activate([text])


def real(sandbox: Sandbox) -> httpx.Client:
    return httpx.Client(base_url=sandbox.base_url, headers={"Authorization": f"token {sandbox.token}"})

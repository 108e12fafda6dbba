"""The guard at the transport: what may go out, signed how, how fast."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
import requests

from bitrise_conformance.contract import Contract
from bitrise_conformance.engine import Depth, run_engine
from bitrise_conformance.findings import Findings
from bitrise_conformance.hooks import EngineRun
from bitrise_conformance.judge import Judge
from bitrise_conformance.scrub import Scrubber
from bitrise_conformance.wire import Policy, Refused, Wire, origin, retry_after

TOKEN = "bitpat_wire_0123456789"


def test_a_request_is_signed_on_the_wire_and_nowhere_else(
    serve: Callable[..., Any], as_json: Callable[..., Any]
) -> None:
    server = serve(lambda *request: as_json({}))
    with Wire(Policy(server.base_url), TOKEN).installed():
        response = requests.get(f"{server.base_url}/apps", timeout=5)
    assert server.received[0][2]["authorization"] == f"token {TOKEN}"
    assert "Authorization" not in response.request.headers


def test_only_the_api_below_its_path_is_signed(serve: Callable[..., Any], as_json: Callable[..., Any]) -> None:
    server = serve(lambda *request: as_json({}))
    root = server.base_url.removesuffix("/v0.1")
    with Wire(Policy(server.base_url), TOKEN).installed():
        requests.get(f"{root}/files/a?signature=1", timeout=5)
        requests.get(f"{root}/v0.10/apps", timeout=5)
    assert all("authorization" not in headers for _, _, headers, _ in server.received)


def test_the_token_is_not_in_the_repr() -> None:
    assert TOKEN not in repr(Wire(Policy("http://127.0.0.1/v0.1"), TOKEN))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "post"])
def test_without_writes_only_reading_methods_go_out(
    method: str, serve: Callable[..., Any], as_json: Callable[..., Any]
) -> None:
    server = serve(lambda *request: as_json({}))
    wire = Wire(Policy(server.base_url, writes=False), TOKEN)
    with wire.installed(), pytest.raises(Refused, match="may write"):
        requests.request(method, f"{server.base_url}/apps", timeout=5)
    assert server.received == []
    assert sum(wire.refused.values()) == 1


def test_another_host_is_never_asked(serve: Callable[..., Any], as_json: Callable[..., Any]) -> None:
    server, other = serve(lambda *request: as_json({})), serve(lambda *request: as_json({}))
    with Wire(Policy(server.base_url), TOKEN).installed(), pytest.raises(Refused, match="not the API's host"):
        requests.get(other.base_url, timeout=5)
    assert other.received == []


def test_a_redirect_to_another_host_is_not_followed(serve: Callable[..., Any], as_json: Callable[..., Any]) -> None:
    other = serve(lambda *request: as_json({}))
    server = serve(lambda *request: (302, {"Location": other.base_url + "/apps"}, b""))
    with Wire(Policy(server.base_url), TOKEN).installed(), pytest.raises(Refused):
        requests.get(f"{server.base_url}/apps", timeout=5)
    assert other.received == []


@pytest.mark.parametrize(
    ("path", "goes"),
    [
        ("/apps/mine", True),
        ("/apps/mine/builds", True),
        ("/apps/other", False),
        ("/apps/%6Fther/builds", False),
        ("/apps/mine/../other", False),
        ("/me", True),
    ],
)
def test_one_app_is_not_left(path: str, goes: bool) -> None:
    policy = Policy("http://127.0.0.1/v0.1", app="mine")
    assert (policy.objection("GET", f"http://127.0.0.1/v0.1{path}") is None) is goes


def test_only_own_things_are_written(serve: Callable[..., Any], as_json: Callable[..., Any]) -> None:
    server = serve(lambda *request: as_json({}))
    wire = Wire(Policy(server.base_url, only_own=True), TOKEN)
    with wire.installed():
        with pytest.raises(Refused, match="did not create"):
            requests.delete(f"{server.base_url}/apps/a/secrets/OLD", timeout=5)
        with wire.creating("/apps/a/secrets"):
            requests.post(f"{server.base_url}/apps/a/secrets", timeout=5)
        wire.own("/apps/a/secrets/MINE")
        requests.delete(f"{server.base_url}/apps/a/secrets/MINE", timeout=5)
        for path in ("/apps/a/secrets", "/apps/a/secrets/MINE2", "/apps/a"):
            with pytest.raises(Refused):
                requests.post(server.base_url + path, timeout=5)
    assert [(method, path) for method, path, _, _ in server.received] == [
        ("POST", "/v0.1/apps/a/secrets"),
        ("DELETE", "/v0.1/apps/a/secrets/MINE"),
    ]


def test_retry_after_is_obeyed_and_the_request_sent_again(
    serve: Callable[..., Any], as_json: Callable[..., Any]
) -> None:
    answers = [as_json({"message": "slow"}, 429, **{"Retry-After": "1"}), as_json({"ok": 1})]
    server = serve(lambda *request: answers.pop(0))
    wire = Wire(Policy(server.base_url, max_wait=5), TOKEN)
    start = time.monotonic()
    with wire.installed():
        response = requests.get(f"{server.base_url}/apps", timeout=5)
    assert response.status_code == 200
    assert time.monotonic() - start >= 1
    assert wire.waited == 1


def test_a_wait_that_is_too_long_is_not_taken(serve: Callable[..., Any], as_json: Callable[..., Any]) -> None:
    server = serve(lambda *request: as_json({"message": "slow"}, 429, **{"Retry-After": "3600"}))
    with Wire(Policy(server.base_url, max_wait=5), TOKEN).installed():
        assert requests.get(f"{server.base_url}/apps", timeout=5).status_code == 429
    assert len(server.received) == 1


def test_the_rate_is_kept(serve: Callable[..., Any], as_json: Callable[..., Any]) -> None:
    server = serve(lambda *request: as_json({}))
    start = time.monotonic()
    with Wire(Policy(server.base_url, per_second=20), TOKEN).installed():
        for _ in range(6):
            requests.get(f"{server.base_url}/apps", timeout=5)
    assert time.monotonic() - start >= 5 / 20


def test_the_guard_ends_with_its_block() -> None:
    before = requests.Session.send
    with Wire(Policy("http://127.0.0.1/v0.1"), TOKEN).installed():
        assert requests.Session.send is not before
    assert requests.Session.send is before


def test_retry_after_is_read_as_seconds_and_as_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    assert retry_after("7") == 7
    assert 25 < (retry_after(soon) or 0) <= 30
    assert retry_after("soon") is None


def test_default_ports_are_the_same_origin() -> None:
    assert origin("https://api.bitrise.io/v0.1") == origin("https://API.bitrise.io:443/")
    assert origin("https://api.bitrise.io") != origin("http://api.bitrise.io")


def test_the_engine_writes_nothing_even_with_undeclared_methods_on(
    contract: Contract, serve: Callable[..., Any], as_json: Callable[..., Any]
) -> None:
    """Everything the engine could send is offered to it; the guard alone keeps it from writing."""
    server = serve(lambda *request: as_json({"message": "Not Found"}, 404))
    wire = Wire(Policy(server.base_url, writes=False), TOKEN)
    run = EngineRun(contract, Judge(contract, Scrubber([TOKEN])), Findings())
    chosen = [contract[name] for name in ("app-show", "app-delete", "app-secret-create", "org-list")]
    with wire.installed():
        run_engine(
            contract, chosen, run, base_url=server.base_url, seed=1, depth=Depth(4, 3, 2), unexpected_methods=True
        )
    methods = {method for method, _, _, _ in server.received}
    assert methods <= {"GET", "HEAD"}
    assert len(server.received) > 10
    assert sum(wire.refused.values()) > 10
    assert all(TOKEN not in json.dumps(error) for error in run.errors)

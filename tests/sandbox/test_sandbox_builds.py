"""Builds on the sandbox's clock: their life, logs, scripts, ends."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sandbox_world import World

ZERO = "0001-01-01T00:00:00Z"


def show(world: World, build: str) -> Any:
    return world.get(f"/apps/{world.app}/builds/{build}")["data"]


def log(world: World, build: str, **query: str) -> httpx.Response:
    return world.client.get(f"/apps/{world.app}/builds/{build}/log", params=query)


def script(text: str) -> dict[str, Any]:
    return {"environments": [{"mapped_to": "BITRISE_SANDBOX_SCRIPT", "value": text}]}


def test_a_build_is_queued_prepared_run_and_finished(world: World) -> None:
    build = world.trigger(workflow_id="deploy")
    queued = show(world, build)
    assert (queued["status"], queued["status_text"]) == (0, "in-progress")
    times = ("started_on_worker_at", "environment_prepare_finished_at", "finished_at")
    assert [queued[name] for name in times] == [None, None, None]
    world.sandbox.advance(5)
    assert show(world, build)["started_on_worker_at"]
    world.sandbox.advance(3)
    assert [bool(show(world, build)[name]) for name in times] == [True, True, False]
    world.sandbox.advance(60)
    done = show(world, build)
    assert (done["status"], done["status_text"], done["triggered_workflow"]) == (1, "success", "deploy")
    assert done["finished_at"] > done["environment_prepare_finished_at"] > done["triggered_at"]
    assert done["credit_cost"] >= 1


def test_a_triggered_build_is_listed_first_and_numbered_next(world: World) -> None:
    before = max(b["build_number"] for page in world.pages(f"/apps/{world.app}/builds") for b in page)
    build = world.trigger()
    first = world.get(f"/apps/{world.app}/builds", limit=1)["data"][0]
    assert (first["slug"], first["build_number"]) == (build, before + 1)
    assert world.get("/builds", limit=1)["data"][0]["slug"] == build


def test_a_log_is_404_then_grows_then_is_archived(world: World) -> None:
    build = world.trigger()
    assert log(world, build).status_code == 404
    assert "message" in log(world, build).json()
    seen: list[int] = []
    after: dict[str, str] = {}
    for _ in range(20):
        world.sandbox.advance(3)
        answer = log(world, build, **after).json()
        assert answer["is_archived"] is False or not answer["log_chunks"] or after
        if answer["is_archived"]:
            break
        assert not answer.get("expiring_raw_log_url")
        seen += [chunk["position"] for chunk in answer["log_chunks"]]
        if answer["next_after_timestamp"] != ZERO:
            after = {"after_timestamp": answer["next_after_timestamp"]}
    assert seen == list(range(len(seen)))
    assert len(seen) > 10
    done = log(world, build).json()
    assert done["is_archived"] is True
    assert done["next_after_timestamp"] == done["next_before_timestamp"] == ZERO
    with httpx.Client(transport=world.sandbox.transport()) as store:
        raw = store.get(done["expiring_raw_log_url"])
    assert raw.text.count("\n") >= len(seen)
    assert raw.text.endswith("Bitrise build successful\n")


def test_a_log_can_be_read_backwards(world: World) -> None:
    build = world.trigger()
    world.sandbox.advance(30)
    whole = [chunk["position"] for chunk in log(world, build).json()["log_chunks"]]
    middle = log(world, build, after_timestamp="1970-01-01T00:00:00Z").json()
    assert [chunk["position"] for chunk in middle["log_chunks"]] == whole
    earlier = log(world, build, before_timestamp=middle["next_after_timestamp"]).json()
    assert [chunk["position"] for chunk in earlier["log_chunks"]] == whole[:-1]


def test_a_scripted_log_comes_out_of_order_and_with_gaps(world: World) -> None:
    text = "{run: 4, lines: [a, b, c, d], order: [7, 5, 8, 6], gaps: [6], first: 5, archive: 1}"
    build = world.trigger(**script(text))
    world.sandbox.advance(11.0)
    answer = log(world, build).json()
    assert [(chunk["position"], chunk["chunk"]) for chunk in answer["log_chunks"]] == [(7, "c"), (5, "a"), (8, "d")]
    world.sandbox.advance(2)
    address = log(world, build).json()["expiring_raw_log_url"]
    with httpx.Client(transport=world.sandbox.transport()) as store:
        assert store.get(address).text == "abcd"


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("{run: 1, outcome: error}", 2, "error"),
        ("{run: 1, outcome: aborted}", 3, "aborted"),
        ("{run: 1, outcome: aborted-with-success}", 4, "aborted-with-success"),
        ("{run: 100, abort_after: 9}", 3, "aborted"),
    ],
)
def test_a_scripted_end(world: World, text: str, status: int, words: str) -> None:
    build = world.trigger(**script(text))
    world.sandbox.advance(10)
    done = show(world, build)
    assert (done["status"], done["status_text"]) == (status, words)
    assert (done["abort_reason"] is not None) is (status >= 3)


def test_a_scripted_build_on_hold(world: World) -> None:
    world.sandbox.script_next_build(hold=20, run=5)
    build = world.trigger()
    assert show(world, build)["is_on_hold"] is True
    assert build in [b["slug"] for b in world.get("/builds", is_on_hold="true")["data"]]
    world.sandbox.advance(21)
    assert show(world, build)["is_on_hold"] is False


def test_a_build_may_never_be_archived(world: World) -> None:
    world.sandbox.script_next_build(run=1, archive=None)
    build = world.trigger()
    world.sandbox.advance(100_000)
    assert log(world, build).json()["is_archived"] is False


def test_a_scripted_refusal_has_the_shape_of_the_real_one(world: World) -> None:
    world.sandbox.script_next_build(refuse="no credits left")
    answer = world.client.post(f"/apps/{world.app}/builds", json={"build_params": {"branch": "main"}})
    assert answer.status_code == 400
    assert answer.json() == {
        "status": "error",
        "message": "no credits left",
        "service": "bitrise",
        "slug": world.app,
    }


@pytest.mark.parametrize("text", ["{rum: 1}", "{run: -1}", "{outcome: fine}", "[1]", "{run: {}}", "{", "{lines: [1]}"])
def test_a_wrong_script_is_refused_by_name(world: World, text: str) -> None:
    body = {"build_params": {"branch": "main", **script(text)}}
    answer = world.client.post(f"/apps/{world.app}/builds", json=body)
    assert answer.status_code == 400
    assert answer.json()["message"].startswith("BITRISE_SANDBOX_SCRIPT: ")


def test_abort_ends_a_build_once(world: World) -> None:
    build = world.trigger()
    world.sandbox.advance(10)
    path = f"/apps/{world.app}/builds/{build}/abort"
    answer = world.client.post(path, json={"abort_reason": "not needed", "abort_with_success": False})
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    done = show(world, build)
    assert (done["status"], done["abort_reason"]) == (3, "not needed")
    again = world.client.post(path, json={"abort_reason": "x"})
    assert (again.status_code, again.json()) == (400, {"error_msg": "Build already finished, can't abort it."})


def test_abort_needs_no_body_and_may_be_a_success(world: World) -> None:
    plain, kind = world.trigger(), world.trigger()
    assert world.client.post(f"/apps/{world.app}/builds/{plain}/abort").status_code == 200
    path = f"/apps/{world.app}/builds/{kind}/abort"
    assert world.client.post(path, json={"abort_with_success": True}).status_code == 200
    assert show(world, plain)["status"] == 3
    assert show(world, kind)["status"] == 4
    world.sandbox.advance(1000)
    assert log(world, plain).json()["is_archived"] is False


def test_a_failed_request_does_not_stop_time(world: World) -> None:
    """What a refused request takes back must not include what became of builds meanwhile."""
    build = world.trigger()
    world.sandbox.state.clock.advance(1000)
    assert world.client.get("/apps/nowhere").status_code == 404
    assert show(world, build)["status"] == 1


def test_what_a_build_shows_of_its_parameters_has_no_secret(world: World) -> None:
    build = world.trigger(secrets=[{"key": "KEY", "value": "hush-hush"}], commit_hash="abc")
    shown = show(world, build)
    assert "hush-hush" not in str(shown)
    assert (shown["commit_hash"], shown["original_build_params"]["commit_hash"]) == ("abc", "abc")


def test_approving_a_build_request_triggers_it(world: World) -> None:
    path = f"/apps/{world.app}/build-requests"
    first, second = world.get(path)["data"]
    newest = world.get(f"/apps/{world.app}/builds", limit=1)["data"][0]["slug"]
    assert world.client.patch(f"{path}/{first['slug']}", json={"is_approved": False}).status_code == 200
    assert world.get(f"/apps/{world.app}/builds", limit=1)["data"][0]["slug"] == newest
    assert world.client.patch(f"{path}/{second['slug']}", json={"is_approved": True}).status_code == 200
    triggered = world.get(f"/apps/{world.app}/builds", limit=1)["data"][0]
    assert triggered["branch"] == second["build_params"]["branch"]
    assert world.get(path)["data"] == []


def test_branches_and_workflows_are_those_built(world: World) -> None:
    world.trigger(branch="brand-new", workflow_id="never-before")
    assert "brand-new" in world.get(f"/apps/{world.app}/branches")["data"]
    assert "never-before" in world.get(f"/apps/{world.app}/build-workflows")["data"]

"""Jobs on builds against scripted answers."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
import samples
from scripted_server import Received, Reply, ScriptedServer

from bitrise_client import (
    AsyncBitrise,
    Bitrise,
    BuildFailed,
    NotFoundError,
    ResponseValidationError,
    ServerError,
    TriggeredBuild,
    WaitTimeout,
    raise_for_status,
)

ANSWER = {
    "status": "ok",
    "message": "webhook processed",
    "slug": "the-app",
    "service": "bitrise",
    "build_slug": "the-build",
    "build_number": 12,
    "build_url": "https://example.invalid/build/the-build",
    "triggered_workflow": "primary",
}


def test_trigger_sends_what_is_asked(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(201, ANSWER))
    build = client.builds.trigger(
        "app",
        workflow="primary",
        branch="main",
        tag="v1",
        commit_hash="abc",
        commit_message="message",
        pull_request_id=7,
        priority=5,
        environments={"K": "V"},
        params={"skip_git_status_report": True},
    )
    assert server.received[0].json == {
        "hook_info": {"type": "bitrise"},
        "build_params": {
            "workflow_id": "primary",
            "branch": "main",
            "tag": "v1",
            "commit_hash": "abc",
            "commit_message": "message",
            "pull_request_id": 7,
            "priority": 5,
            "skip_git_status_report": True,
            "environments": [{"mapped_to": "K", "value": "V"}],
        },
    }
    assert (build.slug, build.number, build.app_slug, build.workflow) == ("the-build", 12, "the-app", "primary")
    assert build.url == ANSWER["build_url"]


def test_pipeline_and_whole_body(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(201, ANSWER))
    client.builds.trigger("app", pipeline="nightly")
    assert server.received[0].json["build_params"] == {"pipeline_id": "nightly"}
    body = {"hook_info": {"type": "bitrise"}, "build_params": {"branch": "x"}}
    client.builds.trigger("app", body=body)
    assert server.received[1].json == body


def test_exclusive_arguments(server: ScriptedServer, client: Bitrise) -> None:
    with pytest.raises(ValueError, match="not both"):
        client.builds.trigger("app", workflow="a", pipeline="b")
    with pytest.raises(ValueError, match="not both"):
        client.builds.trigger("app", body={}, branch="b")
    with pytest.raises(ValueError, match="not both"):
        client.builds.abort("app", "b", body={}, reason="b")
    assert server.received == []


def test_results_count_more_than_the_deprecated_fields(server: ScriptedServer, client: Bitrise) -> None:
    results = [
        {"build_slug": "one", "build_number": 1, "build_url": "u1", "triggered_workflow": "deploy"},
        {"build_slug": "two", "build_number": 2, "build_url": "u2", "triggered_pipeline": "p"},
    ]
    server.reply(Reply(200, {"build_slug": "old", "results": results}))
    build = client.builds.trigger("app", branch="main")
    assert isinstance(build, TriggeredBuild)
    assert (build.slug, build.number, build.workflow, build.app_slug) == ("one", 1, "deploy", "app")
    assert [result.build_slug for result in build.results] == ["one", "two"]


def test_trigger_that_started_nothing(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(201, {"status": "error", "message": "no credits"}))
    with pytest.raises(ResponseValidationError, match="no build started: no credits"):
        client.builds.trigger("app", branch="main")


def test_wait_grows_its_pauses(server: ScriptedServer, client: Bitrise, no_delays: list[float]) -> None:
    running = Reply(json={"data": samples.build(status=0)})
    server.reply(*[running] * 9, Reply(json={"data": samples.build(status=2)}))
    assert client.builds.wait("app", "b", poll=4).status == 2
    assert no_delays[:3] == [4, 6, 9]
    assert no_delays[-1] == 30


def test_wait_with_a_slow_poll(server: ScriptedServer, client: Bitrise, no_delays: list[float]) -> None:
    server.reply(*[Reply(json={"data": samples.build(status=0)})] * 3, Reply(json={"data": samples.build()}))
    client.builds.wait("app", "b", poll=60)
    assert no_delays == [60, 60, 60]


def test_wait_timeout_carries_the_last_build(server: ScriptedServer, token: str) -> None:
    server.reply(Reply(json={"data": samples.build(status=0, is_on_hold=True)}))
    with (
        Bitrise(token, base_url=server.base_url) as client,
        pytest.raises(WaitTimeout, match=r"build b has not finished after 0\.1 s: it is in-progress") as caught,
    ):
        client.builds.wait("app", "b", timeout=0.1, poll=0.03)
    assert caught.value.build is not None
    assert caught.value.build.is_on_hold
    assert {request.method for request in server.received} == {"GET"}


def test_wait_bears_passing_failures_but_not_for_ever(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(*[Reply(502)] * 8, Reply(json={"data": samples.build()}))
    assert client.builds.wait("app", "b").status == 1
    server.reply(Reply(502))
    with pytest.raises(ServerError):
        client.builds.wait("app", "b")
    server.reply(Reply(404))
    with pytest.raises(NotFoundError):
        client.builds.wait("app", "b")


@pytest.mark.parametrize("status", [1, 4])
def test_success(status: int) -> None:
    build = made(status)
    assert raise_for_status(build) is build


@pytest.mark.parametrize(("status", "word"), [(2, "error"), (3, "aborted"), (9, "new-state")])
def test_build_failed(status: int, word: str) -> None:
    with pytest.raises(BuildFailed, match=f"build b #7 ended with {word}") as caught:
        raise_for_status(made(status))
    assert caught.value.build.status == status


def test_unfinished_build_has_no_outcome() -> None:
    with pytest.raises(ValueError, match="has not finished"):
        raise_for_status(made(0))


def made(status: int) -> Any:
    from bitrise_api.models import Build

    return Build.from_dict(samples.build(status=status))


@pytest.mark.parametrize(("status", "sent"), [("success", "1"), ("aborted-with-success", "4"), (2, "2"), (None, None)])
def test_latest(status: Any, sent: str | None, server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json=samples.page([samples.build("newest")], "more")))
    build = client.builds.latest("app", workflow="primary", branch="main", status=status)
    assert build is not None
    assert build.slug == "newest"
    (request,) = server.received
    assert request.query.get("status") == sent
    assert (request.query["workflow"], request.query["branch"], request.query["limit"]) == ("primary", "main", "1")


def test_latest_of_none(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json=samples.page([])))
    assert client.builds.latest("app") is None
    with pytest.raises(ValueError, match="status must be one of in-progress, success"):
        client.builds.latest("app", status="failed")


def test_abort(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json={"status": "ok"}))
    client.builds.abort("app", "b", reason="why", with_success=True)
    client.builds.abort("app", "b")
    assert server.received[0].json == {"abort_reason": "why", "abort_with_success": True}
    server.reply(Reply(400, {"error_msg": "Build already finished, can't abort it."}))
    with pytest.raises(Exception, match="POST /apps/app/builds/b/abort -> 400: Build already finished"):
        client.builds.abort("app", "b")


def builds_of_apps(failing: str | None = None) -> Any:
    """A script for builds of many apps."""

    def script(request: Received) -> Reply:
        app = request.path.split("/")[3]
        if app == failing:
            return Reply(404, {"message": "Not Found"})
        return Reply(json=samples.page([samples.build(f"{app}-{number}") for number in range(3)]))

    return script


def test_builds_of_many_apps(server: ScriptedServer, client: Bitrise) -> None:
    server.script = builds_of_apps()
    apps = [f"app{number}" for number in range(30)]
    found = client.builds.list_many(apps, limit=2, branch="main", concurrency=8)
    assert list(found) == apps
    assert [build.slug for build in found["app7"]] == ["app7-0", "app7-1"]
    assert all(request.query["branch"] == "main" for request in server.received)
    assert client.builds.list_many([]) == {}
    with pytest.raises(ValueError, match="concurrency"):
        client.builds.list_many(apps, concurrency=0)


def test_builds_of_many_apps_stop_at_the_first_error(server: ScriptedServer, client: Bitrise) -> None:
    server.script = builds_of_apps(failing="app3")
    with pytest.raises(NotFoundError, match="/apps/app3/builds"):
        client.builds.list_many([f"app{number}" for number in range(300)], concurrency=4)
    assert len(server.received) < 100
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("bitrise_")]


@pytest.mark.parametrize("concurrency", [1, 5])
def test_concurrency_limit(concurrency: int, token: str) -> None:
    import httpx

    present = most = 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal present, most
        present += 1
        most = max(most, present)
        await asyncio.sleep(0.005)
        present -= 1
        return httpx.Response(200, json=samples.page([samples.build(request.url.path)]))

    async def main() -> dict[str, Any]:
        async with AsyncBitrise(token, transport=httpx.MockTransport(answer)) as bitrise:
            return await bitrise.builds.list_many([f"app{number}" for number in range(20)], concurrency=concurrency)

    found = asyncio.run(main())
    assert list(found) == [f"app{number}" for number in range(20)]
    assert most == concurrency


def test_async_list_many_is_cancelled_cleanly(server: ScriptedServer, token: str) -> None:
    server.script = builds_of_apps(failing="app3")

    async def main() -> None:
        async with AsyncBitrise(token, base_url=server.base_url) as bitrise:
            with pytest.raises(NotFoundError):
                await bitrise.builds.list_many([f"app{number}" for number in range(300)], concurrency=4)
            task = asyncio.create_task(bitrise.builds.list_many([f"a{number}" for number in range(3000)]))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert len(asyncio.all_tasks()) == 1

    asyncio.run(main())

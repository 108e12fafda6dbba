"""Retries, against a server that counts what it received."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import Reply, ScriptedServer

from bitrise_client import (
    APIConnectionError,
    APITimeoutError,
    AsyncBitrise,
    Bitrise,
    BitriseError,
    RateLimitError,
    RetryEvent,
    ServerError,
)
from bitrise_client._errors import NotFoundError
from bitrise_client._retry import delay_before_retry, may_repeat, retry_after_of

OK = Reply(json={"data": samples.app()})
TRIGGERED = Reply(201, {"build_slug": "b", "build_number": 1, "build_url": "u", "slug": "app", "status": "ok"})


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_get_survives_passing_statuses(
    status: int, server: ScriptedServer, client: Bitrise, no_delays: list[float]
) -> None:
    server.reply(Reply(status), Reply(status), OK)
    assert client.apps.get("a").slug == "a"
    assert len(server.received) == 3
    assert 0.375 <= no_delays[0] <= 0.5
    assert 0.75 <= no_delays[1] <= 1.0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 501])
def test_other_statuses_are_not_repeated(status: int, server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(status))
    with pytest.raises(BitriseError):
        client.apps.get("a")
    assert len(server.received) == 1


def test_last_error_is_raised_when_tries_are_used_up(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(500, {"message": "one"}), Reply(500, {"message": "two"}), Reply(503, {"message": "three"}))
    with pytest.raises(ServerError, match="503: three"):
        client.apps.get("a")
    assert len(server.received) == 3


@pytest.mark.parametrize("trouble", [Reply(hang_up=True), Reply(200, {"data": {}}, cut=4)])
def test_get_survives_a_dropped_connection(trouble: Reply, server: ScriptedServer, client: Bitrise) -> None:
    server.reply(trouble, OK)
    assert client.apps.get("a").slug == "a"
    assert len(server.received) == 2


@pytest.mark.parametrize(
    "trouble",
    [Reply(hang_up=True), Reply(201, {"build_slug": "b"}, cut=4), *(Reply(s) for s in (408, 500, 502, 503, 504))],
)
def test_trigger_that_may_have_been_received_is_never_sent_twice(
    trouble: Reply, server: ScriptedServer, client: Bitrise
) -> None:
    server.reply(trouble, TRIGGERED)
    with pytest.raises(BitriseError):
        client.builds.trigger("app", branch="main")
    assert len(server.received) == 1


def test_trigger_that_timed_out_is_never_sent_twice(server: ScriptedServer, token: str) -> None:
    def slow(_: object) -> Reply:
        time.sleep(0.4)
        return TRIGGERED

    server.script = slow
    with Bitrise(token, base_url=server.base_url, timeout=0.1) as bitrise:
        with pytest.raises(
            APITimeoutError, match=r"POST /apps/app/builds -> no answer: nothing received after 0.1 s"
        ) as caught:
            bitrise.builds.trigger("app", branch="main")
        assert caught.value.may_have_been_received
        time.sleep(0.6)
    assert len(server.received) == 1


def test_trigger_is_repeated_after_429(server: ScriptedServer, client: Bitrise, no_delays: list[float]) -> None:
    server.reply(Reply(429, headers={"Retry-After": "3"}), TRIGGERED)
    assert client.builds.trigger("app", branch="main").slug == "b"
    assert len(server.received) == 2
    assert no_delays == [3.0]


def test_trigger_is_repeated_when_the_connection_was_refused(
    refused_url: str, token: str, no_delays: list[float]
) -> None:
    with Bitrise(token, base_url=refused_url) as bitrise, pytest.raises(APIConnectionError) as caught:
        bitrise.builds.trigger("app", branch="main")
    assert len(no_delays) == 2
    assert not caught.value.may_have_been_received


def test_patch_is_treated_as_post(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(503))
    with pytest.raises(ServerError):
        client.request("PATCH", "/apps/a", body={"title": "x"})
    assert len(server.received) == 1


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_put_and_delete_are_repeated(method: str, server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(503), Reply(hang_up=True), Reply(204))
    assert client.request(method, "/apps/a/x", body={}) is None
    assert len(server.received) == 3


def test_no_retries_on_demand(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(503))
    with pytest.raises(ServerError):
        client.with_options(max_retries=0).apps.get("a")
    assert len(server.received) == 1


def test_retry_after_in_seconds(server: ScriptedServer, client: Bitrise, no_delays: list[float]) -> None:
    server.reply(Reply(503, headers={"Retry-After": "7"}), OK)
    client.apps.get("a")
    assert no_delays == [7.0]


def test_retry_after_as_a_date(server: ScriptedServer, client: Bitrise, no_delays: list[float]) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    server.reply(Reply(503, headers={"Retry-After": date}), OK)
    client.apps.get("a")
    assert 17 <= no_delays[0] <= 20


def test_retry_after_is_capped(server: ScriptedServer, client: Bitrise, no_delays: list[float]) -> None:
    server.reply(Reply(429, headers={"Retry-After": "86400"}), OK)
    client.apps.get("a")
    assert no_delays == [120.0]


def test_rate_limit_error_says_how_long_to_wait(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(429, {"message": "slow down"}, headers={"Retry-After": "30"}))
    with pytest.raises(RateLimitError) as caught:
        client.apps.get("a")
    assert caught.value.retry_after == 30.0


@pytest.mark.parametrize(
    "value", ["-1", "soon", "", "nan", "inf", "Fri, 31 Feb 2026 99:99:99 GMT", "Wed, 21 Oct 2015 07:28:00 GMT"]
)
def test_meaningless_retry_after_is_ignored(value: str) -> None:
    assert retry_after_of({"retry-after": value}) is None


@given(st.text())
def test_no_retry_after_value_breaks_the_client(value: str) -> None:
    seconds = retry_after_of({"retry-after": value})
    assert seconds is None or seconds >= 0


@given(st.integers(1, 10_000), st.none() | st.floats(0, 1e12))
def test_delay_is_bounded(attempt: int, retry_after: float | None) -> None:
    delay = delay_before_retry(attempt, RateLimitError("GET", "/", 429, "m", retry_after=retry_after))
    assert 0 <= delay <= 120
    if retry_after is None:
        assert 0.375 <= delay <= 8


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_what_may_be_repeated_for_unsafe_methods(method: str) -> None:
    assert may_repeat(method, RateLimitError(method, "/", 429, "m"))
    assert may_repeat(method, APIConnectionError(method, "/", "refused", may_have_been_received=False))
    assert not may_repeat(method, APIConnectionError(method, "/", "reset"))
    assert not may_repeat(method, ServerError(method, "/", 503, "m"))
    assert not may_repeat("GET", NotFoundError(method, "/", 404, "m"))


def test_retries_are_told(
    server: ScriptedServer, token: str, no_delays: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    events: list[RetryEvent] = []
    server.reply(Reply(503, {"message": "busy"}), Reply(hang_up=True), OK)
    with Bitrise(token, base_url=server.base_url, on_retry=events.append) as bitrise:
        bitrise.apps.get("a")
    assert [(event.method, event.path, event.attempt) for event in events] == [
        ("GET", "/apps/a", 1),
        ("GET", "/apps/a", 2),
    ]
    assert events[0].reason == "503: busy"
    assert events[0].delay == no_delays[0]
    assert "GET /apps/a: try 1 failed (503: busy), next in" in caplog.text


def test_async_retries(server: ScriptedServer, token: str, no_delays: list[float]) -> None:
    async def main() -> str | None:
        async with AsyncBitrise(token, base_url=server.base_url) as bitrise:
            return (await bitrise.apps.get("a")).slug

    server.reply(Reply(503), Reply(hang_up=True), OK)
    assert asyncio.run(main()) == "a"
    assert len(no_delays) == 2

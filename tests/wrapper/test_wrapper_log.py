"""Following a log: chunks out of order, repeated, missing, late; the archive; stopping and going on."""

from __future__ import annotations

import asyncio
import gc
import pickle
import warnings
from collections.abc import Callable
from typing import Any

import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_server import Received, Reply, ScriptedServer

from bitrise_client import (
    APIStatusError,
    AsyncBitrise,
    Bitrise,
    DownloadError,
    LogCursor,
    LogGap,
    LogText,
    NotFoundError,
    ServerError,
)

ZERO = "0001-01-01T00:00:00Z"


def log(*chunks: tuple[int, str], after: str = ZERO, archived: bool = False, url: str | None = None) -> Reply:
    answer: dict[str, Any] = {
        "log_chunks": [{"chunk": text, "position": position} for position, text in chunks],
        "next_before_timestamp": ZERO,
        "next_after_timestamp": after,
        "is_archived": archived,
    }
    if url is not None:
        answer["expiring_raw_log_url"] = url
    return Reply(json=answer)


class ScriptedBuild:
    """A build whose log gives these answers in turn, the last for ever; it ends once `finish_after` were given."""

    def __init__(self, server: ScriptedServer, *replies: Reply, finish_after: int | None = None, raw: str = "") -> None:
        self.server = server
        self.replies = list(replies)
        self.finish_after = len(replies) if finish_after is None else finish_after
        self.raw = raw
        self.raw_replies: list[Reply] = []
        self.given = 0
        self.asked: list[str | None] = []
        self.raw_headers: list[Any] = []
        server.script = self

    @property
    def raw_url(self) -> str:
        return f"{self.server.address}/raw/log?signature=private"

    def __call__(self, request: Received) -> Reply:
        if request.path.startswith("/raw/"):
            self.raw_headers.append(request.headers)
            if self.raw_replies:
                return self.raw_replies.pop(0)
            return Reply(200, body=self.raw.encode(), headers={"Content-Type": "text/plain"})
        if request.path.endswith("/log"):
            self.asked.append(request.query.get("after_timestamp"))
            reply = self.replies[min(self.given, len(self.replies) - 1)]
            self.given += 1
            return reply
        status = 1 if self.given >= self.finish_after else 0
        return Reply(json={"data": samples.build("b", status)})


Follow = Callable[..., list[LogText]]


@pytest.fixture
def follow(client: Bitrise) -> Follow:
    def run(**options: Any) -> list[LogText]:
        return list(client.builds.follow_log("app", "b", **{"poll": 0.01, "settle": 0.0, **options}))

    return run


def test_chunks_in_order(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((0, "a\n"), (1, "b\n")), log((2, "c\n")), log())
    assert "".join(follow()) == "a\nb\nc\n"


@pytest.mark.parametrize("first", [0, 1, 5, 55])
def test_positions_may_start_anywhere(first: int, server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((first + 1, "b"), (first, "a")), log((first + 1, "b"), (first + 2, "c")), log())
    assert follow() == ["a", "b", "c"]


def test_chunks_out_of_order_across_answers(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((0, "a")), log((2, "c")), log((1, "b"), (3, "d")), log())
    assert follow() == ["a", "b", "c", "d"]


def test_repeated_chunks_are_handed_out_once(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((0, "a"), (0, "a")), log((0, "a"), (1, "b")), log((1, "b")), log())
    assert follow() == ["a", "b"]


def test_gap_is_reported_where_it_is(server: ScriptedServer, follow: Follow, caplog: pytest.LogCaptureFixture) -> None:
    ScriptedBuild(server, log((0, "a\n")), log((3, "d\n")), *[log()] * 4, log((4, "e\n")), log())
    texts = follow()
    assert texts == ["a\n", "[bitrise-client: chunks 1 to 2 are missing]\n", "d\n", "e\n"]
    assert [isinstance(text, LogGap) for text in texts] == [False, True, False, False]
    assert "chunks 1 to 2 are missing" in caplog.text


def test_gap_that_closes_in_time_is_none(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((0, "a")), log((2, "c")), log(), log((1, "b")), log())
    assert follow() == ["a", "b", "c"]


def test_gap_at_the_end_is_reported(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((0, "no newline")), log((2, "c")), log(), finish_after=2)
    assert follow() == ["no newline", "\n[bitrise-client: chunk 1 is missing]\n", "c"]


def test_late_chunk_is_handed_out_and_said_to_be_late(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((5, "f\n")), log((4, "e\n")), log((6, "g\n")), log())
    assert follow() == ["f\n", "[bitrise-client: chunk 4 came late, here it is]\n", "e\n", "g\n"]


def test_polls_with_after_timestamp_but_not_with_the_zero_time(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(
        server, log((0, "a")), log((1, "b"), after="2026-03-04T05:06:07.5Z"), log((2, "c")), log(), finish_after=4
    )
    assert follow() == ["a", "b", "c"]
    assert scripted.asked[:2] == [None, None]
    assert all(asked.startswith("2026-03-04T05:06:07.5") for asked in scripted.asked[2:])


def test_missing_log_of_the_first_seconds_is_tolerated(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, *[Reply(404, {"message": "build not found"})] * 9, log((0, "a")), log())
    assert follow() == ["a"]


def test_log_that_never_appears(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, Reply(404, {"message": "build not found"}))
    with pytest.raises(NotFoundError):
        follow()
    assert len(server.received) == 12


def test_build_on_hold_has_no_log_yet(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, *[Reply(404)] * 30, log((0, "a")), log())
    assert follow() == ["a"]


def test_passing_failures_are_borne(server: ScriptedServer, client: Bitrise) -> None:
    ScriptedBuild(server, log((0, "a")), *[Reply(503)] * 4, log((1, "b")), log())
    once = client.with_options(max_retries=0)
    assert list(once.builds.follow_log("app", "b", poll=0.01, settle=0)) == ["a", "b"]
    ScriptedBuild(server, log((0, "a")), Reply(503))
    with pytest.raises(ServerError):
        list(once.builds.follow_log("app", "b", poll=0.01, settle=0))


def test_chunks_after_the_end_of_the_build_are_not_lost(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((0, "a")), log(), log((1, "b")), log(), finish_after=1)
    assert follow() == ["a", "b"]


def test_wait_for_a_late_archive_is_bounded(server: ScriptedServer, token: str) -> None:
    with Bitrise(token, base_url=server.base_url) as client:
        ScriptedBuild(server, log((0, "a")), log(), finish_after=1)
        assert list(client.builds.follow_log("app", "b", poll=0.01, settle=0.3)) == ["a"]
        assert len(server.received) < 50


def test_archived_log_is_fetched_whole_without_the_token(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(server, raw="line ü\n" * 30_000)
    scripted.replies = [log(archived=True, url=scripted.raw_url)]
    texts = follow()
    assert "".join(texts) == scripted.raw
    assert len(texts) > 1
    assert "Authorization" not in scripted.raw_headers[0]


def test_archive_goes_on_where_the_live_log_was(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(server, raw="one\ntwo\nthree\n")
    scripted.replies = [log((0, "one\n"), (1, "two\n")), log(archived=True, url=scripted.raw_url)]
    assert follow() == ["one\n", "two\n", "three\n"]


def test_archive_fills_in_after_a_gap(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(server, raw="one\ntwo\nthree\nfour\n")
    scripted.replies = [log((0, "one\n")), *[log((2, "three\n"))] * 4, log(archived=True, url=scripted.raw_url)]
    scripted.finish_after = 99
    assert "".join(follow()) == "one\n[bitrise-client: chunk 1 is missing]\nthree\nfour\n"


def test_archive_after_a_late_chunk(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(server, raw="one\ntwo\nthree\nfour\n")
    scripted.replies = [log((0, "one\n")), *[log((2, "three\n"))] * 4, log((1, "two\n"))]
    scripted.replies.append(log(archived=True, url=scripted.raw_url))
    scripted.finish_after = 99
    text = "".join(follow())
    assert text.replace("[bitrise-client: chunk 1 is missing]\n", "").split("\n", 2)[:2] == ["one", "three"]
    assert text.endswith("late, here it is]\ntwo\nfour\n")


def test_live_log_that_began_in_the_middle(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(server, raw="one\ntwo\nthree\nfour\n")
    scripted.replies = [log((55, "two\n"), (56, "three\n")), log(archived=True, url=scripted.raw_url)]
    texts = follow()
    assert texts[:2] == ["two\n", "three\n"]
    assert texts[-1] == "four\n"
    assert "".join(texts[2:-1]) == "[bitrise-client: the log has 4 characters before the first chunk handed out]\n"


def test_archive_that_does_not_hold_what_was_handed_out(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(server, raw="something\nelse\n")
    scripted.replies = [log((0, "one\n")), log(archived=True, url=scripted.raw_url)]
    text = "".join(follow())
    assert text.startswith(
        "one\n[bitrise-client: the place in the archived log was not found; the whole log follows]\n"
    )
    assert text.endswith("something\nelse\n")


@pytest.mark.parametrize(("live", "expected"), [([], []), ([(0, "one\n")], ["one\n"])])
def test_empty_archive(
    live: list[tuple[int, str]], expected: list[str], server: ScriptedServer, follow: Follow
) -> None:
    scripted = ScriptedBuild(server, raw="")
    scripted.replies = [log(*live), log(archived=True, url=scripted.raw_url)]
    texts = follow()
    assert [text for text in texts if not isinstance(text, LogGap)] == expected
    assert len(scripted.raw_headers) <= 3


def test_archived_without_an_address_ends_all_the_same(server: ScriptedServer, follow: Follow) -> None:
    ScriptedBuild(server, log((0, "a")), log(archived=True), finish_after=1)
    assert follow() == ["a"]


def test_broken_connection_to_the_archive_is_taken_up_again(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(server, raw="".join(f"line {number}\n" for number in range(40_000)))
    scripted.replies = [log(archived=True, url=scripted.raw_url)]
    body = scripted.raw.encode()
    scripted.raw_replies = [
        Reply(403, body=b"<Error>Request has expired</Error>"),
        Reply(200, body=body, cut=200_000),
        Reply(hang_up=True),
    ]
    assert "".join(follow()) == scripted.raw
    assert len(scripted.raw_headers) == 4


def test_archive_that_cannot_be_had(server: ScriptedServer, follow: Follow) -> None:
    scripted = ScriptedBuild(server)
    scripted.replies = [log(archived=True, url=scripted.raw_url)]
    scripted.raw_replies = [Reply(403, body=b"expired")] * 9
    with pytest.raises(APIStatusError, match="403: expired") as caught:
        follow()
    assert "private" not in str(caught.value)


def test_stopping_and_going_on(server: ScriptedServer, client: Bitrise) -> None:
    replies = [
        log((0, "a"), (1, "b"), after="2026-03-04T05:06:01Z"),
        log((3, "d"), (4, "e"), after="2026-03-04T05:06:02Z"),
        log((2, "c"), (5, "f"), after="2026-03-04T05:06:03Z"),
        log(),
    ]
    everything = ["a", "b", "c", "d", "e", "f"]
    by_time = {None: 0, "2026-03-04T05:06:01": 1, "2026-03-04T05:06:02": 2, "2026-03-04T05:06:03": 3}

    def script(request: Received) -> Reply:
        if not request.path.endswith("/log"):
            last = server.received[-2].query.get("after_timestamp") or ""
            return Reply(json={"data": samples.build("b", int(last.startswith("2026-03-04T05:06:03")))})
        asked = request.query.get("after_timestamp")
        return replies[by_time[asked and asked[:19]]]

    server.script = script
    for stop in range(1, 7):
        following = client.builds.follow_log("app", "b", poll=0.01, settle=0)
        begun = [next(following) for _ in range(stop)]
        following.close()
        cursor = pickle.loads(pickle.dumps(begun[-1])).cursor
        assert isinstance(cursor, LogCursor)
        rest = list(client.builds.follow_log("app", "b", poll=0.01, settle=0, resume=cursor))
        assert begun + rest == everything, f"stopped after {stop}"


def test_going_on_in_the_archive(server: ScriptedServer, follow: Follow, client: Bitrise) -> None:
    scripted = ScriptedBuild(server, raw="one\ntwo\nthree\n")
    scripted.replies = [log((0, "one\n"), (1, "two\n"))]
    following = client.builds.follow_log("app", "b", poll=0.01)
    first = next(following)
    following.close()
    scripted.replies = [log(archived=True, url=scripted.raw_url)]
    assert "".join(follow(resume=first.cursor)) == "two\nthree\n"


def test_stopping_early_releases_the_connection(server: ScriptedServer, client: Bitrise) -> None:
    scripted = ScriptedBuild(server, raw="x" * 5_000_000)
    scripted.replies = [log(archived=True, url=scripted.raw_url)]
    following = client.builds.follow_log("app", "b")
    next(following)
    following.close()
    pool = client._wire._client._transport._pool  # type: ignore[attr-defined]
    assert all(connection.is_idle() or connection.is_closed() for connection in pool.connections)


def test_interrupt_sends_nothing_more(server: ScriptedServer, client: Bitrise, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    ScriptedBuild(server, log((0, "a")), finish_after=9)
    monkeypatch.setattr("bitrise_client._wire.time.sleep", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(client.builds.follow_log("app", "b"))
    with pytest.raises(KeyboardInterrupt):
        client.builds.wait("app", "b")
    assert {request.method for request in server.received} == {"GET"}


def test_async_follow(server: ScriptedServer, token: str, no_delays: list[float]) -> None:
    async def main() -> list[str]:
        async with AsyncBitrise(token, base_url=server.base_url) as bitrise:
            return [text async for text in bitrise.builds.follow_log("app", "b", poll=0.01, settle=0)]

    scripted = ScriptedBuild(server, raw="one\ntwo\n")
    scripted.replies = [Reply(404), log((0, "one\n")), log(archived=True, url=scripted.raw_url)]
    assert asyncio.run(main()) == ["one\n", "two\n"]


def test_async_follow_left_early(server: ScriptedServer, token: str) -> None:
    async def main() -> None:
        async with AsyncBitrise(token, base_url=server.base_url) as bitrise:
            async for _ in bitrise.builds.follow_log("app", "b"):
                break
            following = bitrise.builds.follow_log("app", "b")
            await anext(following)
            await following.aclose()
            pool = bitrise._wire._client._transport._pool
            await asyncio.sleep(0)
            assert all(connection.is_idle() or connection.is_closed() for connection in pool.connections)

    scripted = ScriptedBuild(server, raw="x" * 5_000_000)
    scripted.replies = [log(archived=True, url=scripted.raw_url)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(main())
        gc.collect()


def test_download_log(server: ScriptedServer, client: Bitrise, tmp_path: Any) -> None:
    scripted = ScriptedBuild(server, raw="one\ntwo\n")
    scripted.replies = [log(archived=True, url=scripted.raw_url)]
    path = client.builds.download_log("app", "b", to=tmp_path)
    assert path == tmp_path / "b.log"
    assert path.read_text() == "one\ntwo\n"
    scripted.replies = [log()]
    with pytest.raises(DownloadError, match="not archived"):
        client.builds.download_log("app", "b", to=tmp_path)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_delivery_keeps_order_and_says_what_is_missing(data: st.DataObject) -> None:
    from bitrise_api.models import BuildLog
    from bitrise_client._log_text import LogOrder

    count = data.draw(st.integers(1, 12))
    positions = data.draw(st.lists(st.integers(0, count - 1), max_size=40))
    answers = data.draw(st.lists(st.lists(st.sampled_from(positions), max_size=5), max_size=20)) if positions else []
    order = LogOrder(LogCursor())
    texts: list[LogText] = []
    for answer in answers:
        reply = log(*((position, f"<{position}>") for position in answer))
        texts += order.take(BuildLog.from_dict(reply.json))
    texts += order.drain()
    handed_out = [int(text[1:-1]) for text in texts if not isinstance(text, LogGap)]
    assert sorted(handed_out) == sorted({position for answer in answers for position in answer})
    for before, text, after in zip([None, *texts], texts, texts[1:], strict=False):
        if isinstance(text, LogGap) or isinstance(after, LogGap) or before is None:
            continue
        late = isinstance(before, LogGap) and "late" in before
        assert late or int(after[1:-1]) == int(text[1:-1]) + 1

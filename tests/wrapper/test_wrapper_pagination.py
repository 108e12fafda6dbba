"""Pagination: every way in which a list can be wrong has an outcome, and none is a loop or a lost page in silence."""

from __future__ import annotations

import asyncio
import itertools
import threading
from datetime import UTC, datetime
from typing import Any

import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted_server import Received, Reply, ScriptedServer

from bitrise_client import (
    AsyncBitrise,
    Bitrise,
    NotFoundError,
    PaginationError,
    ResponseValidationError,
    ServerError,
)
from bitrise_client._pagination import MAX_EMPTY_PAGES


def numbered(pages: int, per_page: int = 3) -> Any:
    """A script for a list of so many pages; `next` is the number of the next page."""

    def script(request: Received) -> Reply:
        number = int(request.query.get("next", "0"))
        items = [samples.app(f"{number}-{item}") for item in range(per_page)]
        return Reply(json=samples.page(items, str(number + 1) if number + 1 < pages else None))

    return script


def slugs(pages: int, per_page: int = 3) -> list[str]:
    return [f"{number}-{item}" for number in range(pages) for item in range(per_page)]


def test_every_item_of_every_page(server: ScriptedServer, client: Bitrise) -> None:
    server.script = numbered(4)
    assert [app.slug for app in client.apps.list()] == slugs(4)
    assert [request.query.get("next") for request in server.received] == [None, "1", "2", "3"]


def test_filters_go_with_every_page(server: ScriptedServer, client: Bitrise) -> None:
    server.script = numbered(3)
    list(client.apps.list(title="x", limit=3))
    assert all(request.query["title"] == "x" and request.query["limit"] == "3" for request in server.received)


def test_nothing_is_requested_before_the_first_item_and_no_page_too_many(
    server: ScriptedServer, client: Bitrise
) -> None:
    server.script = numbered(4)
    listing = client.apps.list()
    assert server.received == []
    for app in listing:
        if app.slug == "1-0":
            break
    assert len(server.received) == 2


def test_each_iteration_starts_again(server: ScriptedServer, client: Bitrise) -> None:
    server.script = numbered(2)
    listing = client.apps.list()
    assert [app.slug for app in listing] == [app.slug for app in listing] == slugs(2)


def test_first(server: ScriptedServer, client: Bitrise) -> None:
    server.script = numbered(4)
    found = client.apps.list().first()
    assert found is not None
    assert found.slug == "0-0"
    assert len(server.received) == 1
    server.reply(Reply(json=samples.page([])))
    assert client.apps.list().first() is None


@pytest.mark.parametrize(
    ("limit", "expected", "requests"), [(None, 12, 4), (0, 0, 0), (1, 1, 1), (3, 3, 1), (4, 4, 2), (99, 12, 4)]
)
def test_collect(limit: int | None, expected: int, requests: int, server: ScriptedServer, client: Bitrise) -> None:
    server.script = numbered(4)
    assert [app.slug for app in client.apps.list().collect(limit=limit)] == slugs(4)[:expected]
    assert len(server.received) == requests


def test_pages_and_resuming_from_a_cursor(server: ScriptedServer, client: Bitrise) -> None:
    server.script = numbered(4)
    pages = list(client.apps.list().pages())
    assert [page.next_cursor for page in pages] == ["1", "2", "3", None]
    rest = client.apps.list(next=pages[1].next_cursor).collect()
    assert [app.slug for page in pages[:2] for app in page] + [app.slug for app in rest] == slugs(4)


@pytest.mark.parametrize("end", [{}, {"next": None}, {"next": ""}])
def test_missing_null_and_empty_next_end_the_list(end: dict[str, Any], server: ScriptedServer, client: Bitrise) -> None:
    server.reply(
        Reply(json=samples.page([samples.app("a")], "2")), Reply(json={"data": [samples.app("b")], "paging": end})
    )
    assert [app.slug for app in client.apps.list()] == ["a", "b"]


@pytest.mark.parametrize("answer", [{}, {"paging": None}])
def test_no_paging_at_all_ends_the_list(answer: dict[str, Any], server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json={"data": [samples.app("a")], **answer}))
    assert [app.slug for app in client.apps.list()] == ["a"]


def test_total_item_count_is_not_trusted(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(
        Reply(json=samples.page([samples.build("a")], "2", total_item_count=0)),
        Reply(json=samples.page([samples.build("b")], total_item_count=0)),
    )
    assert [build.slug for build in client.builds.list("app")] == ["a", "b"]


def test_repeated_next_is_an_error_after_its_page(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(
        Reply(json=samples.page([samples.app("a")], "2")),
        Reply(json=samples.page([samples.app("b")], "3")),
        Reply(json=samples.page([samples.app("c")], "2")),
    )
    seen = []
    with pytest.raises(PaginationError, match="GET /apps -> the server repeats the cursor next='2'") as caught:
        seen.extend(app.slug for app in client.apps.list())
    assert seen == ["a", "b", "c"]
    assert caught.value.cursor == "2"
    assert len(server.received) == 3


def test_server_that_ignores_next(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json=samples.page([samples.app("a")], "2")))
    with pytest.raises(PaginationError, match="repeats the cursor"):
        list(client.apps.list())
    assert len(server.received) == 2


def test_next_that_is_the_cursor_the_user_gave(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json=samples.page([samples.app("a")], "2")))
    with pytest.raises(PaginationError):
        list(client.apps.list(next="2"))
    assert len(server.received) == 1


def test_next_that_leads_to_an_empty_last_page(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json=samples.page([samples.app("a")], "gone")), Reply(json=samples.page([])))
    seen = []
    with pytest.raises(PaginationError, match="next='gone'") as caught:
        seen.extend(app.slug for app in client.apps.list())
    assert seen == ["a"]
    assert caught.value.cursor == "gone"


def test_cursor_that_is_a_time_may_lead_to_an_empty_last_page(server: ScriptedServer, client: Bitrise) -> None:
    cursor = "2026-03-04T05:06:07Z"
    item = {"id": "1", "created_at": cursor, "cache_key": "k", "size": 1, "file_size": 1}
    server.reply(Reply(json=samples.page([item], cursor)), Reply(json=samples.page([])))
    assert len(client.cache_items.list("app").collect()) == 1
    assert server.received[1].query["next"] == cursor


def test_next_that_leads_nowhere(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json=samples.page([samples.app("a")], "gone")), Reply(404, {"message": "Not Found"}))
    seen = []
    with pytest.raises(NotFoundError, match="GET /apps -> 404: Not Found") as caught:
        seen.extend(app.slug for app in client.apps.list())
    assert seen == ["a"]
    assert "next='gone'" in caught.value.__notes__[0]


def test_empty_page_with_a_next_is_passed_over(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(
        Reply(json=samples.page([], "2")),
        Reply(json=samples.page([], "3")),
        Reply(json=samples.page([samples.app("a")])),
    )
    assert [app.slug for app in client.apps.list()] == ["a"]


def test_empty_pages_for_ever_are_an_error(server: ScriptedServer, client: Bitrise) -> None:
    counter = itertools.count()
    server.script = lambda _: Reply(json=samples.page([], f"cursor-{next(counter)}"))
    with pytest.raises(PaginationError, match="empty pages"):
        list(client.apps.list())
    assert len(server.received) == MAX_EMPTY_PAGES + 1


@pytest.mark.parametrize("value", [7, True, ["x"], {"a": 1}, 0])
def test_next_that_is_no_string(value: Any, server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json={"data": [samples.app()], "paging": {"next": value}}))
    with pytest.raises(ResponseValidationError, match=r"expected a string in 'paging.next'"):
        list(client.apps.list())


@pytest.mark.parametrize(
    "answer",
    [{}, [], "text", None, {"data": {}}, {"data": "x"}, {"data": [None]}, {"data": [7]}, {"data": [], "paging": []}],
)
def test_pages_that_break_the_contract(answer: Any, server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json=answer, body=b"null" if answer is None else None))
    with pytest.raises(ResponseValidationError) as caught:
        list(client.apps.list())
    assert caught.value.body == answer


def test_null_items_are_no_items(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json={"data": None, "paging": {"next": "2"}}), Reply(json=samples.page([samples.app("a")])))
    assert [app.slug for app in client.apps.list()] == ["a"]


@pytest.mark.parametrize("ahead", [False, True])
def test_fifty_pages_survive_a_503_and_a_dropped_connection(
    ahead: bool, server: ScriptedServer, client: Bitrise
) -> None:
    whole = numbered(50)
    troubles = iter([Reply(503), Reply(hang_up=True)])

    def script(request: Received) -> Reply:
        if request.query.get("next") == "16":
            return next(troubles, None) or whole(request)
        return whole(request)  # type: ignore[no-any-return]

    server.script = script
    listing = client.apps.list()
    assert [app.slug for app in (listing.look_ahead() if ahead else listing)] == slugs(50)
    assert len(server.received) == 52


def test_rate_limit_in_the_middle_of_a_list(server: ScriptedServer, client: Bitrise, no_delays: list[float]) -> None:
    whole, limits = numbered(5), iter([Reply(429, headers={"Retry-After": "11"}), Reply(429)])

    def script(request: Received) -> Reply:
        return (next(limits, None) if request.query.get("next") == "3" else None) or whole(request)  # type: ignore[no-any-return]

    server.script = script
    assert [app.slug for app in client.apps.list()] == slugs(5)
    assert no_delays[0] == 11
    assert len(server.received) == 7


def test_error_on_a_later_page_comes_after_the_items_before_it(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json=samples.page([samples.app("a")], "2")), Reply(500))
    items = iter(client.with_options(max_retries=0).apps.list())
    assert next(items).slug == "a"
    with pytest.raises(ServerError):
        next(items)


def test_look_ahead_fetches_one_page_ahead(server: ScriptedServer, client: Bitrise) -> None:
    arrived = threading.Semaphore(0)
    whole = numbered(5)

    def script(request: Received) -> Reply:
        arrived.release()
        return whole(request)  # type: ignore[no-any-return]

    server.script = script
    pages = client.apps.list().look_ahead().pages()
    next(pages)
    assert arrived.acquire(timeout=5)
    assert arrived.acquire(timeout=5)  # the second page is asked for while the first is in use
    pages.close()  # type: ignore[attr-defined]
    assert len(server.received) == 2
    threads = [thread.name for thread in threading.enumerate()]
    assert not any("look-ahead" in name for name in threads)


def test_async_lists(server: ScriptedServer, token: str) -> None:
    async def main() -> None:
        async with AsyncBitrise(token, base_url=server.base_url) as bitrise:
            listing = bitrise.apps.list()
            assert [app.slug async for app in listing] == slugs(4)
            assert [page.next_cursor async for page in listing.pages()] == ["1", "2", "3", None]
            first = await listing.first()
            assert first is not None
            assert first.slug == "0-0"
            assert len(await listing.collect(limit=5)) == 5
            assert [app.slug for app in await listing.look_ahead().collect()] == slugs(4)
            async for app in listing.look_ahead():
                if app.slug == "1-1":
                    break

    server.script = numbered(4)
    asyncio.run(main())


def test_async_traps_are_the_same(server: ScriptedServer, token: str) -> None:
    async def main() -> None:
        async with AsyncBitrise(token, base_url=server.base_url) as bitrise:
            with pytest.raises(PaginationError):
                await bitrise.apps.list().collect()

    server.reply(Reply(json=samples.page([samples.app("a")], "2")))
    asyncio.run(main())


def archive(times: list[float], *, newest_first: bool | None = True, inclusive: bool = True) -> Any:
    """A script for builds of a window of time, at most `limit` of them."""

    def script(request: Received) -> Reply:
        after, before, limit = (int(request.query[name]) for name in ("after", "before", "limit"))
        found = [
            (time, number)
            for number, time in enumerate(times)
            if (after <= time <= before if inclusive else after < time < before)
        ]
        if newest_first is None:
            found.sort(key=lambda each: hash((each, "shuffled")))
        else:
            found.sort(reverse=newest_first)
        items = [
            samples.build(
                f"b{number}", finished_at=datetime.fromtimestamp(time, UTC).isoformat().replace("+00:00", "Z")
            )
            for time, number in found[:limit]
        ]
        return Reply(json={"data": items})

    return script


@pytest.mark.parametrize("newest_first", [True, False, None])
@pytest.mark.parametrize("inclusive", [True, False])
@pytest.mark.parametrize("limit", [3, 7, 100])
def test_window_loses_and_repeats_nothing(
    newest_first: bool | None, inclusive: bool, limit: int, server: ScriptedServer, client: Bitrise
) -> None:
    times = [1_700_000_000 + 1.5 * number for number in range(40)]
    server.script = archive(times, newest_first=newest_first, inclusive=inclusive)
    found = client.builds.list_archived("app", after=1_699_999_999, before=1_700_000_100, limit=limit).collect()
    assert sorted(build.slug for build in found) == sorted(f"b{number}" for number in range(40))


@given(
    offsets=st.lists(st.integers(0, 30), max_size=30),
    limit=st.integers(4, 9),
    newest_first=st.sampled_from([True, False, None]),
)
@settings(max_examples=60, deadline=None)
def test_window_is_complete_or_says_that_it_cannot_be(
    offsets: list[int], limit: int, newest_first: bool | None
) -> None:
    server = ScriptedServer()
    try:
        server.script = archive([1_700_000_000.0 + offset for offset in offsets], newest_first=newest_first)
        with Bitrise("token-of-a-test", base_url=server.base_url) as client:
            listing = client.builds.list_archived("app", after=1_699_999_990, before=1_700_000_050, limit=limit)
            try:
                found = [build.slug for build in listing]
            except PaginationError:
                assert any(sum(offset <= each <= offset + 2 for each in offsets) >= limit for offset in offsets)
            else:
                assert sorted(found) == sorted(f"b{number}" for number in range(len(offsets)))
    finally:
        server.close()


def test_window_with_too_many_items_in_one_second(server: ScriptedServer, client: Bitrise) -> None:
    server.script = archive([1_700_000_000.0] * 9)
    with pytest.raises(PaginationError, match="larger limit"):
        client.builds.list_archived("app", after=1_699_999_000, before=1_700_001_000, limit=5).collect()


def test_window_is_resumed_by_its_cursor(server: ScriptedServer, client: Bitrise) -> None:
    server.script = archive([1_700_000_000 + 2.0 * number for number in range(20)])
    pages = client.builds.list_archived("app", after=1_699_999_999, before=1_700_000_050, limit=6).pages()
    begun = next(pages)
    assert begun.next_cursor is not None
    rest = client.builds.list_archived("app", after=1_699_999_999, before=int(begun.next_cursor), limit=6)
    assert {build.slug for build in [*begun, *rest]} == {f"b{number}" for number in range(20)}


def test_empty_window(server: ScriptedServer, client: Bitrise) -> None:
    server.script = archive([])
    listing = client.builds.list_archived("app", after=1, before=2, limit=5)
    assert listing.collect() == []
    assert [list(page) for page in listing.pages()] == [[]]

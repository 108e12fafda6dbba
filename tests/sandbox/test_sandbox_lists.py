"""Lists: pages, cursors, limits, filters, order."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from sandbox_world import START, World

from bitrise_sandbox import Sandbox

CURSOR_LISTS = (
    "/apps",
    "/builds",
    "/me/activities",
    "/users/{user-slug}/apps",
    "/organizations/{org-slug}/apps",
    "/apps/{app-slug}/builds",
    "/apps/{app-slug}/builds/{build-slug}/artifacts",
    "/apps/{app-slug}/cache-items",
    "/apps/{app-slug}/android-keystore-files",
    "/apps/{app-slug}/build-certificates",
    "/apps/{app-slug}/provisioning-profiles",
    "/apps/{app-slug}/generic-project-files",
    "/apps/{app-slug}/outgoing-webhooks",
    "/apps/{app-slug}/outgoing-webhooks/{app-webhook-slug}/delivery-items",
    "/pipelines",
)


def key(item: dict[str, object]) -> object:
    return item.get("slug") or item["id"]


@pytest.mark.parametrize("template", CURSOR_LISTS)
def test_small_pages_give_what_large_ones_give(world: World, template: str) -> None:
    path = world.path(template)
    whole = [key(item) for page in world.pages(path) for item in page]
    parts = [key(item) for page in world.pages(path, limit=2) for item in page]
    assert parts == whole
    assert len(set(whole)) == len(whole) > 0


def test_every_list_with_a_cursor_in_the_contract_is_tried_here(world: World) -> None:
    paginated = {
        template
        for template, method, operation in world.operations()
        if operation.get("x-bitrise-pagination", {}).get("style") == "cursor"
    }
    assert paginated == {*CURSOR_LISTS, "/apps/{app-slug}/pipelines"}


def test_pipelines_of_an_app_are_cut_by_before(world: World) -> None:
    path = f"/apps/{world.app}/pipelines"
    seen: list[str] = []
    query: dict[str, str] = {}
    while True:
        page = world.get(path, **query)
        seen += [row["slug"] for row in page["data"]]
        assert len(page["data"]) <= 10
        if "next" not in page["paging"]:
            break
        query["before"] = page["paging"]["next"]
    assert len(seen) == len(set(seen)) == page["paging"]["total_item_count"]
    times = [row["triggered_at"] for row in world.get(path)["data"]]
    assert times == sorted(times, reverse=True)


def test_the_total_is_right_but_for_the_list_of_all_builds(world: World) -> None:
    assert world.get("/apps", limit=1)["paging"]["total_item_count"] == 24
    builds = world.get("/builds", limit=50)
    assert builds["paging"]["total_item_count"] == 0
    assert len(builds["data"]) == 50
    assert builds["paging"]["next"]


def test_the_last_page_has_no_next_at_all(world: World) -> None:
    assert "next" not in world.get("/apps", limit=50)["paging"]
    assert world.get("/apps", limit=7)["paging"]["page_item_limit"] == 7


@pytest.mark.parametrize("limit", ["51", "0", "-1", "1.5", "many", "", "1e3", "99999999999999999999999"])
def test_a_limit_out_of_bounds_is_refused_by_name(client: httpx.Client, limit: str) -> None:
    answer = client.get("/apps", params={"limit": limit})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith("limit: ")


def test_a_cursor_that_leads_nowhere_is_no_silent_end(client: httpx.Client) -> None:
    assert client.get("/apps", params={"next": "ffffffffffffffff"}).status_code == 404


def test_an_item_deleted_between_two_pages_loses_no_other(world: World) -> None:
    first = world.get("/apps", limit=5)
    anchor = first["paging"]["next"]
    expected = [key(item) for page in world.pages("/apps") for item in page if key(item) != anchor]
    assert world.client.delete(f"/apps/{anchor}").status_code == 200
    rest = [key(item) for page in world.pages("/apps", limit=5, next=anchor) for item in page]
    assert [key(item) for item in first["data"]] + rest == expected


def test_filters_of_builds(world: World) -> None:
    path = f"/apps/{world.app}/builds"
    every = [build for page in world.pages(path) for build in page]
    failed = [build for page in world.pages(path, status=2) for build in page]
    assert failed
    assert failed == [build for build in every if build["status"] == 2]
    branch = every[0]["branch"]
    filtered = [build for page in world.pages(path, branch=branch) for build in page]
    assert filtered == [build for build in every if build["branch"] == branch]
    number = every[3]["build_number"]
    assert [build["build_number"] for build in world.get(path, build_number=number)["data"]] == [number]
    assert all(b["pull_request_id"] for b in world.get(path, trigger_event_type="pull-request")["data"])
    assert all(b["pipeline_workflow_id"] for b in world.get(path, is_pipeline_build="true")["data"])
    half = int(START - 60 * 86400)
    old = [build for page in world.pages(path, before=half) for build in page]
    new = [build for page in world.pages(path, after=half + 1) for build in page]
    assert new + old == every
    assert old
    assert new


def test_running_first_puts_running_builds_first(world: World) -> None:
    world.trigger()
    statuses = [b["status"] for b in world.get(f"/apps/{world.app}/builds", sort_by="running_first", limit=50)["data"]]
    running = [status == 0 for status in statuses]
    assert running == sorted(running, reverse=True)
    assert any(running)


def test_filters_of_apps(world: World) -> None:
    apps = world.get("/apps", limit=50)["data"]
    assert world.get("/apps", limit=50, project_type="ios")["data"] == [a for a in apps if a["project_type"] == "ios"]
    title = apps[4]["title"]
    assert [app["title"] for app in world.get("/apps", title=title)["data"]] == [title]
    by_build = world.get("/apps", limit=50, sort_by="last_build_at")["data"]
    assert {a["slug"] for a in by_build} == {a["slug"] for a in apps}
    assert by_build != apps


def test_archived_builds_come_by_their_window(world: World) -> None:
    path = f"/apps/{world.app}/archived-builds"
    every = world.get(path, after=0, before=int(START), limit=1000)["data"]
    assert len(every) == 30
    ends = [build["finished_at"] for build in every]
    assert ends == sorted(ends, reverse=True)
    middle = int(START - 215 * 86400)
    older = world.get(path, after=0, before=middle, limit=1000)["data"]
    newer = world.get(path, after=middle + 1, before=int(START), limit=1000)["data"]
    assert newer + older == every
    assert older
    assert newer
    for missing in ("after", "before", "limit"):
        query = {"after": 0, "before": 1, "limit": 1}
        del query[missing]
        answer = world.client.get(path, params=query)
        assert answer.status_code == 400
        assert answer.json()["message"].startswith(f"{missing}: ")


def test_builds_move_to_the_archive_after_two_hundred_days(world: World) -> None:
    listed = {b["slug"] for page in world.pages(f"/apps/{world.app}/builds") for b in page}
    world.sandbox.advance(201 * 86400)
    assert world.get(f"/apps/{world.app}/builds")["data"] == []
    end = int(START + 202 * 86400)
    archived = world.get(f"/apps/{world.app}/archived-builds", after=0, before=end, limit=1000)["data"]
    assert listed <= {build["slug"] for build in archived}


def test_a_fresh_sandbox_has_enough_for_many_pages(make_client: Callable[..., httpx.Client]) -> None:
    world = World(sandbox := Sandbox(), make_client(sandbox))
    assert world.get("/apps")["paging"]["total_item_count"] == 120
    assert sum(len(page) for page in world.pages("/builds")) >= 2000

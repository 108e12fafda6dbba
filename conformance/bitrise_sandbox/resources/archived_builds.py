"""Builds older than 200 days, listed by a window of time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .. import life
from ..answers import Page
from ..building import ARCHIVE_AFTER
from ..call import Call, handles
from ..clock import to_seconds
from ..generic import page_limit
from ..state import State, seeds
from ..store import Path, Record


@handles("archived-builds-list")
def list_archived(call: Call) -> Page:
    app = call.app()
    query = call.query
    builds = [*call.state.table("apps", app["slug"], "archived-builds").values(), *_aged(call, app)]
    inside = [b for b in builds if query["after"] <= int(b["_life"]["finished"]) <= query["before"]]
    inside.sort(key=lambda build: (-build["_life"]["finished"], build["slug"]))
    limit = page_limit(call)
    return Page(inside[:limit], limit, len(inside))


@seeds("/apps/{}/archived-builds")
def _seed_archived(state: State, path: Path, random: Random) -> None:
    schema = state.item_schema("/apps/{app-slug}/archived-builds")
    synthesis = state.synthesis(random)
    for n in range(30):
        at = state.clock.now() - ARCHIVE_AFTER - 86400.0 * (n + 1)
        slug = f"{random.getrandbits(64):016x}"
        build = Record(
            slug=slug,
            build_number=30 - n,
            status=1 + n % 3,
            status_text=life.STATUS_TEXT[1 + n % 3],
            branch="main",
            triggered_workflow="primary",
            started_on_worker_at=to_seconds(at + 5),
            finished_at=to_seconds(at + 90),
            pull_request_id=0,
            original_build_params={"branch": "main", "workflow_id": "primary"},
            build_artifacts=[],
            _life={"triggered": at, "finished": at + 90},
        )
        synthesis.complete(build, schema)
        state.store.add(path, slug, build)


def _aged(call: Call, app: Record) -> Iterator[Record]:
    """Builds of the live table that have passed the age at which only the archive lists them."""
    oldest = call.now - ARCHIVE_AFTER
    for build in call.state.table("apps", app["slug"], "builds").values():
        if build["_life"]["triggered"] < oldest:
            yield Record(build, build_artifacts=[])

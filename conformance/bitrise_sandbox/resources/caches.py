"""Key-value cache items of an app; their list is cut by time, not by item."""

from __future__ import annotations

from random import Random
from typing import Any

from ..answers import Answer, Page
from ..call import Call, handles
from ..clock import to_micros, to_seconds
from ..generic import page_limit
from ..paging import by_time
from ..state import State, seeds
from ..storage import Blob
from ..store import Path, Record

_COUNT = 130


@handles("cache-list")
def list_items(call: Call) -> Page:
    call.parents()
    items = sorted(call.state.table(*call.collection).values(), key=_created, reverse=True)
    limit = page_limit(call)
    return by_time(items, limit=limit, before=call.query.get("next"), at=_created, write=to_micros)


@handles("cache-item-download")
def download(call: Call) -> Any:
    item = call.parents()[-1]
    name = _blob(item["app_id"], item["id"])
    return {"download_url": call.state.storage.address(call.origin, "GET", name, call.now)}


@handles("cache-item-delete")
def delete(call: Call) -> Any:
    item = call.item()
    call.state.store.remove(call.collection, item["id"])
    call.state.storage.forget(_blob(item["app_id"], item["id"]))
    return Answer(call.operation.success.status, b"", None)


@seeds("/apps/{}/cache-items")
def _seed(state: State, path: Path, random: Random) -> None:
    now = state.clock.now()
    for n in range(_COUNT):
        slug = f"{random.getrandbits(64):016x}"
        size = random.randrange(500, 5000)
        # No two share a microsecond: the list's cursor is a time.
        created = round(now - 7200.0 * (n + 1) - random.random() * 3600, 3)
        item = Record(
            id=slug,
            app_id=path[1],
            archive_filename=f"{slug}.tzst",
            archive_size=size,
            cache_key=f"gradle-{n:03d}",
            created_at=to_micros(created),
            expires_at=to_seconds(created + 7 * 86400),
            last_used_at=to_seconds(min(created + 3600, now)),
            storage_provider="gcs",
            _created=created,
        )
        state.synthesis(random).complete(item, state.item_schema("/apps/{app-slug}/cache-items"))
        state.storage.keep(_blob(path[1], slug), Blob(size, name=slug))
        state.store.add(path, slug, item)


def _created(item: Record) -> float:
    created: float = item["_created"]
    return created


def _blob(app: str, item: str) -> str:
    return f"caches/{app}/{item}"

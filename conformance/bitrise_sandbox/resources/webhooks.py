"""Outgoing webhooks and what was delivered to them. Deliveries are recorded only: the sandbox sends nothing."""

from __future__ import annotations

import hashlib
import json
from random import Random
from typing import Any

from .. import life
from ..answers import Page
from ..call import Call, handles
from ..clock import to_micros
from ..generic import acknowledge, page_limit
from ..paging import by_anchor
from ..state import State, seeds
from ..store import Path, Record


@handles("outgoing-webhook-create")
def create(call: Call) -> Any:
    """The secret is taken and never shown."""
    call.parents()
    hook = _webhook(call.state, call.state.ulid(), call.fields, call.now)
    hook["_created"] = True
    call.state.store.add(call.collection, hook["slug"], hook)
    return hook


@handles("outgoing-webhook-update")
def update(call: Call) -> Any:
    hook = call.item()
    fields = {name: value for name, value in call.fields.items() if name in ("url", "events", "headers")}
    call.state.store.change(hook, **fields, updated_at=to_micros(call.now))
    return hook


@handles("webhook-delivery-item-list")
def deliveries(call: Call) -> Page:
    """Newest first."""
    call.parents()
    items = sorted(call.state.table(*call.collection).values(), key=_newest_first)
    limit, anchor = page_limit(call), call.query.get("next")
    return by_anchor(call.state.store, call.collection, items, limit=limit, anchor=anchor, order=_newest_first)


@handles("webhook-delivery-item-redeliver")
def redeliver(call: Call) -> Any:
    hook, item = call.parents()[-2:]
    _deliver(call.state, call.segments[:-2], hook, call.state.slug(), call.now, item["request_payload"], item["_event"])
    return acknowledge(call, message="ok")


@seeds("/apps/{}/outgoing-webhooks")
def _seed(state: State, path: Path, random: Random) -> None:
    for n, events in enumerate((["all"], ["build"])):
        slug = f"01{random.getrandbits(96):024X}"
        url = f"https://hooks.example.invalid/{n}"
        hook = _webhook(state, slug, {"url": url, "events": events}, state.clock.now() - 86400.0 * (n + 1))
        state.store.add(path, slug, hook)


@seeds("/apps/{}/outgoing-webhooks/{}/delivery-items")
def _seed_deliveries(state: State, path: Path, random: Random) -> None:
    """The events of the app's last builds, for a webhook that was there before them."""
    app, hook = state.store.table(("apps",)).get(path[1]), state.store.table(path[:3]).get(path[3])
    if app is None or hook is None or hook.get("_created"):
        return
    for build in list(state.table("apps", path[1], "builds").values())[-5:]:
        slug = f"{random.getrandbits(64):016x}"
        ended = min(build["_life"]["finished"], state.clock.now())
        _deliver(state, path, hook, slug, ended, json.dumps(_payload(app, build)))


def _webhook(state: State, slug: str, fields: dict[str, Any], now: float) -> Record:
    hook = Record(
        slug=slug,
        url=fields["url"],
        events=fields["events"],
        headers=fields.get("headers"),
        registered_by_addon=False,
        created_at=to_micros(now),
        updated_at=to_micros(now),
    )
    state.synthesis().complete(hook, state.item_schema("/apps/{app-slug}/outgoing-webhooks"))
    return hook


def _record(state: State, build: Record, event: str) -> None:
    """What each webhook of the build's app that wants it would be sent (devcenter, outgoing webhooks)."""
    app = state.store.table(("apps",)).get(build["_app"])
    hooks = state.table("apps", build["_app"], "outgoing-webhooks") if app is not None else {}
    for hook in hooks.values():
        if app is not None and {"all", "build"} & set(hook["events"]):
            items = ("apps", build["_app"], "outgoing-webhooks", hook["slug"], "delivery-items")
            state.table(*items)
            # Not drawn from the state's generator: when a build ends must not change the slugs made after it.
            slug = hashlib.sha256(f"{hook['slug']}:{build['slug']}:{event}".encode()).hexdigest()[:16]
            _deliver(state, items, hook, slug, state.clock.now(), json.dumps(_payload(app, build)), event)


life.LISTENERS.append(_record)


def _payload(app: Record, build: Record) -> dict[str, Any]:
    return {
        "app_slug": app["slug"],
        "build_slug": build["slug"],
        "build_number": build["build_number"],
        "build_status": build["status"],
        "build_triggered_workflow": build["triggered_workflow"],
        "git": {
            "provider": app["provider"],
            "src_branch": build["branch"],
            "dst_branch": build["pull_request_target_branch"],
            "pull_request_id": build["pull_request_id"],
            "tag": build["tag"],
        },
    }


def _deliver(
    state: State, path: Path, hook: Record, slug: str, now: float, payload: str, event: str = life.FINISHED
) -> Record:
    item = Record(
        slug=slug,
        created_at=to_micros(now),
        updated_at=to_micros(now),
        request_url=hook["url"],
        request_headers=json.dumps({"Bitrise-Event-Type": event, "Content-Type": "application/json"}),
        request_payload=payload,
        response_http_status=200,
        response_headers="{}",
        response_body="",
        response_seconds=1,
        _at=now,
        _event=event,
    )
    return state.store.add(path, slug, item)


def _newest_first(item: Record) -> tuple[float, str]:
    return (-item["_at"], item["slug"])

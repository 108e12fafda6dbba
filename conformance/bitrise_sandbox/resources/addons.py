"""Add-ons: a fixed catalogue, and which of it apps and owners use."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

from ..call import Call, handles
from ..contract import Schema
from ..state import State, seeds
from ..store import Path, Record

_CATALOGUE = ("bitrise-ship", "bitrise-test-reports", "bitrise-trace")


@seeds("/addons")
def _seed(state: State, path: Path, random: Random) -> None:
    for record in _addons(state, random, state.item_schema("/addons")):
        state.store.add(path, record["id"], record)


@seeds("/apps/{}/addons")
def _seed_app(state: State, path: Path, random: Random) -> None:
    for record in _addons(state, random, state.item_schema("/apps/{app-slug}/addons")):
        record["is_enabled"] = random.random() < 0.5
        state.store.add(path, record["id"], record)


@handles("addon-list-by-organization", "addon-list-by-user")
def of_owner(call: Call) -> list[Record]:
    owner = call.parents()[-1]
    apps = [app for app in call.state.store.records(("apps",)) if app["owner"]["slug"] == owner["slug"]]
    random = Random(f"{call.state.seed}:{owner['slug']}")
    listed = []
    for addon in _addons(call.state, random, call.operation.envelope.item):
        using = [{"slug": a["slug"], "title": a["title"], "icon": None, **_plan(call.state, random)} for a in apps[:2]]
        listed.append(Record({**addon, "apps": using}))
    return listed


def _addons(state: State, random: Random, schema: Schema | None) -> Iterable[Record]:
    for name in _CATALOGUE:
        value: Any = state.synthesis(random).value(schema)
        yield Record({**value, "id": name, "title": name.replace("-", " ").title()})


def _plan(state: State, random: Random) -> dict[str, Any]:
    plans = state.contract.document["components"]["schemas"].get("AddonApp", {})
    value = state.synthesis(random).value(plans)
    return {name: value.get(name) for name in ("plan", "plan_started_at")}

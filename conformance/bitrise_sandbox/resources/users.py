"""The asker's profile, other users, what happened to their apps."""

from __future__ import annotations

from random import Random
from typing import Any

from ..answers import NotFound, Page
from ..call import Call, handles
from ..clock import to_micros, to_millis
from ..generic import page_limit
from ..paging import by_anchor
from ..state import State, seeds
from ..store import Path, Record

_EVENTS = ("build-triggered", "build-finished", "app-added", "member-invited")


def new_user(state: State, *, slug: str, username: str, email: str, created: float) -> Record:
    user = Record(
        username=username,
        slug=slug,
        email=email,
        avatar_url="",
        created_at=to_micros(created),
        has_used_organization_trial=False,
        data_id=1000 + len(state.store.table(("users",))),
        payment_processor="stripe",
        unconfirmed_email=None,
    )
    state.synthesis().complete(user, state.contract.operations["user-profile"].envelope.item)
    return state.store.add(("users",), slug, user)


@handles("user-profile")
def profile(call: Call) -> Any:
    """A workspace token stands for no user: 404 (seen by a third-party client)."""
    return _user(call)


@handles("activity-list")
def activities(call: Call) -> Page:
    user = _user(call)
    path = ("me", "activities", user["slug"])
    events = list(call.state.store.table(path).values())
    if not events:
        _seed_activities(call.state, path, Random(f"{call.state.seed}:{user['slug']}"))
        events = list(call.state.store.table(path).values())
    return by_anchor(
        call.state.store,
        path,
        events,
        limit=page_limit(call),
        anchor=call.query.get("next"),
        order=lambda event: event["_order"],
    )


@seeds("/me/activities")
def _none(state: State, path: Path, random: Random) -> None:
    """Each user has their own; see `activities`."""


@seeds("/users/{}/apple-api-credentials")
def _seed_credentials(state: State, path: Path, random: Random) -> None:
    schema = state.item_schema("/users/{user-slug}/apple-api-credentials")
    for n in range(2):
        record = Record(name=f"App Store Connect {n + 1}", slug=f"{random.getrandbits(64):016x}")
        state.synthesis(random).complete(record, schema)
        state.store.add(path, record["slug"], record)


def _seed_activities(state: State, path: Path, random: Random) -> None:
    now = state.clock.now()
    for n in range(120):
        event = _EVENTS[n % len(_EVENTS)]
        slug = f"{random.getrandbits(64):016x}"
        record = Record(
            slug=slug,
            repository_title="Sample app",
            event_stype=event,
            event_icon=None,
            created_at=to_millis(now - 3600.0 * n - 0.001 * random.randrange(1000)),
            title=event.replace("-", " "),
            repository_avatar_icon_url="",
            description=f"event {n}",
            target_path_string="/app/sample",
            _order=n,
        )
        state.store.add(path, slug, record)


def _user(call: Call) -> Record:
    user = call.state.store.table(("users",)).get(call.asker.slug) if call.asker.is_user else None
    if user is None:
        raise NotFound
    return user

"""Organizations (workspaces): members, groups, credentials, machine types of their apps."""

from __future__ import annotations

from random import Random
from typing import Any

from ..answers import NotFound
from ..call import Call, handles
from ..clock import to_seconds
from ..state import State, seeds
from ..store import Path, Record
from .users import new_user


def new_organization(state: State, *, slug: str, name: str, members: list[Record]) -> Record:
    """An organization whose first member owns it."""
    record = Record(
        name=name,
        slug=slug,
        avatar_icon_url=None,
        concurrency_count=None,
        owners=[{key: members[0][key] for key in ("slug", "username", "email")}] if members else [],
        _members=[member["slug"] for member in members],
    )
    state.synthesis().complete(record, state.item_schema("/organizations"))
    return state.store.add(("organizations",), slug, record)


@handles("org-list")
def list_mine(call: Call) -> list[Record]:
    visible = call.owners()
    return [record for record in call.state.store.records(("organizations",)) if record["slug"] in visible]


@handles("member-list")
def members(call: Call) -> list[dict[str, Any]]:
    users = call.state.store.table(("users",))
    return [users[slug] for slug in call.parents()[-1]["_members"] if slug in users]


@handles("member-add")
def add_member(call: Call) -> Any:
    """Invites an email address; one that no user has yet becomes a user."""
    organization = call.parents()[-1]
    email = call.fields.get("email") or f"{call.state.slug(8)}@example.invalid"
    user = _by_email(call, email) or new_user(
        call.state,
        slug=call.state.slug(),
        username=email.partition("@")[0] or email,
        email=email,
        created=call.now,
    )
    if user["slug"] not in organization["_members"]:
        call.state.store.change(organization, _members=[*organization["_members"], user["slug"]])
    return user


@handles("organization-group-add")
def add_group(call: Call) -> Any:
    organization = call.parents()[-1]
    slug = call.state.slug()
    name = call.fields.get("name") or "group"
    group = Record(name=name, slug=slug, _members=[], _organization=organization["slug"], _created=True)
    return call.state.store.add(call.collection, slug, group)


@handles("group-member-add")
def add_to_group(call: Call) -> Any:
    group = call.parents()[-1]
    user = call.fields.get("user_id")
    organization = call.locate(("organizations",), group["_organization"])
    if user not in organization["_members"]:
        raise NotFound("user_id: there is no such member in the organization")
    if user not in group["_members"]:
        call.state.store.change(group, _members=[*group["_members"], user])


@handles("organization-machine-type-update", "user-machine-type-update")
def migrate(call: Call) -> Any:
    owner = call.parents()[-1]
    wanted = call.fields.get("from_machine")
    target = call.fields.get("to_machine")
    moved = []
    for app in call.state.store.records(("apps",)):
        if app["owner"]["slug"] == owner["slug"] and app.get("_machine", "g2-m1.4core") == wanted:
            call.state.store.change(app, _machine=target)
            moved.append(app["slug"])
    return {"message": "The migration was successful.", "migrated_apps": moved, "errors": []}


@handles("organizations-create-apple-api-credentials", "organizations-create-google-service-credentials")
def create_credential(call: Call) -> Any:
    """Keeps what may be shown again: never the key itself."""
    call.parents()
    now = to_seconds(call.now)
    slug = call.state.slug()
    shown = {k: v for k, v in call.fields.items() if k not in ("private_key", "credentials")}
    record = Record({**shown, "slug": slug, "id": slug, "created_at": now, "updated_at": now})
    call.state.synthesis().complete(record, call.state.item_schema(call.operation.template))
    call.state.synthesis().complete(record, call.operation.envelope.item)
    return call.state.store.add(call.collection, slug, record)


@seeds("/organizations/{}/groups")
def _seed_groups(state: State, path: Path, random: Random) -> None:
    for name in ("developers", "testers", "release-managers"):
        slug = f"{random.getrandbits(64):016x}"
        state.store.add(path, slug, Record(name=name, slug=slug, _members=[], _organization=path[1]))


def _by_email(call: Call, email: str) -> Record | None:
    return next((u for u in call.state.store.records(("users",)) if u["email"] == email), None)

"""Apps: lists by asker and owner, registration in two steps, settings."""

from __future__ import annotations

from typing import Any

from ..answers import NotFound, Page
from ..call import Call, handles
from ..generic import acknowledge, page_limit
from ..paging import by_anchor
from ..state import State
from ..store import Record

UNFINISHED, FINISHED = -1, 1
"""``status`` of an app: -1 while its set-up is unfinished (bitrise-cli)."""

_RENAMED = {"repository_url": "repo_url", "default_branch": "_default_branch"}


def new_app(state: State, owner: Record, kind: str, *, slug: str, title: str, repo_url: str, **fields: Any) -> Record:
    """An app record, as registration leaves it; ``kind`` is the owner's account type, user or organization."""
    path = repo_url.rstrip("/").removesuffix(".git").replace(":", "/").split("/")
    record = Record(
        slug=slug,
        title=title,
        project_type=None,
        provider="custom",
        repo_owner=path[-2] if len(path) > 1 else None,
        repo_url=repo_url,
        repo_slug=path[-1] or None,
        is_disabled=False,
        status=UNFINISHED,
        is_public=False,
        is_github_checks_enabled=False,
        owner={"account_type": kind, "name": owner.get("name") or owner.get("username"), "slug": owner["slug"]},
        avatar_url=None,
        _created_at=state.clock.now(),
        _last_build=0.0,
        _next_number=1,
        _default_branch="main",
        _workflows=["primary"],
    )
    record.update(fields)
    state.synthesis().complete(record, state.item_schema("/apps"))
    return record


@handles("app-list")
def list_mine(call: Call) -> Page:
    return _page(call, call.owners())


@handles("app-list-by-user", "app-list-by-organization")
def list_of_owner(call: Call) -> Page:
    return _page(call, frozenset({call.parents()[-1]["slug"]}))


@handles("app-create")
def register(call: Call) -> Any:
    fields = call.fields
    state = call.state
    kind, owner = _owner(call, fields.get("organization_slug"))
    slug = state.slug()
    app = new_app(
        state,
        owner,
        kind,
        slug=slug,
        title=fields.get("title") or _repository_name(fields["repo_url"]),
        repo_url=fields["repo_url"],
        is_public=fields["is_public"],
        provider=fields.get("provider", "custom"),
        _default_branch=fields.get("default_branch_name", "master"),
        _created=True,
    )
    state.store.add(("apps",), slug, app)
    return {"status": "ok", "slug": slug}


@handles("app-update")
def update(call: Call) -> Any:
    app = call.app()
    changed = {_RENAMED.get(name, name): value for name, value in call.fields.items()}
    known = {name: value for name, value in changed.items() if name in app}
    call.state.store.change(app, **known)
    return {"status": "ok"}


@handles("app-delete")
def delete(call: Call) -> Any:
    app = call.app()
    store = call.state.store
    for slug in store.table(("apps", app["slug"], "builds")):
        store.remove(("builds",), slug)
    store.remove(("apps",), app["slug"])
    store.drop(("apps", app["slug"]))
    return acknowledge(call)


@handles("app-finish")
def finish(call: Call) -> Any:
    app = call.app()
    fields = call.fields
    call.state.store.change(app, status=FINISHED, project_type=fields["project_type"], _stack=fields["stack_id"])
    if "organization_slug" in fields:
        kind, owner = _owner(call, fields["organization_slug"])
        account = {"account_type": kind, "name": owner.get("name") or owner.get("username"), "slug": owner["slug"]}
        call.state.store.change(app, owner=account)
    return {
        "status": "ok",
        "build_trigger_token": call.state.slug(22),
        "branch_name": app["_default_branch"],
        "is_webhook_auto_reg_supported": app["provider"] in ("github", "gitlab", "bitbucket"),
    }


@handles("ssh-key-create", "app-webhook-create", "app-change-connection-type", "app-notifications")
@handles("app-remove-repository-authorization", "app-remove-service-credential-user")
def note(call: Call) -> Any:
    """Settings that no other operation shows."""
    call.state.store.change(call.app(), **{f"_{call.operation.id}": call.fields})
    return acknowledge(call)


def _page(call: Call, owners: frozenset[str]) -> Page:
    query = call.query
    title, project_type = query.get("title"), query.get("project_type")
    apps = [
        app
        for app in reversed(call.state.store.table(("apps",)).values())
        if app["owner"]["slug"] in owners
        and (title is None or title.lower() in (app["title"] or "").lower())
        and (project_type is None or app["project_type"] == project_type)
    ]
    order = _by_creation
    if query.get("sort_by") == "last_build_at":
        order = _by_last_build
        apps.sort(key=order)
    return by_anchor(call.state.store, ("apps",), apps, limit=page_limit(call), anchor=query.get("next"), order=order)


def _by_creation(app: Record) -> tuple[float, str]:
    return (-app["_created_at"], app["slug"])


def _by_last_build(app: Record) -> tuple[float, str]:
    return (-app["_last_build"], app["slug"])


def _owner(call: Call, organization_slug: str | None) -> tuple[str, Record]:
    """The account that is to own an app: the organization named, else the asker.

    Raises:
        NotFound: the asker is not in that organization.
    """
    if organization_slug is not None or not call.asker.is_user:
        slug = organization_slug if organization_slug is not None else call.asker.slug
        return "organization", call.locate(("organizations",), slug)
    user = call.state.store.table(("users",)).get(call.asker.slug)
    if user is None:
        raise NotFound
    return "user", user


def _repository_name(url: str) -> str:
    return url.rstrip("/").removesuffix(".git").replace(":", "/").rpartition("/")[2] or url or "app"

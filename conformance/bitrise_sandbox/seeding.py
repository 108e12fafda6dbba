"""What a fresh sandbox holds: a few people and workspaces, apps enough for several pages, builds for many."""

from __future__ import annotations

from random import Random
from typing import Any

from . import life
from .building import ARCHIVE_AFTER, new_build
from .identity import Principal
from .resources.apps import FINISHED, new_app
from .resources.organizations import new_organization
from .resources.pipelines import start
from .resources.users import new_user
from .state import State
from .store import Record

DAY = 86400.0

_PROJECT_TYPES = ("ios", "android", "flutter", "react-native", "macos", "other", None)
_PROVIDERS = ("github", "gitlab", "bitbucket", "custom")
_WORKFLOWS = ("primary", "deploy", "nightly", "test")
_BRANCHES = ("main", "develop", "release/1.0", "feature/login", "feature/cart")
_OUTCOMES = ("success", "success", "success", "success", "error", "error", "aborted", "aborted-with-success")


def seed(state: State, *, token: str | None, apps: int, builds: int) -> dict[str, str]:
    """Fill the state; the tokens made, by what they stand for.

    ``owner`` sees all of ``apps`` and ``builds``; ``other`` has a tenth of them, none in common; ``workspace``
    belongs to the first organization; ``read_only`` is the owner's, for reading only.
    """
    random = Random(f"seed:{state.seed}")
    now = state.clock.now()
    owner, colleague, other = (
        new_user(
            state,
            slug=state.slug(),
            username=name,
            email=f"{name}@example.invalid",
            created=now - DAY * (700 - n),
        )
        for n, name in enumerate(("alice", "carol", "bob"))
    )
    first = new_organization(state, slug=state.slug(), name="Acme Mobile", members=[owner, colleague])
    second = new_organization(state, slug=state.slug(), name="Side Projects", members=[owner])
    first["avatar_icon_url"] = f"https://img.example.invalid/{first['slug']}.png"
    third = new_organization(state, slug=state.slug(), name="Elsewhere Inc", members=[other])
    mine = _apps(state, random, [owner, first, second], (0.5, 0.35, 0.15), apps)
    theirs = _apps(state, random, [other, third], (0.6, 0.4), apps // 10)
    mine.reverse()
    theirs.reverse()
    _builds(state, random, mine, builds)
    _builds(state, random, theirs, builds // 10)
    _unfinished(state, mine[1:2], now)
    _pipelines(state, mine[:3], now)
    state.store.begin()
    return _tokens(state, token, owner, other, first)


def _tokens(state: State, token: str | None, owner: Record, other: Record, organization: Record) -> dict[str, str]:
    made = {
        "owner": token or f"bitpat_{state.slug(40)}",
        "other": f"bitpat_{state.slug(40)}",
        "workspace": f"bitwat_{state.slug(40)}",
        "read_only": f"bitpat_{state.slug(40)}",
    }
    state.tokens[made["other"]] = Principal("user", other["slug"])
    state.tokens[made["workspace"]] = Principal("workspace", organization["slug"])
    state.tokens[made["read_only"]] = Principal("user", owner["slug"], read_only=True)
    state.tokens[made["owner"]] = Principal("user", owner["slug"])
    return made


def _apps(state: State, random: Random, owners: list[Record], shares: tuple[float, ...], count: int) -> list[Record]:
    made = []
    now = state.clock.now()
    for n, owner in enumerate(random.choices(owners, shares, k=count)):
        slug, project_type = state.slug(), _PROJECT_TYPES[n % len(_PROJECT_TYPES)]
        title = f"{project_type or 'sample'}-app-{n:03d}"
        app = new_app(
            state,
            owner,
            "user" if "username" in owner else "organization",
            slug=slug,
            title=title,
            repo_url=f"git@git.example.invalid:team/{title}.git",
            project_type=project_type,
            provider=_PROVIDERS[n % len(_PROVIDERS)],
            status=FINISHED,
            is_disabled=n % 17 == 16,
            avatar_url=f"https://img.example.invalid/{slug}.png" if n % 4 == 1 else None,
            _created_at=now - DAY * 400 + n * 60.0,
            _workflows=list(_WORKFLOWS),
        )
        made.append(state.store.add(("apps",), slug, app))
    return made


def _builds(state: State, random: Random, apps: list[Record], count: int) -> None:
    """Builds spread over the past half year; the first apps have the most, and every app's newest has succeeded."""
    if not apps:
        return
    weights = [1 / (n + 1) for n in range(len(apps))]
    chosen = random.choices(range(len(apps)), weights, k=count)
    newest = {which: n for n, which in enumerate(chosen)}
    span = ARCHIVE_AFTER * 0.8
    now = state.clock.now()
    for n, which in enumerate(chosen):
        # Milliseconds tell builds apart: some cursors of the API are times.
        at = now - span * (count - n) / count + round(random.random() * 0.5, 3)
        outcome = "success" if newest[which] == n else random.choice(_OUTCOMES)
        script = {**life.DEFAULT_SCRIPT, "outcome": outcome, "run": 30.0 + random.randrange(600)}
        params: dict[str, Any] = {"branch": random.choice(_BRANCHES), "workflow_id": random.choice(_WORKFLOWS)}
        if n % 3:
            params["commit_hash"] = f"{random.getrandbits(160):040x}"
            params["commit_message"] = f"Change {n}"
        if n % 7 == 0:
            params.update(pull_request_id=n // 7 + 1, branch_dest="main", commit_paths=None)
        elif n % 11 == 0:
            params["tag"] = f"v1.{n // 11}"
        slug = f"{random.getrandbits(64):016x}"
        extra: dict[str, Any] = {"triggered_by": None if n % 5 == 0 else "webhook"}
        if "pull_request_id" in params:
            extra["pull_request_view_url"] = f"https://git.example.invalid/pull/{params['pull_request_id']}"
        if n % 13 == 0:
            # Builds from before there was a choice of stacks and machines.
            extra.update(stack_identifier=None, machine_type_id=None)
        new_build(state, apps[which], params, life.plan(script, at), slug=slug, **extra)


def _unfinished(state: State, apps: list[Record], now: float) -> None:
    for app in apps:
        for n, script in enumerate(({"run": 3600.0}, {"run": 3600.0, "queue": 1800.0}, {"hold": 3600.0})):
            plan = life.plan({**life.DEFAULT_SCRIPT, **script}, now - 60 + n)
            new_build(state, app, {"branch": "main", "workflow_id": "primary"}, plan, triggered_by="webhook")


def _pipelines(state: State, apps: list[Record], now: float) -> None:
    for n, app in enumerate(apps):
        for turn, outcome in enumerate(("success", "error")):
            at = now - DAY * (2 - turn) - n
            plan = life.plan({**life.DEFAULT_SCRIPT, "outcome": outcome}, round(at, 3))
            start(state, app, {"branch": "main", "pipeline_id": "release"}, plan, state.uuid())

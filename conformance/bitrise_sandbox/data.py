"""What a sandbox holds, from a YAML file of the user's: a few lines by hand, or a dump of another sandbox.

By hand::

    users:
    - {username: dora, token: my-token}
    organizations:
    - {name: Acme, members: [dora]}
    apps:
    - title: Shop
      owner: Acme                       # a username or an organization's name
      workflows: [primary, deploy]
      secrets:
      - {name: API_KEY, value: hush, is_protected: true}
      builds:
      - {workflow: deploy, branch: main, outcome: error, age: 3600}
      - outcome: success                # age and run in seconds
        artifacts: [{title: shop.apk, artifact_type: android-apk, file_size_bytes: 5000}]

Everything but ``users`` with one ``username`` may be left out; slugs are made where none are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from . import life, snapshot
from .building import new_build
from .identity import Principal
from .resources.apps import FINISHED, new_app
from .resources.artifacts import add_artifact
from .resources.organizations import new_organization
from .resources.secrets import keep_secret
from .resources.users import new_user
from .state import State
from .store import Record

Fields = dict[str, Any]

_USER = {"username": str, "slug": str, "email": str, "token": str}
_ORGANIZATION = {"name": str, "slug": str, "members": list, "token": str}
_APP = {
    "title": str,
    "slug": str,
    "owner": str,
    "repo_url": str,
    "project_type": str,
    "provider": str,
    "is_public": bool,
    "default_branch": str,
    "workflows": list,
    "bitrise_yml": str,
    "secrets": list,
    "builds": list,
}
_SECRET = {
    "name": str,
    "value": str,
    "is_protected": bool,
    "is_exposed_for_pull_requests": bool,
    "expand_in_step_inputs": bool,
}
_BUILD = {
    "slug": str,
    "workflow": str,
    "branch": str,
    "tag": str,
    "commit_hash": str,
    "commit_message": str,
    "age": (int, float),
    "run": (int, float),
    "outcome": str,
    "lines": list,
    "artifacts": list,
}
_ARTIFACT = {"title": str, "slug": str, "artifact_type": str, "file_size_bytes": int}
_TOP = {"users": list, "organizations": list, "apps": list}


class DataError(ValueError):
    """The file cannot be used; the message names the file, the place in it and what is wrong there."""


def read(state: State, path: Path, *, token: str | None) -> Mapping[str, str]:
    """Fill a state from a YAML file; the tokens that may be used, ``owner`` being the first user's.

    Raises:
        DataError: the file cannot be read or holds something that is not understood.
    """
    try:
        document = yaml.load(path.read_bytes(), Loader=snapshot.Loader)
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise DataError(f"{path}: not valid YAML") from None
    try:
        if snapshot.is_dump(document):
            principals = snapshot.restore(state, document)
            return _tokens(state, principals, token, {})
        return _Reader(state, token).read(document)
    except (DataError, snapshot.DumpError) as error:
        raise DataError(f"{path}: {error}") from None


def write(state: State, tokens: Mapping[str, str], path: Path) -> None:
    """Dump everything a state holds, but no token, in one step: the file is whole or as it was."""
    text = snapshot.dump(state, {name: state.tokens[token] for name, token in tokens.items()})
    half = path.with_name(f"{path.name}.part")
    half.write_text(text, encoding="utf-8")
    half.replace(path)


class _Reader:
    def __init__(self, state: State, token: str | None) -> None:
        self._state = state
        self._token = token
        self._accounts: dict[str, tuple[str, Record]] = {}
        self._given: dict[str, str] = {}

    def read(self, document: Any) -> Mapping[str, str]:
        fields = _checked(document, _TOP, "the file")
        users = self._users(fields.get("users", []))
        organizations = self._organizations(fields.get("organizations", []), users)
        for n, app in enumerate(fields.get("apps", [])):
            self._app(_checked(app, _APP, f"apps[{n}]"), f"apps[{n}]", users[0])
        principals = {"owner": Principal("user", users[0]["slug"])}
        principals.update({f"user:{user['username']}": Principal("user", user["slug"]) for user in users[1:]})
        principals.update({f"workspace:{o['name']}": Principal("workspace", o["slug"]) for o in organizations})
        principals["read_only"] = Principal("user", users[0]["slug"], read_only=True)
        self._state.store.begin()
        return _tokens(self._state, principals, self._token, self._given)

    def _users(self, given: list[Any]) -> list[Record]:
        users = []
        for n, one in enumerate(given):
            fields = _checked(one, _USER, f"users[{n}]", needs="username")
            name = fields["username"]
            user = new_user(
                self._state,
                slug=fields.get("slug") or self._state.slug(),
                username=name,
                email=fields.get("email", f"{name}@example.invalid"),
                created=self._state.clock.now(),
            )
            self._accounts[name] = ("user", user)
            if "token" in fields:
                self._given["owner" if n == 0 else f"user:{name}"] = fields["token"]
            users.append(user)
        if not users:
            raise DataError("users: at least one is needed")
        return users

    def _organizations(self, given: list[Any], users: list[Record]) -> list[Record]:
        made = []
        for n, one in enumerate(given):
            fields = _checked(one, _ORGANIZATION, f"organizations[{n}]", needs="name")
            members = [self._user(name, f"organizations[{n}].members") for name in fields.get("members", [])]
            organization = new_organization(
                self._state,
                slug=fields.get("slug") or self._state.slug(),
                name=fields["name"],
                members=members or users[:1],
            )
            self._accounts[fields["name"]] = ("organization", organization)
            if "token" in fields:
                self._given[f"workspace:{fields['name']}"] = fields["token"]
            made.append(organization)
        return made

    def _app(self, fields: Fields, where: str, first: Record) -> None:
        kind, owner = self._accounts.get(fields.get("owner", first["username"]), ("", None))
        if owner is None:
            raise DataError(f"{where}.owner: there is no user or organization {fields['owner'][:60]!r}")
        state, slug = self._state, fields.get("slug") or self._state.slug()
        title = str(fields.get("title", slug))
        known = {name: fields[name] for name in ("project_type", "provider", "is_public") if name in fields}
        app = new_app(
            state,
            owner,
            kind,
            slug=slug,
            title=title,
            repo_url=fields.get("repo_url", f"git@git.example.invalid:team/{title}.git"),
            status=FINISHED,
            _created=True,
            _default_branch=fields.get("default_branch", "main"),
            _workflows=[str(name) for name in fields.get("workflows", [])] or ["primary"],
            **known,
        )
        if "bitrise_yml" in fields:
            app["_bitrise_yml"] = fields["bitrise_yml"]
        state.store.add(("apps",), slug, app)
        for n, one in enumerate(fields.get("secrets", [])):
            secret = _checked(one, _SECRET, f"{where}.secrets[{n}]", needs="name")
            keep_secret(state, ("apps", slug, "secrets"), secret["name"], secret)
        for n, one in enumerate(fields.get("builds", [])):
            self._build(app, _checked(one, _BUILD, f"{where}.builds[{n}]"), f"{where}.builds[{n}]")

    def _build(self, app: Record, fields: Fields, where: str) -> None:
        state = self._state
        outcome = fields.get("outcome", "success")
        if outcome not in life.OUTCOMES:
            raise DataError(f"{where}.outcome: one of {', '.join(life.OUTCOMES)}")
        script = {**life.DEFAULT_SCRIPT, "outcome": outcome, "run": fields.get("run", life.DEFAULT_SCRIPT["run"])}
        if "lines" in fields:
            script["lines"] = [str(line) for line in fields["lines"]]
        params: Fields = {name: fields[name] for name in ("tag", "commit_hash", "commit_message") if name in fields}
        params["branch"] = fields.get("branch", app["_default_branch"])
        params["workflow_id"] = fields.get("workflow", app["_workflows"][0])
        plan = life.plan(script, state.clock.now() - fields.get("age", 86400))
        build = new_build(state, app, params, plan, slug=fields.get("slug"))
        path = ("apps", app["slug"], "builds", build["slug"], "artifacts")
        state.store.tables[path] = {}
        for n, one in enumerate(fields.get("artifacts", [])):
            artifact = _checked(one, _ARTIFACT, f"{where}.artifacts[{n}]", needs="title")
            slug = artifact.get("slug") or state.slug()
            size = artifact.get("file_size_bytes", 1000)
            add_artifact(state, path, slug, artifact["title"], artifact.get("artifact_type", "file"), size)

    def _user(self, name: Any, where: str) -> Record:
        kind, account = self._accounts.get(str(name), ("", None))
        if account is None or kind != "user":
            raise DataError(f"{where}: there is no user {str(name)[:60]!r}")
        return account


def _tokens(
    state: State, principals: Mapping[str, Principal], token: str | None, given: Mapping[str, str]
) -> Mapping[str, str]:
    """A token for each principal: the one given on the command line or in the file, else one that is made."""
    made = {}
    for name, principal in principals.items():
        prefix = "bitwat" if principal.kind == "workspace" else "bitpat"
        value = given.get(name) or f"{prefix}_{state.slug(40)}"
        made[name] = token if token is not None and name == "owner" else value
        state.tokens[made[name]] = principal
    return made


def _checked(given: Any, known: Mapping[str, Any], where: str, *, needs: str | None = None) -> Fields:
    """Raises DataError: not a mapping, an unknown key, a value of the wrong kind, or the needed key is missing."""
    if not isinstance(given, dict):
        raise DataError(f"{where}: must be a mapping")
    for key, value in given.items():
        if key not in known:
            raise DataError(f"{where}: unknown key {str(key)[:60]!r}; known: {', '.join(known)}")
        boolean = isinstance(value, bool) and known[key] is not bool
        if boolean or not isinstance(value, known[key]):
            raise DataError(f"{where}.{key}: a value of the wrong kind")
    if needs is not None and not given.get(needs):
        raise DataError(f"{where}.{needs}: missing")
    return given

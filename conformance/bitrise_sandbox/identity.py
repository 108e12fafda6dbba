"""Who asks: tokens, users, workspaces, and what each may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .answers import Problem
from .store import Record

if TYPE_CHECKING:
    from .state import State


@dataclass(frozen=True)
class Principal:
    """The holder of a token: a user, or a workspace whose token has no user behind it."""

    kind: str
    slug: str
    read_only: bool = False
    sees_all: bool = False

    @property
    def is_user(self) -> bool:
        return self.kind == "user"


def authenticate(tokens: Mapping[str, Principal], authorization: str | None) -> Principal:
    """The principal of an Authorization header: the bare token, or the token after the word ``token``.

    Source: both forms are in live use (docs.bitrise.io since 2024; bitrise-cli).

    Raises:
        Problem: 401, the answer recorded of the real API, whatever was wrong with the header.
    """
    value = (authorization or "").strip()
    word, _, rest = value.partition(" ")
    if word.lower() == "token" and rest:
        value = rest.strip()
    principal = tokens.get(value)
    if principal is None:
        raise Problem(401, "Unauthorized")
    return principal


def owners(state: State, principal: Principal) -> frozenset[str]:
    """Slugs of the accounts whose apps the principal may see."""
    organizations = state.store.records(("organizations",))
    if principal.sees_all:
        users = state.store.table(("users",))
        return frozenset(users) | {organization["slug"] for organization in organizations}
    if not principal.is_user:
        return frozenset({principal.slug})
    member_of = (o["slug"] for o in organizations if principal.slug in o["_members"])
    return frozenset({principal.slug, *member_of})


def may_see_user(state: State, principal: Principal, user: Record) -> bool:
    """Users see themselves and those with whom they share an organization; a workspace sees its members."""
    if principal.sees_all or user["slug"] == principal.slug:
        return True
    visible = owners(state, principal)
    return any(
        user["slug"] in organization["_members"]
        for organization in state.store.records(("organizations",))
        if organization["slug"] in visible
    )

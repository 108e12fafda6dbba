"""One request on its way through the sandbox, and the registry of what answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from . import identity
from .answers import Answer, NotFound, Page, dumps
from .contract import Operation, Response
from .identity import Principal
from .state import State
from .storage import Refused
from .store import Path, Record

Handler = Callable[["Call"], Any]

HANDLERS: dict[str, Handler] = {}
"""What answers an operation otherwise than the contract alone would have it, by operationId."""


def handles(*operations: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        for operation in operations:
            HANDLERS[operation] = handler
        return handler

    return register


@dataclass
class Call:
    """A request, with the state it meets. Faults may change what it asks before it is served."""

    state: State
    method: str
    path: str
    query_string: str
    headers: dict[str, str]
    origin: str
    raw_body: bytes = b""
    operations: dict[str, Operation] = field(default_factory=dict)
    segments: Path = ()
    principal: Principal | None = None
    unchecked_query: bool = False
    unchecked_body: bool = False
    file_name: str = ""
    refusal: Refused | None = None
    paths: dict[str, str] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    body: Any = None

    @property
    def target(self) -> Operation | None:
        """The operation that is asked for; None when the contract has none at this path with this method."""
        return self.operations.get(self.method)

    @property
    def operation_id(self) -> str | None:
        return self.target.id if self.target is not None else None

    @property
    def operation(self) -> Operation:
        return self.operations[self.method]

    @property
    def asker(self) -> Principal:
        assert self.principal is not None
        return self.principal

    @property
    def now(self) -> float:
        return self.state.clock.now()

    @property
    def fields(self) -> dict[str, Any]:
        """The body's properties; empty when the body is no object."""
        return self.body if isinstance(self.body, dict) else {}

    @property
    def collection(self) -> Path:
        """The path of the table: the request's own, without the item's key."""
        return self.segments[:-1] if self.operation.on_item else self.segments

    def owners(self) -> frozenset[str]:
        return identity.owners(self.state, self.asker)

    def parents(self) -> list[Record]:
        """The records that the path's parameters name, outermost first.

        Raises:
            NotFound: one of them does not exist or is not the asker's to see.
        """
        return [
            self.locate(self.segments[:n], self.segments[n])
            for n, segment in enumerate(self.operation.segments)
            if segment.startswith("{")
        ]

    def locate(self, collection: Path, key: str) -> Record:
        """The record at a key of a table, if the asker may see it.

        Raises:
            NotFound: there is none, or it is someone else's; the API does not tell these apart.
        """
        find = _ROOTS.get(collection)
        record = find(self, key) if find else self.state.table(*collection).get(key)
        if record is None:
            raise NotFound
        return record

    def app(self) -> Record:
        return self.locate(("apps",), self.paths["app-slug"])

    def build(self) -> Record:
        app = self.app()
        return self.locate(("apps", app["slug"], "builds"), self.paths["build-slug"])

    def item(self) -> Record:
        """The record that the path's last parameter names."""
        return self.parents()[-1]


def render(call: Call, result: Any) -> Answer:
    """The answer for what a handler gave back, wrapped and cut to the shape the contract gives it."""
    if isinstance(result, Answer):
        return result
    operation = call.operation
    success = operation.success
    if (result is None and success.schema is None) or success.status == 204:
        return Answer(success.status, b"", None)
    if success.media_type is not None and not success.media_type.endswith("json"):
        return Answer(success.status, str(result).encode("utf-8", "replace"), success.media_type)
    envelope = operation.envelope
    if isinstance(result, Page):
        return _page(call, result, success)
    data = _joined(call, result) if envelope.is_list else _encoded(call, result)
    if envelope.key is not None:
        data = b'{"%b":%b}' % (envelope.key.encode(), data)
    return Answer(success.status, data)


def _page(call: Call, page: Page, success: Response) -> Answer:
    paging: dict[str, Any] = {}
    if page.total is not None:
        paging["total_item_count"] = page.total
    paging["page_item_limit"] = page.limit
    if page.next is not None:
        paging["next"] = page.next
    key = (call.operation.envelope.key or "data").encode()
    return Answer(success.status, b'{"%b":%b,"paging":%b}' % (key, _joined(call, page.items), dumps(paging)))


def _joined(call: Call, things: Iterable[Any]) -> bytes:
    view = call.operation.id
    encoded = [(isinstance(thing, Record) and thing.views.get(view)) or _encoded(call, thing) for thing in things]
    return b"[%b]" % b",".join(encoded)


def _encoded(call: Call, thing: Any) -> bytes:
    operation = call.operation
    data = dumps(call.state.shaper.shape(operation.envelope.item)(thing))
    if isinstance(thing, Record):
        thing.views[operation.id] = data
    return data


def _find_app(call: Call, slug: str) -> Record | None:
    app = call.state.store.table(("apps",)).get(slug)
    return app if app is not None and app["owner"]["slug"] in call.owners() else None


def _find_build(call: Call, slug: str) -> Record | None:
    build = call.state.store.table(("builds",)).get(slug)
    return build if build is not None and _find_app(call, build["_app"]) is not None else None


def _find_organization(call: Call, slug: str) -> Record | None:
    organization = call.state.store.table(("organizations",)).get(slug)
    return organization if organization is not None and slug in call.owners() else None


def _find_user(call: Call, slug: str) -> Record | None:
    user = call.state.store.table(("users",)).get(slug)
    return user if user is not None and identity.may_see_user(call.state, call.asker, user) else None


def _find_group(call: Call, slug: str) -> Record | None:
    for owner in call.owners():
        found = call.state.store.table(("organizations", owner, "groups")).get(slug)
        if found is not None:
            return found
    return None


_ROOTS: dict[Path, Callable[[Call, str], Record | None]] = {
    ("apps",): _find_app,
    ("builds",): _find_build,
    ("organizations",): _find_organization,
    ("users",): _find_user,
    ("user",): _find_user,
    ("groups",): _find_group,
}

"""The discovery walk: list, then list within what was listed, so that every operation gets real path parameters.

A path such as ``/apps/{app-slug}/builds/{build-slug}`` is read from the left. Each parameter is filled from the
list operation that stands before it (``/apps``, then ``/apps/{app-slug}/builds``); which field of an item fits
follows from the parameter's name (``…-slug``, ``…-id``, ``…-name``). A parameter without such a list takes the
values that the same name has elsewhere, or those of :data:`SOURCES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bitrise_conformance.contract import Contract, Json, Operation
from bitrise_conformance.session import Api

Values = dict[str, str]

SOURCES: Mapping[str, tuple[str, str]] = {
    "user-slug": ("/me", "slug"),
    "organization-slug": ("/organizations", "slug"),
    "org-slug": ("/organizations", "slug"),
    "build-slug": ("/builds", "slug"),
    "group-slug": ("/organizations/{org-slug}/groups", "slug"),
}
"""Where a path parameter without a list of its own comes from: path and field."""

ALSO_NAMED = {"slug": ("slug", "id"), "id": ("id", "slug"), "name": ("name",)}
"""Fields tried for a parameter, by the last word of its name."""

KINDS = {"pipeline-id": "is_pipeline"}
"""A flag that a listed thing must not have as false to be named by a parameter: the list of pipelines also holds
builds that belong to none, and those cannot be shown as pipelines."""

PER_LIST = 5
"""Things taken from one list; the last of them are left to operations that delete."""
VICTIMS = 2
PARENTS = 5
"""Things whose own lists are asked. A list that is empty everywhere leaves its operations without parameters."""


@dataclass
class World:
    """What a server holds, as far as a walk saw it."""

    pools: dict[str, list[Values]] = field(default_factory=dict)
    """Real path parameters by operationId, each complete. Operations without parameters have `[{}]`."""
    items: dict[str, list[Json]] = field(default_factory=dict)
    """What each list operation answered on its first page, by request path."""
    not_implemented: set[str] = field(default_factory=set)
    """operationIds that answered 501."""

    def first(self, operation: Operation) -> Values | None:
        """Real path parameters for an operation, or None when the walk found none."""
        return next(iter(self.pools.get(operation.id, ())), None)


def discover(api: Api, *, app: str | None = None) -> World:
    """Walk a server.

    Args:
        app: stay within this app.
    """
    walk = _Walk(api, app)
    for operation in api.contract:
        walk.world.pools[operation.id] = walk.contexts(operation.path)
    _share(api.contract, walk.world)
    return walk.world


def list_items(answer: Json, operation: Operation) -> list[Json]:
    """The things in a list's answer: where pagination or unwrapping says, else ``data`` or the value itself."""
    if isinstance(answer, list):
        return answer
    if not isinstance(answer, dict):
        return []
    key = (operation.pagination or {}).get("items") or operation.definition.get("x-bitrise-unwrap") or "data"
    found = answer.get(key if isinstance(key, str) and key in answer else "data")
    return found if isinstance(found, list) else []


class _Walk:
    def __init__(self, api: Api, app: str | None) -> None:
        self.api = api
        self.app = app
        self.world = World()
        self._known: dict[str, list[Values]] = {"": [{}]}

    def contexts(self, path: str) -> list[Values]:
        """Real values for the parameters of a path template."""
        cut = path.rfind("{")
        if cut < 0:
            return [{}]
        end = path.index("}", cut) + 1
        prefix = path[:end]
        if prefix not in self._known:
            self._known[prefix] = []
            self._known[prefix] = list(self._fill(prefix[: cut - 1], prefix[cut + 1 : -1]))
        return self._known[prefix]

    def _fill(self, parent: str, parameter: str) -> Iterator[Values]:
        if parameter == "app-slug" and self.app is not None:
            yield from ({**values, parameter: self.app} for values in self.contexts(parent))
            return
        lister = self._operation("GET", parent)
        choices = self._enumerated(parent, parameter)
        for values in self.contexts(parent)[:PARENTS]:
            found = choices or (self._listed(lister, values, parameter) if lister else [])
            yield from ({**values, parameter: value} for value in (found or self._elsewhere(parameter)))

    def _enumerated(self, parent: str, parameter: str) -> list[str]:
        """The values that the contract itself lists for a parameter."""
        for operation in self.api.contract:
            if operation.path.startswith(f"{parent}/{{{parameter}}}"):
                for item in operation.parameters:
                    if item["in"] == "path" and item["name"] == parameter:
                        schema = self.api.contract.resolve(item.get("schema", {}))
                        return [str(value) for value in schema.get("enum", ())]
        return []

    def _listed(self, lister: Operation, values: Values, parameter: str) -> list[str]:
        items = self._ask(lister, values)
        names = ALSO_NAMED.get(parameter.rpartition("-")[2], ("slug", "id", "name"))
        kind = KINDS.get(parameter, "")
        fitting = [i for i in items if isinstance(i, dict) and i.get(kind) is not False]
        found = (next((i[n] for n in names if i.get(n)), None) for i in fitting)
        return list(dict.fromkeys(str(value) for value in found if value))[:PER_LIST]

    def _elsewhere(self, parameter: str) -> list[str]:
        path, key = SOURCES.get(parameter, ("", ""))
        source = self._operation("GET", path)
        if source is None:
            return []
        found: list[str] = []
        for values in self.contexts(path)[:PARENTS]:
            found += [str(i[key]) for i in self._ask(source, values) if isinstance(i, dict) and i.get(key)]
        return list(dict.fromkeys(found))[:PER_LIST]

    def _ask(self, lister: Operation, values: Values) -> list[Json]:
        path = lister.url_path(values)
        if path not in self.world.items:
            answer = self.api.call(lister, values, query=required_query(lister))
            if not answer.implemented:
                self.world.not_implemented.add(lister.id)
            data = answer.data
            single = isinstance(data, dict) and not list_items(answer.json, lister)
            self.world.items[path] = [data] if single and answer.ok else list_items(answer.json, lister)
        return self.world.items[path]

    def _operation(self, method: str, path: str) -> Operation | None:
        return next((op for op in self.api.contract if op.method == method and op.path == path), None)


def required_query(operation: Operation) -> dict[str, Any]:
    """Values for the query parameters that an operation asks for, wide enough to see everything."""
    window = operation.pagination if operation.pagination and operation.pagination.get("style") == "window" else {}
    values: dict[str, Any] = {}
    for name in operation.required_query:
        schema = operation.contract.resolve(operation.query[name])
        if window and name == window.get("after"):
            values[name] = max(0, int(schema.get("minimum", 0)))
        elif window and name == window.get("before"):
            values[name] = 4102444800
        elif schema.get("type") == "integer":
            values[name] = schema.get("maximum", schema.get("default", 50))
        else:
            values[name] = schema.get("example", schema.get("default", "script"))
    return values


def _share(contract: Contract, world: World) -> None:
    """Leave the last thing of each list to operations that delete, so that the others find theirs."""
    for operation in contract:
        pool = world.pools[operation.id]
        if operation.method == "DELETE":
            world.pools[operation.id] = pool[-VICTIMS:]
        elif len(pool) > VICTIMS and operation.path_parameters:
            world.pools[operation.id] = pool[:-VICTIMS]

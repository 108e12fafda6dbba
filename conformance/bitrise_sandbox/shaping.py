"""Cuts a record down to what the contract lets an answer contain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .contract import Contract, Schema

Shape = Callable[[Any], Any]


class Shaper:
    """Compiles schemas into functions that keep the declared properties and nothing else."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._known: dict[int, tuple[Schema, Shape]] = {}

    def shape(self, schema: Schema | None) -> Shape:
        if schema is None:
            return _identity
        found = self._known.get(id(schema))
        if found is None:
            holder: list[Shape] = []
            # Registered before it is compiled: a schema may contain itself.
            self._known[id(schema)] = (schema, lambda value: holder[0](value))
            holder.append(self._compile(schema))
            found = self._known[id(schema)] = (schema, holder[0])
        return found[1]

    def _compile(self, schema: Schema) -> Shape:
        resolved = self._contract.resolve(schema)
        if "properties" in resolved:
            fields = [(name, self.shape(sub)) for name, sub in resolved["properties"].items()]
            open_ended = bool(resolved.get("additionalProperties"))
            return lambda value: _object(value, fields, open_ended)
        if "items" in resolved:
            item = self.shape(resolved["items"])
            return lambda value: [item(one) for one in value] if isinstance(value, list) else value
        return _identity


def _object(value: Any, fields: list[tuple[str, Shape]], open_ended: bool) -> Any:
    if not isinstance(value, dict):
        return value
    kept = {name: shape(value[name]) for name, shape in fields if name in value}
    if open_ended:
        kept.update((k, v) for k, v in value.items() if k not in kept and not k.startswith("_"))
    return kept


def _identity(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: one for name, one in value.items() if not name.startswith("_")}
    return value

"""Plausible values from a schema alone: what stands in a record that nobody described."""

from __future__ import annotations

from random import Random
from typing import Any

from .clock import to_seconds
from .contract import Contract, Schema

_DEPTH = 6


class Synthesis:
    """Makes values that satisfy a schema. The same generator state gives the same values."""

    def __init__(self, contract: Contract, random: Random, now: float) -> None:
        self._contract = contract
        self._random = random
        self._now = now

    def value(self, schema: Schema | None, name: str = "", depth: int = 0) -> Any:
        resolved = self._contract.resolve(schema)
        if "const" in resolved:
            return resolved["const"]
        choices = [choice for choice in resolved.get("enum", []) if choice is not None]
        if choices:
            return self._random.choice(choices)
        kind = resolved.get("type")
        if isinstance(kind, list):
            kind = next((k for k in kind if k != "null"), "null")
        if kind is None:
            kind = "object" if "properties" in resolved else "array" if "items" in resolved else "string"
        make = getattr(self, f"_{kind}")
        return make(resolved, name, depth)

    def complete(self, record: dict[str, Any], schema: Schema | None) -> None:
        """Fill in the properties ``record`` lacks: null where the schema admits it, else a value."""
        for name, property_schema in self._contract.properties(schema).items():
            if name not in record:
                null = self._contract.nullable(property_schema)
                record[name] = None if null else self.value(property_schema, name)

    def _object(self, schema: Schema, name: str, depth: int) -> Any:
        required = schema.get("required", ())
        value = {
            key: self.value(sub, key, depth + 1)
            for key, sub in schema.get("properties", {}).items()
            if depth < _DEPTH or key in required
        }
        if "created_at" in value and "updated_at" in value:
            value["created_at"], value["updated_at"] = sorted((value["created_at"], value["updated_at"]))
        return value

    def _array(self, schema: Schema, name: str, depth: int) -> Any:
        count = max(schema.get("minItems", 0), 0 if depth >= _DEPTH else 1)
        return [self.value(schema.get("items"), name, depth + 1) for _ in range(count)]

    def _string(self, schema: Schema, name: str, depth: int) -> str:
        form = schema.get("format")
        if form == "date-time" or name.endswith("_at"):
            return to_seconds(self._now - self._random.randrange(90 * 86400))
        if form == "date":
            return to_seconds(self._now)[:10]
        if form in ("uri", "url") or name.endswith("_url"):
            return f"https://example.invalid/{self._hex(8)}"
        if form == "email" or name == "email":
            return f"user-{self._hex(4)}@example.invalid"
        if form == "uuid":
            raw = self._hex(32)
            return f"{raw[:8]}-{raw[8:12]}-4{raw[13:16]}-a{raw[17:20]}-{raw[20:]}"
        text = self._hex(16) if name.endswith(("slug", "id")) else f"{name or 'text'}-{self._hex(6)}"
        shortest, longest = schema.get("minLength", 0), schema.get("maxLength", 1 << 20)
        return text.ljust(shortest, "x")[:longest]

    def _integer(self, schema: Schema, name: str, depth: int) -> int:
        low = schema.get("minimum", schema.get("exclusiveMinimum", 0) + ("exclusiveMinimum" in schema))
        return self._random.randint(int(low), int(schema.get("maximum", low + 1000)))

    def _number(self, schema: Schema, name: str, depth: int) -> float:
        return float(self._integer(schema, name, depth))

    def _boolean(self, schema: Schema, name: str, depth: int) -> bool:
        return self._random.random() < 0.5

    def _null(self, schema: Schema, name: str, depth: int) -> None:
        return None

    def _hex(self, digits: int) -> str:
        return f"{self._random.getrandbits(4 * digits):0{digits}x}"

"""Is a JSON value what a schema of the contract allows, and does it carry fields that the contract lacks?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import jsonschema_rs

from bitrise_conformance.contract import Contract, Json, Schema, escape

MAX_ERRORS = 20
"""Violations listed of one value; more say nothing new."""

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")

Properties = Mapping[str, tuple[Schema, str]]
"""Schemas of an object's fields, each with its pointer."""


@dataclass(frozen=True)
class Mismatch:
    """Where a value and its schema disagree."""

    keyword: str
    """``type``, ``required``, ``format``, … or ``undocumented`` for a field that the contract lacks."""
    instance: str
    """JSON pointer into the value; list indexes are written ``*``."""
    schema: str
    """JSON pointer into the contract."""
    message: str


class Schemas:
    """Validators of a contract's schemas, each compiled once."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._validators: dict[str, jsonschema_rs.Draft202012Validator] = {}
        self._known: dict[str, Properties | None] = {}
        """By the schema's pointer; a long list asks for the same ones again and again."""

    def mismatches(self, pointer: str, value: Json) -> list[Mismatch]:
        """Everything in which ``value`` differs from the schema at a pointer of the contract."""
        found = list(self._invalid(pointer, value))
        if not found:
            schema = self._contract.at(pointer)
            found.extend(self._undocumented(schema, value, "", pointer))
        return found[:MAX_ERRORS]

    def is_valid(self, pointer: str, value: Json) -> bool:
        return self._validator(pointer).is_valid(value)

    def _invalid(self, pointer: str, value: Json) -> Iterator[Mismatch]:
        for error in self._validator(pointer).iter_errors(value):
            path = list(error.schema_path)
            keyword = str(path[-1]) if path else "schema"
            if keyword.isdigit():
                keyword = str(path[-2])
            yield Mismatch(
                keyword=keyword,
                instance=_pointer(error.instance_path),
                schema=self._locate(pointer, path),
                message=str(error.message)[:300],
            )

    def _validator(self, pointer: str) -> jsonschema_rs.Draft202012Validator:
        if pointer not in self._validators:
            root = {**self._contract.at(pointer), "components": self._contract.document.get("components", {})}
            self._validators[pointer] = jsonschema_rs.Draft202012Validator(
                root, validate_formats=True, formats={"date-time": is_date_time}
            )
        return self._validators[pointer]

    def _locate(self, pointer: str, path: list[str | int]) -> str:
        """The pointer of a violated keyword; behind a ``$ref`` the validator counts from the document's root."""
        starts = [i for i, part in enumerate(path) if part == "components"]
        shared = starts and path[starts[-1] + 1 : starts[-1] + 2] == ["schemas"]
        base, rest = ("#", path[starts[-1] :]) if shared else (pointer, path)
        return base + "".join(f"/{escape(str(part))}" for part in rest)

    def _undocumented(self, schema: Schema, value: Json, at: str, pointer: str) -> Iterator[Mismatch]:
        schema, pointer = self._follow(schema, pointer)
        if isinstance(value, list):
            items = schema.get("items")
            if isinstance(items, Mapping):
                for item in value:
                    yield from self._undocumented(items, item, f"{at}/*", f"{pointer}/items")
        elif isinstance(value, dict):
            if pointer not in self._known:
                self._known[pointer] = self._properties(schema, pointer)
            properties = self._known[pointer]
            if properties is None:
                return
            for name, item in value.items():
                if name in properties:
                    child, where = properties[name]
                    yield from self._undocumented(child, item, f"{at}/{escape(name)}", where)
                else:
                    yield Mismatch("undocumented", f"{at}/{escape(name)}", pointer, f"{name!r} is not in the contract")

    def _follow(self, schema: Schema, pointer: str) -> tuple[Schema, str]:
        while isinstance(ref := schema.get("$ref"), str):
            schema, pointer = self._contract.at(ref), ref
        return schema, pointer

    def _properties(self, schema: Schema, pointer: str) -> Properties | None:
        """Documented properties with their pointers, or None where any name is allowed."""
        if "additionalProperties" in schema or "patternProperties" in schema:
            return None
        found: dict[str, tuple[Schema, str]] = {
            name: (child, f"{pointer}/properties/{escape(name)}")
            for name, child in schema.get("properties", {}).items()
        }
        is_open = not found
        for keyword in ("allOf", "anyOf", "oneOf"):
            for index, branch in enumerate(schema.get(keyword, ())):
                branch, where = self._follow(branch, f"{pointer}/{keyword}/{index}")
                if keyword != "allOf" and branch.get("type") in ("null", "string", "array", "number", "boolean"):
                    continue
                inner = self._properties(branch, where)
                if inner is None:
                    return None
                found.update(inner)
                is_open = False
        return None if is_open else found


@lru_cache(maxsize=4096)
def is_date_time(text: str) -> bool:
    """RFC 3339 with a zone, 0 to 9 fraction digits, and a day that the calendar has."""
    if not _RFC3339.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(re.sub(r"\.(\d{6})\d*", r".\1", text))
    except ValueError:
        return False
    return True


def _pointer(parts: list[str | int]) -> str:
    return "".join("/*" if isinstance(part, int) else "/" + escape(str(part)) for part in parts)

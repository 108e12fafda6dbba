"""A document that is safe to walk: bounded in depth and size, with every reference leading somewhere."""

import datetime
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from pipeline.errors import DocumentError

MAX_DEPTH = 100
MAX_VALUES = 1_000_000
MAX_STEPS = 500_000

Schema = Mapping[str, Any]

# Keys that hold examples or values, where `$ref` is text like any other.
_LITERAL = frozenset({"const", "default", "enum", "example", "examples"})


class Document:
    """A published (Swagger 2.0) or contract (OpenAPI 3) document.

    Raises DocumentError when it is neither, is nested or grows beyond bounds, or has a reference that leads
    nowhere or outside.
    """

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self._values = 0
        self.raw: dict[str, Any] = self._vetted(raw, ())
        self.is_swagger = str(self.raw.get("swagger", "")).startswith("2.")
        if not self.is_swagger and not str(self.raw.get("openapi", "")).startswith("3."):
            raise DocumentError("it is neither Swagger 2.0 nor OpenAPI 3: no `swagger: 2.0` or `openapi: 3.x`")
        if not isinstance(self.raw.get("paths"), dict):
            raise DocumentError("it has no `paths`")
        self._schemas_at = "#/definitions/" if self.is_swagger else "#/components/schemas/"
        self._targets: dict[str, Any] = {}
        self._check_references()

    def resolve(self, reference: str) -> Any:
        """What a `$ref` leads to. Raises DocumentError when that is nothing."""
        if reference not in self._targets:
            self._targets[reference] = self._find(reference)
        return self._targets[reference]

    def schema_name(self, reference: str) -> str:
        """The name a user knows the schema by: its key among the schemas, else the whole reference."""
        return _unescape(reference.removeprefix(self._schemas_at))

    def has_schema(self, name: str) -> bool:
        """Whether a schema of that name stands in the document."""
        parent = self.raw if self.is_swagger else self.raw.get("components", {})
        schemas = parent.get("definitions" if self.is_swagger else "schemas", {})
        return isinstance(schemas, dict) and name in schemas

    @property
    def is_contract(self) -> bool:
        """Whether the document names Python methods and attributes, as the contract does."""
        return any(
            isinstance(operation, dict) and "x-bitrise-method" in operation
            for item in self.raw["paths"].values()
            if isinstance(item, dict)
            for operation in item.values()
        )

    def _vetted(self, value: Any, path: tuple[str, ...]) -> Any:
        """A copy of plain values with names as text; YAML aliases count each time they are used."""
        self._values += 1
        if self._values > MAX_VALUES:
            raise DocumentError(f"it holds more than {MAX_VALUES:,} values (YAML aliases spelled out)")
        if len(path) > MAX_DEPTH:
            raise DocumentError(f"it is nested deeper than {MAX_DEPTH} levels, at {_place(path[:8])}/…")
        if isinstance(value, Mapping):
            return {str(key): self._vetted(item, (*path, str(key))) for key, item in value.items()}
        if isinstance(value, list):
            return [self._vetted(item, (*path, str(i))) for i, item in enumerate(value)]
        if isinstance(value, datetime.date):
            return value.isoformat()
        if value is None or isinstance(value, str | int | float | bool):
            return value
        raise DocumentError(f"it holds a {type(value).__name__}, which is not JSON, at {_place(path)}")

    def _check_references(self) -> None:
        pending: list[tuple[Any, tuple[str, ...]]] = [(self.raw, ())]
        while pending:
            value, path = pending.pop()
            if isinstance(value, list):
                pending.extend((item, (*path, str(i))) for i, item in enumerate(value))
            if not isinstance(value, dict):
                continue
            reference = value.get("$ref")
            if isinstance(reference, str):
                try:
                    self.resolve(reference)
                except DocumentError as error:
                    raise DocumentError(f"{error}, at {_place(path)}") from None
            pending.extend((item, (*path, key)) for key, item in value.items() if key not in _LITERAL)

    def _find(self, reference: str) -> Any:
        if not reference.startswith("#"):
            raise DocumentError(f"reference {reference!r} leads outside the document")
        found: Any = self.raw
        for part in reference[1:].split("/")[1:]:
            name = _unescape(part)
            if isinstance(found, dict) and name in found:
                found = found[name]
            elif isinstance(found, list) and name.isdecimal() and len(name) < 9 and int(name) < len(found):
                found = found[int(name)]
            else:
                raise DocumentError(f"reference {reference!r} leads nowhere")
        return found


class Budget:
    """Bounds the work of a comparison, which a hostile document could make exponential."""

    def __init__(self, steps: int = MAX_STEPS) -> None:
        self._left = steps

    def spend(self) -> None:
        """Count one step. Raises DocumentError when there is none left."""
        self._left -= 1
        if self._left < 0:
            raise DocumentError("the schemas are too entangled to be compared")


def schema_of(value: Any, place: str) -> Schema:
    """A schema as a mapping: true admits everything, false nothing."""
    if isinstance(value, bool):
        return {} if value else {"not": {}}
    return mapping(value, f"the schema of {place}")


def mapping(value: Any, place: str) -> dict[str, Any]:
    """The value, which has to be an object. Raises DocumentError naming the place."""
    if not isinstance(value, dict):
        raise DocumentError(f"{place} should be an object, not {_kind(value)}")
    return value


def sequence(value: Any, place: str) -> list[Any]:
    """The value, which has to be a list; none is an empty one. Raises DocumentError naming the place."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise DocumentError(f"{place} should be a list, not {_kind(value)}")
    return value


def _kind(value: Any) -> str:
    names = {type(None): "null", bool: "a boolean", str: "text", list: "a list", dict: "an object"}
    return names.get(type(value), "a number")


def _unescape(part: str) -> str:
    return unquote(part).replace("~1", "/").replace("~0", "~")


def _place(path: tuple[str, ...]) -> str:
    escaped = (part.replace("~", "~0").replace("/", "~1") for part in path)
    return "#/" + "/".join(escaped)

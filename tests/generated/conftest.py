"""What the tests of the generated package share: the contract, its operations, and values that a schema allows."""

import importlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
CONTRACT: dict[str, Any] = json.loads((ROOT / "spec" / "openapi.json").read_text("utf-8"))
METHODS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True)
class Operation:
    """An operation of the contract and the generated module for it."""

    path: str
    verb: str
    raw: dict[str, Any]
    shared: tuple[dict[str, Any], ...]

    @property
    def id(self) -> str:
        return str(self.raw["operationId"])

    @property
    def module(self) -> Any:
        from openapi_python_client.strings import PythonIdentifier

        tag = PythonIdentifier(self.raw["tags"][0], "tag")
        return importlib.import_module(f"bitrise_api.api.{tag}.{PythonIdentifier(self.id, 'field_')}")

    @property
    def parameters(self) -> list[dict[str, Any]]:
        return [*self.shared, *self.raw.get("parameters", [])]

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The JSON schemas of its successful answers."""
        return [
            media["schema"]
            for status, response in self.raw["responses"].items()
            if status.startswith("2")
            for kind, media in response.get("content", {}).items()
            if "json" in kind and "schema" in media
        ]


OPERATIONS = [
    Operation(path, verb, item[verb], tuple(item.get("parameters", [])))
    for path, item in CONTRACT["paths"].items()
    for verb in METHODS
    if verb in item
]


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = CONTRACT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


@dataclass
class Values:
    """Strategies for the JSON values that a schema of the contract allows, and for some that go beyond it.

    extras: objects may have members the contract does not know. unknown_enums: enums may have further values.
    """

    extras: bool = True
    unknown_enums: bool = False

    def of(self, schema: Any) -> st.SearchStrategy[Any]:
        if not isinstance(schema, dict) or not schema:
            return anything
        if "$ref" in schema:
            return st.deferred(lambda: self.of(resolved(schema)))
        if "allOf" in schema:
            return self.of(_merged(schema))
        branches = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
        if branches:
            return st.one_of([self.of(branch) for branch in branches])
        kinds = schema.get("type", "object" if "properties" in schema else None)
        if "enum" in schema:
            known = st.sampled_from(schema["enum"])
            return known | self._typed(kinds, {}) if self.unknown_enums else known
        if isinstance(kinds, list):
            return st.one_of([self._typed(kind, schema) for kind in kinds])
        return self._typed(kinds, schema)

    def _typed(self, kind: Any, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
        if isinstance(kind, list):
            return st.one_of([self._typed(each, schema) for each in kind])
        match kind:
            case "object":
                return self._object(schema)
            case "array":
                return st.lists(self.of(schema.get("items", {})), max_size=3)
            case "string":
                return moments if schema.get("format") == "date-time" else st.text(max_size=12)
            case "integer":
                return st.integers(schema.get("minimum"), schema.get("maximum"))
            case "number":
                return st.floats(allow_nan=False, allow_infinity=False) | st.integers()
            case "boolean":
                return st.booleans()
            case "null":
                return st.none()
        return anything

    def _object(self, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
        properties = schema.get("properties", {})
        values = schema.get("additionalProperties", True)
        others = self.of(values) if isinstance(values, dict) else anything
        if not properties:
            return st.dictionaries(st.text(max_size=8), others, max_size=3)
        required = set(schema.get("required", []))
        known = st.fixed_dictionaries(
            {key: self.of(each) for key, each in properties.items() if key in required},
            optional={key: self.of(each) for key, each in properties.items() if key not in required},
        )
        if not self.extras or values is False:
            return known
        names = st.text(max_size=8).filter(lambda name: name not in properties)
        return st.builds(lambda extra, told: {**extra, **told}, st.dictionaries(names, others, max_size=2), known)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=6), inner, max_size=2),
    max_leaves=4,
)


def _spelling(moment: datetime, digits: int, nanoseconds: int, offset: int | None, small: bool) -> str:
    zone = "Z" if offset is None else f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
    fraction = f".{nanoseconds:09}"[: digits + 1] if digits else ""
    text = f"{moment:%Y-%m-%dT%H:%M:%S}".rjust(19, "0") + fraction + zone
    return text.lower() if small else text


moments = st.builds(
    _spelling,
    st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)),
    st.integers(0, 9),
    st.integers(0, 999_999_999),
    st.none() | st.integers(-1439, 1439),
    st.booleans(),
) | st.sampled_from(["0001-01-01T00:00:00Z", "2016-12-31T23:59:60Z", "2022-07-18T13:12:35.100Z"])


def _merged(schema: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = dict(schema.get("properties", {}))
    required: list[str] = list(schema.get("required", []))
    for part in map(resolved, schema["allOf"]):
        part = _merged(part) if "allOf" in part else part
        properties |= part.get("properties", {})
        required += part.get("required", [])
    return {"type": "object", "properties": properties, "required": required}


@pytest.fixture(scope="session")
def contract() -> dict[str, Any]:
    return CONTRACT


@pytest.fixture(scope="session")
def published() -> dict[str, Path]:
    """The published documents that stand beside the repository, by date; the one of the repository otherwise."""
    folder = ROOT.parent / "shared" / "published"
    found = {path.stem: path for path in sorted(folder.glob("*.json"))}
    return found or {"published": ROOT / "spec" / "published.json"}


@pytest.fixture(scope="session")
def operations() -> list[Operation]:
    return OPERATIONS


@pytest.fixture(scope="session")
def values() -> Callable[..., Values]:
    return Values


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "operation" in metafunc.fixturenames:
        metafunc.parametrize("operation", OPERATIONS, ids=[each.id for each in OPERATIONS])
    if "answering" in metafunc.fixturenames:  # operations whose success is described
        described = [each for each in OPERATIONS if any(each.answers)]
        metafunc.parametrize("answering", described, ids=[each.id for each in described])

"""The contract as the server needs it: operations with their parameters, bodies and answers, read at start."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

Schema = Mapping[str, Any]

METHODS = ("get", "put", "post", "delete", "patch", "options", "head", "trace")
JSON = "application/json"


class ContractError(ValueError):
    """The contract cannot be read; the message names the file and what is wrong with it."""


@dataclass(frozen=True)
class Parameter:
    name: str
    place: str
    required: bool
    schema: Schema
    explode: bool = True


@dataclass(frozen=True)
class Response:
    status: int
    media_type: str | None
    schema: Schema | None


@dataclass(frozen=True)
class Envelope:
    """How a success answer holds the thing: under which key (None: bare), and whether it is a list."""

    key: str | None
    is_list: bool
    item: Schema | None


@dataclass(frozen=True, eq=False)
class Operation:
    id: str
    method: str
    template: str
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, Schema]
    body_required: bool
    responses: Mapping[int, Response]
    secured: bool
    pagination: Mapping[str, Any] | None
    contract: Contract = field(repr=False)

    @cached_property
    def segments(self) -> tuple[str, ...]:
        return tuple(self.template.strip("/").split("/"))

    @cached_property
    def on_item(self) -> bool:
        """Whether the path ends in a parameter."""
        return self.segments[-1].startswith("{")

    @cached_property
    def queries(self) -> Mapping[str, Parameter]:
        return {p.name: p for p in self.parameters if p.place == "query"}

    @cached_property
    def paths(self) -> Mapping[str, Parameter]:
        return {p.name: p for p in self.parameters if p.place == "path"}

    @cached_property
    def success(self) -> Response:
        """The documented success: 201 of a POST that has it, else the lowest 2xx; a bare 200 when there is none."""
        good = sorted(status for status in self.responses if 200 <= status < 300)
        if self.method == "POST" and 201 in good:
            return self.responses[201]
        return self.responses[good[0]] if good else Response(200, None, None)

    @cached_property
    def envelope(self) -> Envelope:
        return self.contract.envelope(self.success.schema)


class Contract:
    """An OpenAPI 3.1 document, read once."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.operations: dict[str, Operation] = {}
        for operation in self._read_operations():
            self.operations[operation.id] = operation

    @cached_property
    def templates(self) -> frozenset[str]:
        return frozenset(operation.template for operation in self.operations.values())

    def resolve(self, schema: Schema | None) -> Schema:
        """The schema with its `$ref` followed, a lone `allOf` merged and the null branch of a union set aside."""
        schema = schema or {}
        for _ in range(32):
            if "$ref" in schema:
                schema = self._pointer(schema["$ref"])
                continue
            branches = schema.get("anyOf") or schema.get("oneOf")
            if branches:
                schema = next((b for b in branches if b.get("type") != "null"), {})
                continue
            if "allOf" in schema:
                return self._merge(schema)
            break
        return schema

    def nullable(self, schema: Schema | None) -> bool:
        if not schema:
            return True
        if "$ref" in schema:
            return self.nullable(self._pointer(schema["$ref"]))
        kind = schema.get("type")
        if kind is not None:
            return kind == "null" or (isinstance(kind, list) and "null" in kind)
        branches = schema.get("anyOf") or schema.get("oneOf")
        if branches:
            return any(self.nullable(branch) for branch in branches)
        return not (set(schema) & {"allOf", "enum", "const"})

    def properties(self, schema: Schema | None) -> Mapping[str, Schema]:
        found: Mapping[str, Schema] = self.resolve(schema).get("properties", {})
        return found

    def envelope(self, schema: Schema | None) -> Envelope:
        resolved = self.resolve(schema)
        if _kind(resolved) == "array":
            return Envelope(None, True, resolved.get("items"))
        properties = resolved.get("properties", {})
        key = "data" if "data" in properties else None
        if key is None and len(properties) == 1:
            only = next(iter(properties))
            key = only if _kind(self.resolve(properties[only])) == "array" else None
        if key is None:
            return Envelope(None, False, schema)
        inner = self.resolve(properties[key])
        if _kind(inner) == "array":
            return Envelope(key, True, inner.get("items"))
        return Envelope(key, False, properties[key])

    def standalone(self, schema: Schema) -> dict[str, Any]:
        """The schema with the components it refers to, ready for a validator that knows no document."""
        parts: dict[str, Any] = {}
        todo = [schema]
        while todo:
            for ref in _references(todo.pop()):
                name = ref.removeprefix("#/components/schemas/")
                if name not in parts:
                    parts[name] = self._pointer(ref)
                    todo.append(parts[name])
        return {**schema, "components": {"schemas": parts}} if parts else dict(schema)

    def _pointer(self, ref: str) -> Schema:
        node: Any = self.document
        for token in ref.removeprefix("#/").split("/"):
            node = node[token.replace("~1", "/").replace("~0", "~")]
        found: Schema = node
        return found

    def _merge(self, schema: Schema) -> Schema:
        merged: dict[str, Any] = {k: v for k, v in schema.items() if k != "allOf"}
        for part in schema["allOf"]:
            for key, value in self.resolve(part).items():
                if key == "properties":
                    merged["properties"] = {**merged.get("properties", {}), **value}
                elif key == "required":
                    merged["required"] = [*merged.get("required", []), *value]
                else:
                    merged.setdefault(key, value)
        return merged

    def _read_operations(self) -> Iterator[Operation]:
        everywhere = self.document.get("security")
        for template, item in self.document.get("paths", {}).items():
            shared = item.get("parameters", [])
            for method in METHODS:
                if method in item:
                    yield self._read(template, method, item[method], shared, everywhere)

    def _read(self, template: str, method: str, node: Any, shared: list[Any], everywhere: Any) -> Operation:
        body = self._follow(node.get("requestBody", {}))
        security = node.get("security", everywhere)
        parameters = {}
        for raw in (*shared, *node.get("parameters", [])):
            one = self._follow(raw)
            place, name = one["in"], one["name"]
            required = bool(one.get("required", place == "path"))
            explode = bool(one.get("explode", one.get("style", "form") == "form"))
            parameters[place, name] = Parameter(name, place, required, one.get("schema", {}), explode)
        responses = {}
        for status, raw in node.get("responses", {}).items():
            if str(status).isdigit():
                responses[int(status)] = self._response(int(status), self._follow(raw))
        return Operation(
            id=node.get("operationId", f"{method} {template}"),
            method=method.upper(),
            template=template,
            parameters=tuple(parameters.values()),
            bodies={media: content.get("schema", {}) for media, content in body.get("content", {}).items()},
            body_required=bool(body.get("required", False)),
            responses=responses,
            secured=bool(security) and {} not in security,
            pagination=node.get("x-bitrise-pagination"),
            contract=self,
        )

    def _response(self, status: int, node: Mapping[str, Any]) -> Response:
        content = node.get("content", {})
        if not content:
            return Response(status, None, None)
        media = JSON if JSON in content else next(iter(content))
        return Response(status, media, content[media].get("schema"))

    def _follow(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        return self._pointer(node["$ref"]) if "$ref" in node else node


def load_contract(path: str | Path | None = None) -> Contract:
    """Read the contract from ``path``, by default the one installed beside this file or the repository's.

    Raises:
        ContractError: the file is missing or isn't an OpenAPI 3 document in JSON.
    """
    source = Path(path) if path is not None else _default_path()
    try:
        document = json.loads(source.read_bytes())
    except OSError as error:
        raise ContractError(f"cannot read the contract {source}: {error.strerror}") from None
    except ValueError as error:
        raise ContractError(f"the contract {source} is not JSON: {error}") from None
    if not isinstance(document, dict) or not str(document.get("openapi", "")).startswith("3."):
        raise ContractError(f"the contract {source} is not an OpenAPI 3 document")
    return Contract(document)


def _default_path() -> Path:
    here = Path(__file__).resolve()
    installed = here.with_name("openapi.json")
    return installed if installed.exists() else here.parents[2] / "spec" / "openapi.json"


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def _kind(schema: Schema) -> str | None:
    kind = schema.get("type")
    if isinstance(kind, list):
        return next((k for k in kind if k != "null"), None)
    return kind

"""What a schema says once references, allOf and the three ways to write null are seen through."""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.canonical import PROSE
from pipeline.changes.document import Budget, Document, Schema, schema_of
from pipeline.changes.rules import BOUNDS, CONSTRAINTS, SIZES
from pipeline.errors import DocumentError

# What is said of the place where a schema is used rather than of the values it admits.
USAGE = frozenset({"default", "deprecated", "readOnly", "writeOnly", "nullable", "x-nullable", "x-bitrise-attribute"})
_UNIONS = ("anyOf", "oneOf")
# Go's nullable types, which older documents show as the structs they are inside the server. On the wire they
# are plain values or null, as the documents since 2025 say.
_WIRE_TYPES: Mapping[frozenset[str], Schema] = {
    frozenset({"string", "valid"}): {"type": "string", "x-nullable": True},
    frozenset({"int64", "valid"}): {"type": "integer", "x-nullable": True},
}
_NOTHING: Schema = {"not": {}}
_READ = (
    {"$ref", "allOf", "type", "properties", "required", "items", "additionalProperties", "format", "enum", "const"}
    | USAGE
    | set(_UNIONS)
    | set(BOUNDS)
    | set(CONSTRAINTS)
)
_IGNORED = PROSE | {"$comment", "$schema", "$id", "$defs", "definitions", "discriminator", "xml"}


@dataclass(frozen=True)
class Use:
    """A schema where it is used: what the place adds, and the schema itself, named or written out."""

    reference: str | None
    schema: Schema
    nullable: bool
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Property:
    """A property and the reference of the schema that states it (None: written out in place)."""

    schema: Schema
    owner: str | None


@dataclass
class Shape:
    """The values that a schema admits.

    `types` None admits every type. `bases` are the references that were joined into it; `required` maps each
    required property to the base that says so (None: said in place).
    """

    source: Schema
    bases: set[str] = field(default_factory=set)
    types: frozenset[str] | None = None
    nullable: bool = False
    properties: dict[str, Property] = field(default_factory=dict)
    required: dict[str, str | None] = field(default_factory=dict)
    items: Schema | None = None
    extra: Schema | None = None
    variants: list[Schema] = field(default_factory=list)
    format: str | None = None
    enum: dict[str, Any] | None = None
    bounds: dict[str, float] = field(default_factory=dict)
    constraints: dict[str, Any] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)

    @property
    def is_free(self) -> bool:
        """Whether nothing is said of the values."""
        return self.types is None and not self.variants and self.enum is None


class Shapes:
    """Reads the schemas of one document."""

    def __init__(self, document: Document, budget: Budget) -> None:
        self.document = document
        self._budget = budget

    def use(self, schema: Schema) -> Use:
        """See through wrappers that only name another schema, as in `anyOf: [{$ref: …}, {type: null}]`."""
        facts: dict[str, Any] = {}
        nullable = False
        reference: str | None = None
        visited: set[str] = set()
        while True:
            self._budget.spend()
            facts = {**{key: schema[key] for key in USAGE & schema.keys()}, **facts}
            nullable = nullable or _flagged(schema)
            said = {key for key in schema if key not in _IGNORED and key not in USAGE and not _is_note(key)}
            wrapped, admits_null = _wrapped(schema, said)
            nullable = nullable or admits_null
            if said == {"$ref"}:
                target = str(schema["$ref"])
                if target in visited:
                    raise DocumentError(f"reference {target!r} leads back to itself")
                visited.add(target)
                reference = reference or target
                schema = self._resolved(target)
            elif wrapped is not None:
                schema = wrapped
            elif (wire := _on_the_wire(schema)) is not None:
                return Use(None, wire, True, facts)
            else:
                return Use(reference, schema, nullable, facts)

    def shape(self, schema: Schema, owner: str | None) -> Shape:
        """Join the parts of a schema; `owner` is the reference that it stands under, if any."""
        shape = Shape(schema, bases=set() if owner is None else {owner})
        explicit_null: list[bool] = []
        visited: set[str] = set()
        pending = deque([(schema, owner)])
        while pending:
            self._budget.spend()
            part, part_owner = pending.popleft()
            reference = part.get("$ref")
            if isinstance(reference, str) and reference not in visited:
                visited.add(reference)
                shape.bases.add(reference)
                pending.append((self._resolved(reference), reference))
            for inner in _schemas(part.get("allOf"), "allOf"):
                pending.append((inner, part_owner))
            shape.nullable = shape.nullable or _flagged(part)
            _join_types(shape, part, explicit_null)
            _join_object(shape, part, part_owner)
            _join_values(shape, part)
            pending.extend((single, part_owner) for single in _join_variants(shape, part))
        shape.nullable = shape.nullable or (bool(explicit_null) and all(explicit_null))
        if shape.nullable and shape.enum is not None:
            shape.enum.pop("null", None)
        return shape

    def name(self, reference: str) -> str:
        """The schema's name as its document's users know it."""
        return self.document.schema_name(reference)

    def _resolved(self, reference: str) -> Schema:
        return schema_of(self.document.resolve(reference), reference)


def canonical(value: Any) -> str:
    """A value as text that is equal for equal values, whichever version wrote its references."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False).replace("#/definitions/", "#/components/schemas/")


def _on_the_wire(schema: Schema) -> Schema | None:
    properties = schema.get("properties")
    return _WIRE_TYPES.get(frozenset(properties)) if isinstance(properties, dict) else None


def _wrapped(schema: Schema, said: set[str]) -> tuple[Schema | None, bool]:
    """The one schema inside an allOf, anyOf or oneOf that says nothing else, and whether null is admitted."""
    if len(said) != 1:
        return None, False
    (keyword,) = said
    if keyword not in ("allOf", *_UNIONS):
        return None, False
    inner = _schemas(schema[keyword], keyword)
    real = inner if keyword == "allOf" else [branch for branch in inner if not _is_null(branch)]
    return (real[0], len(real) < len(inner)) if len(real) == 1 else (None, False)


def _join_types(shape: Shape, part: Schema, explicit_null: list[bool]) -> None:
    stated = part.get("type")
    if stated is None and "properties" in part:
        stated = "object"
    if stated is None and "items" in part:
        stated = "array"
    if stated is None:
        return
    names = {str(name) for name in (stated if isinstance(stated, list) else [stated])}
    explicit_null.append("null" in names)
    names.discard("null")
    if "number" in names:
        names.add("integer")
    shape.types = frozenset(names) if shape.types is None else (shape.types & names or frozenset(names))


def _join_object(shape: Shape, part: Schema, owner: str | None) -> None:
    properties = part.get("properties", {})
    if not isinstance(properties, dict):
        raise DocumentError("`properties` of a schema should be an object")
    for name, raw in properties.items():
        schema = schema_of(raw, f"property {name}")
        known = shape.properties.setdefault(name, Property(schema, owner))
        shape.properties[name] = Property(_both(known.schema, schema), known.owner)
    required = part.get("required")
    if isinstance(required, list):
        for name in required:
            shape.required.setdefault(str(name), owner)
    if "items" in part:
        items = part["items"]
        if isinstance(items, list):
            shape.rest["items"] = items
        else:
            shape.items = _both(shape.items, schema_of(items, "items"))
    if "additionalProperties" in part:
        shape.extra = _both(shape.extra, schema_of(part["additionalProperties"], "additionalProperties"))


def _join_values(shape: Shape, part: Schema) -> None:
    if isinstance(part.get("format"), str):
        shape.format = part["format"]
    values = [part["const"]] if "const" in part else part.get("enum")
    if isinstance(values, list):
        admitted = {canonical(value): value for value in values}
        shape.enum = admitted if shape.enum is None else {k: v for k, v in shape.enum.items() if k in admitted}
    for keyword, value in _numeric_bounds(part).items():
        side = BOUNDS[keyword]
        known = shape.bounds.get(keyword)
        shape.bounds[keyword] = value if known is None else side * min(side * known, side * value)
    for keyword in CONSTRAINTS:
        if keyword in part and part[keyword] is not False:
            shape.constraints[keyword] = part[keyword]
    for keyword, value in part.items():
        if keyword not in _READ and keyword not in _IGNORED and (keyword == "x-enum-varnames" or not _is_note(keyword)):
            shape.rest[keyword] = value


def _join_variants(shape: Shape, part: Schema) -> Iterator[Schema]:
    """Note the alternatives of a part; where there is but one beside null, it is a part itself and handed back."""
    for union in _UNIONS:
        variants = _schemas(part.get(union), union)
        real = [variant for variant in variants if not _is_null(variant)]
        shape.nullable = shape.nullable or len(real) < len(variants)
        if len(real) == 1:
            yield real[0]
        else:
            shape.variants.extend(real)


def _both(known: Schema | None, other: Schema) -> Schema:
    """What satisfies two parts of a schema, when there is a first one."""
    if known is None or canonical(known) == canonical(other):
        return other
    if _NOTHING in (known, other):
        return _NOTHING
    return {"allOf": [known, other]}


def _numeric_bounds(part: Schema) -> dict[str, float]:
    """Bounds as numbers; older versions write an exclusive bound as a flag beside the bound."""
    bounds = {
        keyword: part[keyword]
        for keyword in BOUNDS
        if isinstance(part.get(keyword), int | float) and not isinstance(part[keyword], bool)
    }
    for plain, exclusive in (("maximum", "exclusiveMaximum"), ("minimum", "exclusiveMinimum")):
        if part.get(exclusive) is True and plain in bounds:
            bounds[exclusive] = bounds.pop(plain)
    return {key: value for key, value in bounds.items() if not (key in SIZES and value <= 0)}


def _schemas(value: Any, keyword: str) -> list[Schema]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise DocumentError(f"`{keyword}` of a schema should be a list")
    return [schema_of(item, keyword) for item in value]


def _is_null(schema: Schema) -> bool:
    return schema.get("type") in ("null", ["null"])


def _flagged(schema: Schema) -> bool:
    return schema.get("nullable") is True or schema.get("x-nullable") is True


def _is_note(keyword: str) -> bool:
    return keyword.startswith("x-")

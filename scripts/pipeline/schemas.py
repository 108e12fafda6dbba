"""The schemas of the contract in the words of the generator.

Nulls of optional properties are left out, since the templates read null and an absent key both as None; so are
defaults and bounds. Every inline object and enum is given a name and a place among the schemas, so that no type is
named after a path.

Two types the generator does not have travel under a mark in `example`, which the templates understand:
`FREE_FORM` (an object of any content) and `MAPPING` (an object whose values are all alike, spelt as an array of them).
"""

from collections.abc import Mapping
from typing import Any

from pipeline.errors import DocumentError
from pipeline.python_names import class_name, class_names, enum_names, module_name, pascal

FREE_FORM = "object"
MAPPING = "mapping"

REF = "#/components/schemas/"
NULL = {"type": "null"}
CARRIED = ("description", "deprecated", "x-bitrise-attribute", "x-bitrise-secret", "x-bitrise-zero-time")


class Schemas:
    """Lowers schemas one by one, and keeps those that they refer to until they are asked for."""

    def __init__(self, schemas: Mapping[str, Any]) -> None:
        self.schemas = schemas
        self.classes = class_names(schemas)
        self.lowered: dict[str, Any] = {}
        self.pending: list[str] = []

    def all(self) -> dict[str, Any]:
        """Every schema that was referred to, by the name of its class."""
        while self.pending:
            name = self.pending.pop()
            if name not in self.lowered:
                self.lowered[name] = {}
                self.lowered[name] = self.body_of(self.named(name), self.classes[name])
        return {self.classes.get(name, name): schema for name, schema in sorted(self.lowered.items())}

    def schema(self, schema: Any, name: str) -> dict[str, Any]:
        """`schema` without its nulls; an inline object or enum becomes the schema `name`."""
        if not isinstance(schema, Mapping):
            return {}
        if "$ref" in schema:
            return {"$ref": REF + self.refer(schema["$ref"])}
        lowered = self.body_of(schema, name)
        if "enum" in lowered or "properties" in lowered:
            name = self.free_name(str(schema.get("x-bitrise-name") or name), lowered)
            self.lowered[name] = lowered
            return {"$ref": REF + name}
        return lowered

    def element(self, schema: Any, name: str) -> dict[str, Any]:
        """`schema` with its nulls: where None would otherwise be an absent key."""
        lowered = self.schema(schema, name)
        return {"anyOf": [lowered, NULL]} if self.admits_null(schema) else lowered

    def body_of(self, schema: Any, name: str) -> dict[str, Any]:
        """The keywords of `schema`, its parts lowered."""
        if not isinstance(schema, Mapping):
            return {}
        if "$ref" in schema:
            return {"$ref": REF + self.refer(schema["$ref"])}
        if schema.get("allOf"):
            return self.body_of(self.merged(schema), name)
        branches = [each for key in ("anyOf", "oneOf") for each in schema.get(key, []) if each != NULL]
        if branches:
            return self.union(branches, name)
        words = {key: schema[key] for key in CARRIED if key in schema}
        types = _types(schema)
        values = [value for value in schema.get("enum", []) if value is not None]
        if values and {type(value) for value in values} in ({str}, {int}):
            names = enum_names(values, schema.get("x-enum-varnames") or [])
            value_type = "string" if isinstance(values[0], str) else "integer"
            return {"type": value_type, "enum": values, "x-enum-varnames": names, **words}
        if len(types) > 1:
            return self.union([{**schema, "type": kind} for kind in types], name)
        kind = types[0] if types else "object" if "properties" in schema else None
        if kind == "object":
            return {**self.object(schema, name), **words}
        if kind == "array":
            return {"type": "array", "items": self.element(schema.get("items", {}), f"{name}Item"), **words}
        if kind == "string" and schema.get("format") == "date-time":
            words["format"] = "date-time"
        return {"type": kind, **words} if kind else words

    def object(self, schema: Mapping[str, Any], name: str) -> dict[str, Any]:
        if not schema.get("properties"):
            values = schema.get("additionalProperties")
            if isinstance(values, Mapping) and values:
                return {"type": "array", "items": self.element(values, f"{name}Value"), "example": MAPPING}
            return {"example": FREE_FORM}
        required = [key for key in dict.fromkeys(schema.get("required", [])) if key in schema["properties"]]
        properties = {}
        for key in [*required, *(key for key in schema["properties"] if key not in required)]:
            each = schema["properties"][key]
            inner = name + pascal(key)
            lowered = self.element(each, inner) if key in required else self.schema(each, inner)
            told = {word: each[word] for word in CARRIED if isinstance(each, Mapping) and word in each}
            if isinstance(each, Mapping) and each.get("format") == "password":
                told["x-bitrise-secret"] = True
            properties[key] = {**lowered, **told}
        return {"type": "object", "properties": properties, "required": required}

    def union(self, branches: list[Any], name: str) -> dict[str, Any]:
        if len(branches) == 1:
            return self.body_of(branches[0], name)
        options = [self.schema(branch, f"{name}Option{index}") for index, branch in enumerate(branches, 1)]
        if len(options) > 1:  # a text that may be a moment comes back as it was spelt only as text
            options = [{word: each[word] for word in each if word != "format"} for each in options]
        distinct = [each for index, each in enumerate(options) if each not in options[:index]]
        return distinct[0] if len(distinct) == 1 else {"anyOf": distinct}

    def merged(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """An `allOf` as one schema; what only describes or only says "an object" adds nothing."""
        parts = [part for part in schema["allOf"] if isinstance(part, Mapping) and part not in ({}, {"type": "object"})]
        rest = {key: value for key, value in schema.items() if key != "allOf"}
        if len(parts) == 1 and not rest.keys() - set(CARRIED) - {"type"}:
            return parts[0]
        result: dict[str, Any] = {}
        for part in [*(self.flat(part) for part in parts), rest]:
            properties = {**result.get("properties", {}), **part.get("properties", {})}
            required = [*result.get("required", []), *part.get("required", [])]
            result = {**result, **part, "properties": properties, "required": list(dict.fromkeys(required))}
        return result if result["properties"] else {key: result[key] for key in result if key != "properties"}

    def flat(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """`schema` itself where it is a reference, its parts as one."""
        schema = self.target(schema)
        return self.merged(schema) if schema.get("allOf") else schema

    def target(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """What a reference refers to in the end."""
        seen: list[str] = []
        while "$ref" in schema:
            if schema["$ref"] in seen:
                raise DocumentError(f"{schema['$ref']} refers to itself")
            seen.append(schema["$ref"])
            schema = self.named(schema["$ref"].removeprefix(REF))
        return schema

    def properties(self, schema: Any) -> Mapping[str, Any]:
        found = self.flat(schema).get("properties", {}) if isinstance(schema, Mapping) else {}
        return found if isinstance(found, Mapping) else {}

    def admits_null(self, schema: Any) -> bool:
        if not isinstance(schema, Mapping):
            return False
        schema = self.target(schema)
        kinds = schema.get("type")
        branches = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
        return kinds == "null" or "null" in (kinds or []) or any(self.admits_null(each) for each in branches)

    def refer(self, reference: str) -> str:
        name = reference.removeprefix(REF)
        self.named(name)
        self.pending.append(name)
        return self.classes[name]

    def named(self, name: str) -> Any:
        if name not in self.schemas:
            raise DocumentError(f"{REF + name} is referred to and does not exist")
        return self.schemas[name]

    def free_name(self, name: str, lowered: Mapping[str, Any]) -> str:
        """`name`, or the next number behind it, as the name of an inline schema."""
        base = class_name(name)
        candidates = (base if number == 1 else f"{base}{number}" for number in range(1, 1000))
        modules = {module_name(each) for each in self.classes.values()}
        for candidate in candidates:
            if module_name(candidate) not in modules and self.lowered.get(candidate, lowered) == lowered:
                return candidate
        raise DocumentError(f"too many schemas would be named {base!r}")


def _types(schema: Mapping[str, Any]) -> list[str]:
    kinds = schema.get("type")
    listed = kinds if isinstance(kinds, list) else [kinds] if kinds else []
    return [kind for kind in listed if kind != "null"]

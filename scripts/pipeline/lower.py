"""The contract in the words of the generator: the same operations and types, without what its templates do without.

The templates read null and an absent key both as None, raise on every answer that is not a success and check no
bounds; so nulls of optional properties, error answers, defaults and bounds are left out here. Every inline object and
enum is given a name and a place among the schemas, so that no type is named after a path.

Two types the generator does not have travel under a mark in `example`, which the templates understand:
`FREE_FORM` (an object of any content) and `MAPPING` (an object whose values are all alike, spelt as an array of them).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from openapi_python_client.strings import ClassName, PythonIdentifier

from pipeline.errors import DocumentError

FREE_FORM = "object"
MAPPING = "mapping"
CALL = "x-call"

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
REF = "#/components/schemas/"
NULL = {"type": "null"}
CARRIED = ("description", "deprecated", "x-bitrise-attribute", "x-bitrise-secret", "x-bitrise-zero-time")
PARAMETER = ("name", "in", "required", "description", "style", "explode")

# Class names that the templates use themselves.
TAKEN = frozenset({"Any", "Enum", "IntEnum", "Mapping", "Model", "Self", "StrEnum", "TYPE_CHECKING"})


def lower(contract: Mapping[str, Any]) -> dict[str, Any]:
    """The document to generate from.

    Each operation carries under `CALL` what its templates need to know beside parameters and types: resource, method,
    path template, media type of a text body, kind of answer, pagination and the property to unwrap.
    Raises DocumentError naming the construct that cannot be generated.
    """
    return _Lowering(json.loads(json.dumps(contract, sort_keys=True))).document()


class _Lowering:
    def __init__(self, contract: Mapping[str, Any]) -> None:
        self.contract = contract
        self.components = contract.get("components", {})
        self.schemas = self.components.get("schemas", {})
        self.classes = _class_names(self.schemas)
        self.lowered: dict[str, Any] = {}
        self.pending: list[str] = []

    def document(self) -> dict[str, Any]:
        paths: dict[str, Any] = {}
        for path, item in self.contract["paths"].items():
            for method in METHODS:
                if method in item:
                    operation = self.operation(path, item, item[method])
                    paths.setdefault(path, {})[method] = operation
        while self.pending:
            name = self.pending.pop()
            if name not in self.lowered:
                self.lowered[name] = {}
                self.lowered[name] = self.body_of(self.named(name), self.classes[name])
        schemas = {self.classes.get(name, name): schema for name, schema in sorted(self.lowered.items())}
        info = self.contract.get("info", {})
        return {
            "openapi": "3.1.0",
            "info": {"title": str(info.get("title") or "api"), "version": str(info.get("version") or "0")},
            "servers": self.contract.get("servers", []),
            "paths": paths,
            "components": {"schemas": schemas},
        }

    # Operations

    def operation(self, path: str, item: Mapping[str, Any], operation: Mapping[str, Any]) -> dict[str, Any]:
        where = operation["operationId"]
        tag = (operation.get("tags") or ["default"])[0]
        resource, method = self.resource_and_method(tag, operation)
        name = _pascal(f"{resource} {method}")
        parameters = [self.parameter(where, name, each) for each in _parameters(self.contract, item, operation)]
        text_body, body = self.request_body(where, name, operation.get("requestBody"))
        accept, answer = self.answer(where, name, operation.get("responses", {}))
        lowered = {
            "operationId": where,
            "tags": [tag],
            "summary": operation.get("summary", ""),
            "description": operation.get("description", ""),
            "security": operation.get("security", self.contract.get("security", [])),
            "parameters": parameters,
            "responses": {"200": {"description": "", **({"content": {"application/json": answer}} if answer else {})}},
            CALL: {
                "resource": resource,
                "method": method,
                "template": path,
                "deprecated": bool(operation.get("deprecated")),
                "text_body": text_body,
                "accept": accept,
                "may_be_empty": self.may_be_empty(operation.get("responses", {})),
                "pagination": operation.get("x-bitrise-pagination"),
                "unwrap": self.unwrapped(where, operation, answer),
                "joined": {
                    each["name"]: {"spaceDelimited": " ", "pipeDelimited": "|"}.get(each.get("style", ""), ",")
                    for each in parameters
                    if each["in"] == "query" and each.get("explode") is False
                },
            },
        }
        if body:
            lowered["requestBody"] = body
        return lowered

    def resource_and_method(self, tag: str, operation: Mapping[str, Any]) -> tuple[str, str]:
        tags = {each["name"]: each for each in self.contract.get("tags", []) if isinstance(each, dict)}
        resource = operation.get("x-bitrise-resource") or tags.get(tag, {}).get("x-bitrise-resource") or tag
        return resource, operation.get("x-bitrise-method") or operation["operationId"]

    def parameter(self, where: str, name: str, parameter: Mapping[str, Any]) -> dict[str, Any]:
        if parameter["in"] == "cookie":
            raise DocumentError(f"{where}: cookie parameter {parameter['name']!r} cannot be generated")
        lowered = {key: parameter[key] for key in PARAMETER if key in parameter}
        return {**lowered, "schema": self.schema(parameter.get("schema", {}), name + _pascal(parameter["name"]))}

    def request_body(self, where: str, name: str, body: Any) -> tuple[str | None, dict[str, Any] | None]:
        """The media type of a body given as text, and the body given as JSON, if any."""
        body = self.resolve(body, "requestBodies")
        if not body:
            return None, None
        medias = [media for kind, media in body["content"].items() if _is_json(kind)]
        texts = [kind for kind in body["content"] if _is_text(kind)]
        for kind in body["content"]:
            if not _is_json(kind) and not _is_text(kind):
                raise DocumentError(f"{where}: a request body of {kind!r} cannot be generated")
        required = bool(body.get("required"))
        if not medias:
            return texts[0], {"required": required, "content": {"application/json": {"schema": {"type": "string"}}}}
        schema = self.schema(medias[0].get("schema", {}), f"{name}Body")
        return (texts or [None])[0], {
            "required": required,
            "content": {"application/json": {"schema": schema}},
        }

    def answer(self, where: str, name: str, responses: Mapping[str, Any]) -> tuple[str, dict[str, Any] | None]:
        """What the answer is read as ("json", "text" or "none") and the schema of its JSON, if it says one."""
        successes = {status: self.resolve(each, "responses") for status, each in responses.items() if status[0] == "2"}
        contents = [each["content"] for each in successes.values() if each.get("content")]
        for kind in (kind for content in contents for kind in content):
            if not _is_json(kind) and not _is_text(kind):
                raise DocumentError(f"{where}: an answer of {kind!r} cannot be generated")
        schemas = [
            media["schema"]
            for content in contents
            for kind, media in content.items()
            if _is_json(kind) and "schema" in media
        ]
        distinct = [schema for index, schema in enumerate(schemas) if schema not in schemas[:index]]
        if distinct:
            schema = distinct[0] if len(distinct) == 1 else {"anyOf": distinct}
            lowered = self.element(schema, f"{name}Response")
            return "json", {"schema": lowered}
        if any(_is_text(kind) for content in contents for kind in content):
            return "text", {"schema": {"type": "string"}}
        if successes and not contents and all(status in ("204", "205") for status in successes):
            return "none", None
        return "json", None

    def may_be_empty(self, responses: Mapping[str, Any]) -> bool:
        """Whether some of the documented successes have a body and some have none."""
        bodies = [
            bool(self.resolve(each, "responses").get("content"))
            for status, each in responses.items()
            if status[0] == "2"
        ]
        return any(bodies) and not all(bodies)

    def unwrapped(self, where: str, operation: Mapping[str, Any], answer: Mapping[str, Any] | None) -> str | None:
        """The property that holds the thing an answer is about; None when the answer is the thing."""
        told = operation.get("x-bitrise-unwrap")
        if told is False or not answer:
            return None
        if told and told != "optional":
            return str(told)
        schemas = [
            response["schema"]
            for status, each in operation["responses"].items()
            if status[0] == "2"
            for kind, response in self.resolve(each, "responses").get("content", {}).items()
            if _is_json(kind) and "schema" in response
        ]
        properties = [set(self.properties(schema)) for schema in schemas]
        enveloped = properties and all({"data"} <= each <= {"data", "paging"} for each in properties)
        return "data" if told == "optional" or enveloped else None

    # Schemas

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
            names = _enum_names(values, schema.get("x-enum-varnames") or [])
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
            inner = name + _pascal(key)
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
        while "$ref" in schema:
            schema = self.named(schema["$ref"].removeprefix(REF))
        return self.merged(schema) if schema.get("allOf") else schema

    def properties(self, schema: Any) -> Mapping[str, Any]:
        found = self.flat(schema).get("properties", {}) if isinstance(schema, Mapping) else {}
        return found if isinstance(found, Mapping) else {}

    def admits_null(self, schema: Any) -> bool:
        if not isinstance(schema, Mapping):
            return False
        if "$ref" in schema:
            return self.admits_null(self.named(schema["$ref"].removeprefix(REF)))
        kinds = schema.get("type")
        branches = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
        return kinds == "null" or "null" in (kinds or []) or any(self.admits_null(each) for each in branches)

    # Names and references

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
        base = _class_name(name)
        candidates: Iterator[str] = (base if number == 1 else f"{base}{number}" for number in range(1, 1000))
        modules = {_module(each) for each in self.classes.values()}
        for candidate in candidates:
            if _module(candidate) not in modules and self.lowered.get(candidate, lowered) == lowered:
                return candidate
        raise DocumentError(f"too many schemas would be named {base!r}")

    def resolve(self, node: Any, section: str) -> Mapping[str, Any]:
        if not isinstance(node, Mapping):
            return {}
        prefix = f"#/components/{section}/"
        if "$ref" not in node:
            return node
        name = node["$ref"].removeprefix(prefix)
        if name not in self.components.get(section, {}):
            raise DocumentError(f"{node['$ref']} is referred to and does not exist")
        return self.resolve(self.components[section][name], section)


def _parameters(
    contract: Mapping[str, Any], item: Mapping[str, Any], operation: Mapping[str, Any]
) -> list[Mapping[str, Any]]:
    """The parameters of an operation, those of its path included, in order of place in the path."""
    shared = contract.get("components", {}).get("parameters", {})
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for parameter in [*item.get("parameters", []), *operation.get("parameters", [])]:
        if "$ref" in parameter:
            name = parameter["$ref"].rpartition("/")[2]
            if name not in shared:
                raise DocumentError(f"{parameter['$ref']} is referred to and does not exist")
            parameter = shared[name]
        found[parameter["name"], parameter["in"]] = parameter
    return list(found.values())


def _types(schema: Mapping[str, Any]) -> list[str]:
    kinds = schema.get("type")
    listed = kinds if isinstance(kinds, list) else [kinds] if kinds else []
    return [kind for kind in listed if kind != "null"]


def _is_json(media_type: str) -> bool:
    essence = media_type.partition(";")[0].strip().lower()
    return essence in ("application/json", "*/*") or essence.endswith("+json")


def _is_text(media_type: str) -> bool:
    essence = media_type.partition(";")[0].strip().lower()
    return essence.startswith("text/") or essence.endswith(("/yaml", "/x-yaml", "+yaml"))


def _enum_names(values: list[Any], told: list[Any]) -> list[str]:
    """A Python name for each value of an enum, all different."""
    names: list[str] = []
    for index, value in enumerate(values):
        raw = (
            str(told[index]) if len(told) == len(values) else str(value).replace("-", "minus_" * isinstance(value, int))
        )
        words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in raw)
        name = "_".join(
            str(PythonIdentifier(words if words[:1].isalpha() else f"value {words}", "")).upper().split("_")
        )
        names.append(name if name not in names else f"{name}_{index}")
    return names


def _class_names(schemas: Mapping[str, Any]) -> dict[str, str]:
    """The class of each schema, all in modules of their own."""
    names: dict[str, str] = {}
    modules: set[str] = set()
    for key in sorted(schemas):
        base, number = _class_name(key), 1
        name = base
        while _module(name) in modules:
            number += 1
            name = f"{base}{number}"
        modules.add(_module(name))
        names[key] = name
    return names


def _class_name(name: str) -> str:
    ascii_name = "".join(letter for letter in name if letter.isascii())
    class_name = str(ClassName(ascii_name, "Model"))
    return f"{class_name}_" if class_name in TAKEN else class_name


def _module(class_name: str) -> str:
    return str(PythonIdentifier(class_name, "module_"))


def _pascal(name: str) -> str:
    return str(ClassName("".join(letter for letter in name if letter.isascii()), ""))

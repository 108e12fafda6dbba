"""The contract in the words of the generator: its operations, and the types they name.

The templates raise on every answer that is not a success, so error answers are left out here; for the rest see
`pipeline.schemas`.
"""

import json
from collections.abc import Mapping
from typing import Any

from pipeline.errors import DocumentError
from pipeline.python_names import pascal
from pipeline.schemas import Schemas

CALL = "x-call"

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
PARAMETER = ("name", "in", "required", "style", "explode")
SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}


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
        self.schemas = Schemas(self.components.get("schemas", {}))

    def document(self) -> dict[str, Any]:
        paths = {
            path: {method: self.operation(path, item, item[method]) for method in METHODS if method in item}
            for path, item in self.contract["paths"].items()
        }
        info = self.contract.get("info", {})
        return {
            "openapi": "3.1.0",
            "info": {"title": str(info.get("title") or "api"), "version": str(info.get("version") or "0")},
            "servers": self.contract.get("servers", []),
            "paths": paths,
            "components": {"schemas": self.schemas.all()},
        }

    def operation(self, path: str, item: Mapping[str, Any], operation: Mapping[str, Any]) -> dict[str, Any]:
        where = operation["operationId"]
        tag = (operation.get("tags") or ["default"])[0]
        resource, method = self.resource_and_method(tag, operation)
        name = pascal(f"{resource} {method}")
        told = _parameters(self.contract, item, operation)
        parameters = [self.parameter(where, name, each) for each in told]
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
                "descriptions": {each["name"]: each.get("description", "") for each in told},
                "joined": {
                    each["name"]: SEPARATORS.get(each.get("style", ""), ",")
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
        return {**lowered, "schema": self.schemas.schema(parameter.get("schema", {}), name + pascal(parameter["name"]))}

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
        schema = self.schemas.schema(medias[0].get("schema", {}), f"{name}Body")
        return (texts or [None])[0], {
            "required": required,
            "content": {"application/json": {"schema": schema}},
        }

    def answer(self, where: str, name: str, responses: Mapping[str, Any]) -> tuple[str, dict[str, Any] | None]:
        """What the answer is read as ("json", "text", "any" or "none") and the schema of its JSON, if it says one."""
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
            return "json", {"schema": self.schemas.element(schema, f"{name}Response")}
        if any(_is_text(kind) for content in contents for kind in content):
            return "text", {"schema": {"type": "string"}}
        if successes and not contents and all(status in ("204", "205") for status in successes):
            return "none", None
        return "any", None

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
        properties = [set(self.schemas.properties(schema)) for schema in schemas]
        enveloped = properties and all({"data"} <= each <= {"data", "paging"} for each in properties)
        return "data" if told == "optional" or enveloped else None

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


def _is_json(media_type: str) -> bool:
    essence = media_type.partition(";")[0].strip().lower()
    return essence in ("application/json", "*/*") or essence.endswith("+json")


def _is_text(media_type: str) -> bool:
    essence = media_type.partition(";")[0].strip().lower()
    return essence.startswith("text/") or essence.endswith(("/yaml", "/x-yaml", "+yaml"))

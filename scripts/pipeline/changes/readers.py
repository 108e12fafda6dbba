"""Reads Swagger 2.0 and OpenAPI 3 documents into one form."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.canonical import PROSE
from pipeline.changes.document import Document, Schema, mapping, schema_of, sequence
from pipeline.changes.surface import Answer, Body, Operation, Parameter, Surface
from pipeline.errors import DocumentError

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
MAX_REFERENCES = 50

_PARAMETER_KEYS = PROSE | {
    "name", "in", "required", "deprecated", "schema", "content", "style", "explode", "collectionFormat",
    "allowEmptyValue", "allowReserved",
}  # fmt: skip
# How OpenAPI 3 says what Swagger 2.0's collectionFormat says: (style, explode).
_LIST_STYLES = {
    ("form", True): "repeated names",
    ("form", False): "csv",
    ("simple", False): "csv",
    ("simple", True): "csv",
    ("spaceDelimited", False): "ssv",
    ("pipeDelimited", False): "pipes",
}
_OAUTH_KEYS = {"flow", "authorizationUrl", "tokenUrl", "scopes"}


def surface(document: Document) -> Surface:
    """Read a document. Raises DocumentError when a part has not the form its version asks for."""
    reader = _Swagger(document) if document.is_swagger else _OpenAPI(document)
    return Surface(document, list(reader.operations()), reader.servers(), reader.schemes())


class _Reader:
    """What the two versions have in common."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.raw = document.raw

    def operations(self) -> Iterator[Operation]:
        owners: dict[str, str] = {}
        for path, item in mapping(self.raw["paths"], "paths").items():
            if path.startswith("x-"):
                continue
            item = self._followed(item, f"path {path}")
            shared = sequence(item.get("parameters"), f"the parameters of {path}")
            for method in METHODS:
                if method not in item:
                    continue
                operation = self._operation(method, path, item[method], shared)
                if operation.id and operation.id in owners:
                    raise DocumentError(
                        f"operationId {operation.id!r} stands at both {owners[operation.id]} and {operation.address}"
                    )
                if operation.id:
                    owners[operation.id] = operation.address
                yield operation

    def servers(self) -> frozenset[str]:
        raise NotImplementedError

    def schemes(self) -> Mapping[str, str]:
        raise NotImplementedError

    def _body(self, raw: Mapping[str, Any], parameters: Sequence[Schema], place: str) -> Body | None:
        raise NotImplementedError

    def _answer(self, raw: Mapping[str, Any], answer: Schema, place: str) -> Answer:
        raise NotImplementedError

    def _operation(self, method: str, path: str, raw: Any, shared: list[Any]) -> Operation:
        place = f"{method.upper()} {path}"
        raw = mapping(raw, place)
        stated = [*shared, *sequence(raw.get("parameters"), f"the parameters of {place}")]
        parameters = [self._followed(parameter, f"a parameter of {place}") for parameter in stated]
        answers = mapping(raw.get("responses", {}), f"the responses of {place}")
        operation_id = raw.get("operationId")
        return Operation(
            method=method,
            path=path,
            id=None if operation_id is None else str(operation_id),
            deprecated=raw.get("deprecated") is True,
            parameters=dict(self._parameters(parameters, place)),
            body=self._body(raw, parameters, place),
            answers={
                status: self._answer(
                    raw, self._followed(answer, f"response {status} of {place}"), f"response {status} of {place}"
                )
                for status, answer in answers.items()
                if not status.startswith("x-")
            },
            security=self._security(raw.get("security", self.raw.get("security")), place),
            facts={key: raw[key] for key in raw if key.startswith("x-bitrise-")},
        )

    def _parameters(self, parameters: Sequence[Schema], place: str) -> Iterator[tuple[tuple[str, str], Parameter]]:
        for raw in parameters:
            location, name = raw.get("in"), raw.get("name")
            if not isinstance(location, str) or not isinstance(name, str):
                raise DocumentError(f"a parameter of {place} has no `name` and `in`")
            if location in ("body", "formData"):
                continue
            key = (location, name.lower() if location == "header" else name)
            schema = self._parameter_schema(raw, f"parameter {name} of {place}")
            required = raw.get("required") is True or location == "path"
            style = _list_style(raw, location) if schema.get("type") == "array" else ""
            yield key, Parameter(name, location, required, raw.get("deprecated") is True, style, schema)

    def _parameter_schema(self, raw: Schema, place: str) -> Schema:
        if "schema" in raw:
            return schema_of(raw["schema"], place)
        content = mapping(raw.get("content", {}), f"the content of {place}")
        for media in content.values():
            return schema_of(mapping(media, place).get("schema", True), place)
        return {key: value for key, value in raw.items() if key not in _PARAMETER_KEYS}

    def _security(self, raw: Any, place: str) -> frozenset[str]:
        """The alternatives, each as text; `nothing` where none is needed."""
        alternatives = []
        for alternative in sequence(raw, f"the security of {place}"):
            names = mapping(alternative, f"the security of {place}")
            alternatives.append(" and ".join(sorted(_scheme(name, names[name]) for name in names)) or "nothing")
        return frozenset(alternatives or ["nothing"])

    def _headers(self, answer: Schema, place: str) -> Mapping[str, Schema]:
        headers = mapping(answer.get("headers", {}), f"the headers of {place}")
        return {
            name.lower(): self._parameter_schema(self._followed(header, place), place)
            for name, header in headers.items()
        }

    def _followed(self, value: Any, place: str) -> dict[str, Any]:
        for _ in range(MAX_REFERENCES):
            found = mapping(value, place)
            if not isinstance(found.get("$ref"), str):
                return found
            value = self.document.resolve(found["$ref"])
        raise DocumentError(f"{place} is a reference that leads back to itself")


class _Swagger(_Reader):
    """Swagger 2.0."""

    def servers(self) -> frozenset[str]:
        host, base = self.raw.get("host"), self.raw.get("basePath", "")
        schemes = sequence(self.raw.get("schemes"), "schemes") or ["https"]
        return frozenset((f"{scheme}://{host}{base}" if host else str(base)).rstrip("/") or "/" for scheme in schemes)

    def schemes(self) -> Mapping[str, str]:
        schemes = mapping(self.raw.get("securityDefinitions", {}), "securityDefinitions")
        return {name: _described(mapping(scheme, f"security scheme {name}")) for name, scheme in schemes.items()}

    def _body(self, raw: Mapping[str, Any], parameters: Sequence[Schema], place: str) -> Body | None:
        consumes = sequence(raw.get("consumes", self.raw.get("consumes")), f"`consumes` of {place}")
        for parameter in parameters:
            if parameter.get("in") == "body":
                schema = schema_of(parameter.get("schema", True), f"the body of {place}")
                return Body(
                    parameter.get("required") is True,
                    {str(media): schema for media in consumes or ["application/json"]},
                )
        fields = {str(p.get("name")): p for p in parameters if p.get("in") == "formData"}
        if not fields:
            return None
        required = [name for name, p in fields.items() if p.get("required") is True]
        schema = {
            "type": "object",
            "required": required,
            "properties": {name: self._parameter_schema(p, f"field {name}") for name, p in fields.items()},
        }
        default = "multipart/form-data" if any(p.get("type") == "file" for p in fields.values()) else (
            "application/x-www-form-urlencoded"
        )  # fmt: skip
        return Body(bool(required), {str(media): schema for media in consumes or [default]})

    def _answer(self, raw: Mapping[str, Any], answer: Schema, place: str) -> Answer:
        produces = sequence(raw.get("produces", self.raw.get("produces")), f"`produces` of {place}")
        if "schema" not in answer:
            return Answer({}, self._headers(answer, place))
        schema = schema_of(answer["schema"], place)
        content = {str(media): schema for media in produces or ["application/json"]}
        return Answer(content, self._headers(answer, place))


class _OpenAPI(_Reader):
    """OpenAPI 3.0 and 3.1."""

    def servers(self) -> frozenset[str]:
        return frozenset(
            _server(mapping(server, "a server")) for server in sequence(self.raw.get("servers"), "servers")
        )

    def schemes(self) -> Mapping[str, str]:
        components = mapping(self.raw.get("components", {}), "components")
        schemes = mapping(components.get("securitySchemes", {}), "securitySchemes")
        return {name: _described(self._followed(scheme, f"security scheme {name}")) for name, scheme in schemes.items()}

    def _body(self, raw: Mapping[str, Any], parameters: Sequence[Schema], place: str) -> Body | None:
        if "requestBody" not in raw:
            return None
        body = self._followed(raw["requestBody"], f"the body of {place}")
        return Body(body.get("required") is True, _content(body, f"the body of {place}"))

    def _answer(self, raw: Mapping[str, Any], answer: Schema, place: str) -> Answer:
        return Answer(_content(answer, place), self._headers(answer, place))


def _content(raw: Mapping[str, Any], place: str) -> dict[str, Schema]:
    content = mapping(raw.get("content", {}), f"the content of {place}")
    return {
        media: schema_of(mapping(described, place).get("schema", True), place) for media, described in content.items()
    }


def _server(server: Mapping[str, Any]) -> str:
    url = str(server.get("url", ""))
    for name, variable in mapping(server.get("variables", {}), "the variables of a server").items():
        url = url.replace("{" + name + "}", str(mapping(variable, f"server variable {name}").get("default", "")))
    return url.rstrip("/") or "/"


def _described(scheme: Mapping[str, Any]) -> str:
    """A security scheme in words that are the same for both versions."""
    kind = scheme.get("type")
    if kind == "apiKey":
        return f"{scheme.get('in')} {scheme.get('name')}"
    if kind == "basic" or (kind == "http" and str(scheme.get("scheme")).lower() == "basic"):
        return "HTTP basic"
    rest = {key: value for key, value in scheme.items() if key not in PROSE and not key.startswith("x-")}
    if kind == "oauth2" and "flow" in scheme:
        flow = {key: value for key, value in rest.items() if key in _OAUTH_KEYS and key != "flow"}
        flows = {"application": "clientCredentials", "accessCode": "authorizationCode"}
        rest = {"type": "oauth2", "flows": {flows.get(str(scheme["flow"]), str(scheme["flow"])): flow}}
    return json.dumps(rest, sort_keys=True)


def _scheme(name: str, scopes: Any) -> str:
    return f"{name} ({', '.join(map(str, scopes))})" if isinstance(scopes, list) and scopes else name


def _list_style(raw: Schema, location: str) -> str:
    """How a list stands in the request, in Swagger 2.0's words."""
    if "schema" not in raw:
        style = str(raw.get("collectionFormat", "csv"))
        return "repeated names" if style == "multi" else style
    style = str(raw.get("style", "form" if location in ("query", "cookie") else "simple"))
    explode = raw.get("explode", style == "form") is True
    return _LIST_STYLES.get((style, explode), f"{style}, explode {explode}".lower())

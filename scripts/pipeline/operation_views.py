"""What the templates print of an operation or a resource: names checked, literals escaped."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from pipeline import expressions
from pipeline.docstrings import plain_text
from pipeline.errors import DocumentError
from pipeline.expressions import literal
from pipeline.model_views import unique
from pipeline.python_names import PREFIX, identifier

# Names that the code of an operation uses itself.
OPERATION_NAMES = frozenset({
    "PAGINATION", "Request", "body", "client", "isinstance", "joined_by", "path_segment", "query_parameters", "self",
    "str", "time_parameter", "to_json",
})  # fmt: skip
METHOD_NAMES = frozenset({"self"})
# What the clients that offer the resources have besides them.
CLIENT_NAMES = frozenset({"aclose", "close", "request", "self", "with_options"})
BUILTIN_TYPES = frozenset({"bool", "dict", "float", "int", "list", "str"})


@dataclass(frozen=True)
class Argument:
    """A parameter of an operation."""

    name: str
    key: str
    annotation: str
    required: bool
    value: str
    doc: str


@dataclass(frozen=True)
class Answer:
    """A type to read: its annotation, the expression that reads it from `answer`, the classes both name."""

    annotation: str
    read: str
    imports: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OperationView:
    """An operation as its module in `api` and its method of a resource print it."""

    operation: str
    module: str
    tag: str
    resource: str
    method: str
    verb: str
    template: str
    path: str
    accept: str
    secured: bool
    deprecated: bool
    summary: str
    description: str
    path_arguments: tuple[Argument, ...]
    query: tuple[Argument, ...]
    headers: tuple[Argument, ...]
    body: Argument | None
    text_body: str | None
    pagination: Mapping[str, Any] | None
    whole: Answer
    result: Answer
    imports: tuple[tuple[str, str], ...]

    @property
    def keywords(self) -> tuple[Argument, ...]:
        """Every argument but those of the path, those without a default first."""
        given = [*([self.body] if self.body else []), *self.query, *self.headers]
        return tuple(sorted(given, key=lambda each: not each.required))

    @property
    def returns(self) -> str:
        return f"Pager[{self.result.annotation}]" if self.pagination else self.result.annotation


@dataclass(frozen=True)
class ResourceView:
    name: str
    class_name: str
    operations: tuple[OperationView, ...]

    def code(self, annotation: str) -> str:
        """`annotation` for use in the class, whose methods may hide a built-in type (`list`)."""
        hidden = BUILTIN_TYPES & {each.method for each in self.operations}
        return re.sub(r"\b(" + "|".join(sorted(hidden)) + r")\b", r"builtins.\1", annotation) if hidden else annotation

    @property
    def imports(self) -> tuple[tuple[str, str], ...]:
        return unique(each for operation in self.operations for each in (*operation.imports, *operation.result.imports))


def operation_view(
    endpoint: Endpoint, call: Mapping[str, Any], models: Mapping[ClassName, ModelProperty]
) -> OperationView:
    """Raises DocumentError where the contract says of the operation what cannot be generated."""
    where = call["operation"]
    taken: set[str] = set()
    path_arguments = [_argument(each, taken, call) for each in endpoint.path_parameters]
    query = [_argument(each, taken, call) for each in endpoint.query_parameters]
    headers = [_argument(each, taken, call) for each in endpoint.header_parameters]
    body = _body(endpoint, call["text_body"])
    whole, result = _answers(endpoint, call, models)
    imports = [
        each
        for prop in (*endpoint.path_parameters, *endpoint.query_parameters, *endpoint.header_parameters)
        for each in expressions.classes(prop)
    ]
    imports += [each for body_ in endpoint.bodies for each in expressions.classes(body_.prop)]
    return OperationView(
        operation=where,
        module=str(PythonIdentifier(endpoint.name, PREFIX)),
        tag=str(endpoint.tags[0]),
        resource=identifier(call["resource"], f"the resource of {where}", CLIENT_NAMES),
        method=identifier(call["method"], f"the method of {where}", METHOD_NAMES),
        verb=endpoint.method.upper(),
        template=call["template"],
        path=_path(call["template"], path_arguments),
        accept=call["accept"],
        secured=endpoint.requires_security,
        deprecated=call["deprecated"],
        summary=plain_text(endpoint.summary),
        description=plain_text(endpoint.description),
        path_arguments=tuple(path_arguments),
        query=tuple(query),
        headers=tuple(headers),
        body=body,
        text_body=call["text_body"],
        pagination=call["pagination"],
        whole=whole,
        result=result,
        imports=unique(imports),
    )


def resource_views(operations: Iterable[OperationView]) -> tuple[ResourceView, ...]:
    """The resources in order of name. Raises DocumentError where two operations would be one method."""
    resources: dict[str, dict[str, OperationView]] = {}
    for operation in sorted(operations, key=lambda each: (each.resource, each.method)):
        methods = resources.setdefault(operation.resource, {})
        if operation.method in methods:
            raise DocumentError(
                f"{methods[operation.method].operation} and {operation.operation} would both be "
                f"{operation.resource}.{operation.method}: give one of them another x-bitrise-method"
            )
        methods[operation.method] = operation
    return tuple(
        ResourceView(name, identifier(str(ClassName(name, "Resource")), f"the class of {name}"), (*methods.values(),))
        for name, methods in resources.items()
    )


def _argument(prop: Any, taken: set[str], call: Mapping[str, Any]) -> Argument:
    key = prop.name.get_untrusted_value()
    where = f"parameter {key!r} of {call['operation']}"
    # A parameter may be named as a built-in function (`next`): within a method that hides nothing.
    natural = str(prop.python_name).removesuffix("_")
    name = identifier(natural if not iskeyword(natural) else natural + "_", where, OPERATION_NAMES)
    if name in taken:
        raise DocumentError(f"two parameters of {call['operation']} would both be named {name!r}")
    taken.add(name)
    annotation = expressions.annotation(prop)
    value = name
    if "datetime" in annotation:
        annotation, value = annotation.replace("datetime", "datetime | str"), f"time_parameter({name})"
    if key in call["joined"] and annotation.startswith("list"):
        value = f"joined_by({name}, {literal(call['joined'][key])})"
    optional = "" if prop.required or annotation == "Any" else " | None"
    return Argument(
        name, key, annotation + optional, prop.required, value, plain_text(call["descriptions"].get(key, ""))
    )


def _body(endpoint: Endpoint, text_body: str | None) -> Argument | None:
    if not endpoint.bodies:
        return None
    prop = endpoint.bodies[0].prop
    annotation = expressions.annotation(prop).replace("dict[", "Mapping[")
    if isinstance(prop, ModelProperty):
        annotation = f"{annotation} | Mapping[str, Any]"
    if text_body and "str" not in annotation.split(" | "):
        annotation = f"str | {annotation}"
    optional = "" if prop.required else " | None"
    return Argument("body", "body", annotation + optional, prop.required, "body", "")


def _answers(
    endpoint: Endpoint, call: Mapping[str, Any], models: Mapping[ClassName, ModelProperty]
) -> tuple[Answer, Answer]:
    """The answer as the document describes it, and the thing a resource's method returns of it."""
    if call["accept"] == "none":
        nothing = Answer("None", "None", ())
        return nothing, nothing
    prop = endpoint.responses.patterns[0].prop
    whole = _answer(prop, "answer", call["may_be_empty"])
    path = call["pagination"]["items"] if call["pagination"] else call["unwrap"]
    if not path:
        return whole, whole
    source = "answer"
    for step in str(path).split("."):
        found, everywhere = _member(prop, step, models)
        if found is None:
            raise DocumentError(f"{call['operation']} has no {path!r} in its answer")
        prop, source = found, f"{'member' if everywhere else 'member_or_self'}({source}, {literal(step)})"
    if not call["pagination"]:
        return whole, _answer(prop, source, call["may_be_empty"])
    item = getattr(expressions.without_null(prop), "inner_property", None)
    if item is None:
        raise DocumentError(f"{call['operation']}: {path!r} is no array and cannot be paginated")
    return whole, _answer(item, "answer", may_be_empty=False)


def _answer(prop: Any, source: str, may_be_empty: bool) -> Answer:
    kind = expressions.without_null(prop) if source != "answer" else prop
    annotation, read = expressions.annotation(kind), expressions.read(kind, source, literal("answer"))
    if may_be_empty and annotation not in ("Any", "None"):
        annotation, read = f"{annotation} | None", f"None if answer is None else {read}"
    return Answer(annotation, read, unique(expressions.classes(kind)))


def _member(prop: Any, key: str, models: Mapping[ClassName, ModelProperty]) -> tuple[Any, bool]:
    """The property `key` of an object type, and whether every alternative of the type has it."""
    kind = expressions.without_null(prop)
    options = [each for each in getattr(kind, "inner_properties", [kind]) if isinstance(each, ModelProperty)]
    found = [
        each
        for model in (models[option.class_info.name] for option in options)
        for each in [*(model.required_properties or []), *(model.optional_properties or [])]
        if each.name == key
    ]
    return (found[0] if found else None), len(found) == len(options)


def _path(template: str, arguments: list[Argument]) -> str:
    """The expression of a path: its literal parts and its parameters, percent-encoded."""
    names = {each.key: each.name for each in arguments}
    parts = re.split(r"\{([^{}]*)\}", template)
    pieces = [
        f"path_segment({names[part]}, {literal(names[part])})" if index % 2 else literal(part)
        for index, part in enumerate(parts)
        if part
    ]
    return " + ".join(pieces)

"""What the templates print: models, operations and resources, with every name checked and every literal escaped."""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from keyword import iskeyword
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from pipeline import expressions
from pipeline.errors import DocumentError
from pipeline.expressions import literal

WIDTH = 112
PREFIX = "field_"
MODEL_MEMBERS = frozenset({"additional_properties", "cls", "data", "from_dict", "get", "texts", "to_dict", "value"})
METHOD_MEMBERS = frozenset({"self"})
# Names that the code of an operation uses itself.
OPERATION_NAMES = frozenset({
    "PAGINATION", "Request", "body", "client", "isinstance", "joined_by", "path_segment", "query_parameters", "self",
    "str", "time_parameter", "to_json",
})  # fmt: skip
BUILTIN_TYPES = frozenset({"bool", "dict", "float", "int", "list", "str"})
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True)
class Field:
    """An attribute of a model."""

    name: str
    key: str
    annotation: str
    required: bool
    secret: bool
    read: str
    write: str
    is_time: bool
    doc: str


@dataclass(frozen=True)
class ModelView:
    name: str
    module: str
    doc: str
    fields: tuple[Field, ...]
    imports: tuple[tuple[str, str], ...]

    @property
    def has_times(self) -> bool:
        return any(each.is_time for each in self.fields)

    def uses(self, word: str) -> bool:
        """Whether the code of a field has `word` in it."""
        code = " ".join(f"{each.annotation} {each.read} {each.write}" for each in self.fields)
        return re.search(rf"\b{word}\b", re.sub(r"'[^']*'|\"[^\"]*\"", "", code)) is not None


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
    imports: tuple[tuple[str, str], ...] = field(default=())

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
        return _unique(
            each for operation in self.operations for each in (*operation.imports, *operation.result.imports)
        )


def model_view(model: ModelProperty) -> ModelView:
    """Raises DocumentError where two attributes would bear one name."""
    declared = model.data.properties or {}
    fields: dict[str, Field] = {}
    imports: list[tuple[str, str]] = []
    by_key = {each.name: each for each in [*(model.required_properties or []), *(model.optional_properties or [])]}
    for key, schema in declared.items():
        prop, told = by_key[key], schema.model_extra or {}
        raw = key.get_untrusted_value()
        name = _attribute(told.get("x-bitrise-attribute"), prop.python_name, f"{model.class_info.name}.{raw}")
        if name in fields:
            raise DocumentError(
                f"{fields[name].key!r} and {raw!r} of {model.class_info.name} would both be .{name}: "
                "give one of them an x-bitrise-attribute"
            )
        described = getattr(schema, "description", None) or told.get("description") or ""
        optional = not prop.required or expressions.admits_null(prop) or told.get("x-bitrise-zero-time") == "none"
        annotation = expressions.annotation(expressions.without_null(prop))
        fields[name] = Field(
            name=name,
            key=raw,
            annotation=f"{annotation} | None" if optional and annotation != "Any" else annotation,
            required=prop.required,
            secret=bool(told.get("x-bitrise-secret")),
            read=expressions.read_field(prop, raw, optional=optional),
            write=expressions.write(prop, f"self.{name}"),
            is_time=expressions.is_time(prop),
            doc=plain_text(described),
        )
        imports += expressions.classes(prop)
    own = (str(model.class_info.module_name), str(model.class_info.name))
    return ModelView(
        name=str(model.class_info.name),
        module=own[0],
        doc=plain_text(model.description or ""),
        fields=tuple(fields.values()),
        imports=tuple(each for each in _unique(imports) if each != own),
    )


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
        resource=identifier(call["resource"], f"the resource of {where}"),
        method=identifier(call["method"], f"the method of {where}", METHOD_MEMBERS),
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
        imports=_unique(imports),
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


def identifier(raw: str, what: str, taken: Iterable[str] = ()) -> str:
    """`raw` as an identifier of ASCII letters, digits and underscores. Raises DocumentError when nothing is left."""
    name = raw if IDENTIFIER.fullmatch(raw) else str(PythonIdentifier(_ascii(raw), PREFIX))
    name = f"{name}_" if iskeyword(name) or name in taken else name
    if not IDENTIFIER.fullmatch(name):
        raise DocumentError(f"{what} is named {raw!r}, which gives no identifier")
    return name


def docstring(*paragraphs: str) -> str:
    """The text of a docstring: paragraphs wrapped, empty ones left out, nothing in it that could end it."""
    text = "\n\n".join(_wrapped(paragraph) for paragraph in paragraphs if paragraph.strip())
    text = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return text[:-1] + '\\"' if text.endswith('"') else text


def section(title: str, entries: Iterable[tuple[str, str]]) -> str:
    """A section of a docstring that tells what each name means; empty without entries."""
    lines = [
        textwrap.fill(f"{name}: {text}", WIDTH - 4, initial_indent="    ", subsequent_indent="        ")
        for name, text in entries
        if text
    ]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def _attribute(told: Any, python_name: str, where: str) -> str:
    raw = str(told) if told else str(python_name)
    return identifier(raw, where, MODEL_MEMBERS - {"data", "value", "get", "cls", "texts"})


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
    return Argument(name, key, annotation + optional, prop.required, value, plain_text(prop.description or ""))


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
    return Answer(annotation, read, _unique(expressions.classes(kind)))


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


def enum_members(enum: EnumProperty) -> list[tuple[str, str | int]]:
    """The names and literals of an enum's values."""
    members = []
    for name, value in enum.values.items():
        members.append((identifier(name, f"a value of {enum.class_info.name}", {"mro"}), value))
    return members


def _unique(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(set(pairs)))


def _ascii(text: str) -> str:
    return "".join(letter for letter in text if letter.isascii())


def plain_text(text: Any) -> str:
    """Text of the document on one line, without what is not printable."""
    raw = text.get_untrusted_value() if hasattr(text, "get_untrusted_value") else str(text)
    return " ".join("".join(" " if unicodedata.category(c).startswith(("C", "Z")) else c for c in raw).split())


def _wrapped(paragraph: str) -> str:
    return paragraph if "\n" in paragraph or paragraph.startswith(" ") else textwrap.fill(paragraph, WIDTH)

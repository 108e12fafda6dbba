"""Python expressions for a property of the generator: its type, how it is read from JSON and written back.

Every name and literal that comes from the document passes `literal` or was made an identifier by the generator.
"""

from collections.abc import Iterator
from typing import Any

from openapi_python_client.parser.properties import AnyProperty, EnumProperty, ModelProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty

from pipeline.errors import DocumentError
from pipeline.schemas import FREE_FORM, MAPPING

# Property: (annotation, reader in codec.py, check that spares the call of the reader).
PLAIN: dict[type, tuple[str, str, str]] = {
    BooleanProperty: ("bool", "boolean", "type({}) is bool"),
    FloatProperty: ("float | int", "number", "type({}) is float"),
    IntProperty: ("int", "integer", "type({}) is int"),
    StringProperty: ("str", "text", "type({}) is str"),
}
FREE = ("dict[str, Any]", "mapping", "type({}) is dict")


def literal(value: Any) -> str:
    """`value`, a string, number or the like, as a Python literal of ASCII characters only."""
    return ascii(value)


def annotation(prop: Any) -> str:
    """The type of the property's values, None included where the document says null."""
    inner = _annotation(without_null(prop))
    return f"{inner} | None" if admits_null(prop) and inner != "Any" else inner


def admits_null(prop: Any) -> bool:
    if isinstance(prop, UnionProperty):
        return any(admits_null(each) for each in prop.inner_properties)
    return isinstance(prop, NoneProperty)


def without_null(prop: Any) -> Any:
    """The property for the values that are not null."""
    if not isinstance(prop, UnionProperty):
        return prop
    rest = [each for each in prop.inner_properties if not isinstance(each, NoneProperty)]
    if len(rest) == len(prop.inner_properties):
        return prop
    if len(rest) == 1:
        return rest[0]
    return UnionProperty(
        name=prop.name,
        required=prop.required,
        default=None,
        python_name=prop.python_name,
        description=prop.description,
        example=prop.example,
        inner_properties=rest,
    )


def is_time(prop: Any) -> bool:
    return isinstance(without_null(prop), DateTimeProperty)


def is_unknown(prop: Any) -> bool:
    """Whether the document says nothing of the value."""
    return isinstance(prop, AnyProperty) and not _is_free(prop)


def read_field(prop: Any, key: str, *, optional: bool) -> str:
    """Reads the member `key` of the mapping `data`, of which `get` is the method.

    `optional`: it may be absent or null and then reads as None.
    """
    name = literal(key)
    kind = without_null(prop)
    if is_unknown(kind):
        return f"get({name})" if optional else f"data[{name}]"
    bound = f"value := get({name})" if optional else f"value := data[{name}]"
    if isinstance(kind, DateTimeProperty):
        return f"{'optional_time' if optional else 'time'}({bound.removeprefix('value := ')}, {name}, texts)"
    if type(kind) in PLAIN or _is_free(kind):
        _, reader, check = _plain(kind)
        condition = f"({bound}) is None or {check.format('value')}" if optional else check.format(bound)
        return f"value if {condition} else {reader}(value, {name})"
    if optional:
        return f"None if ({bound}) is None else {read(kind, 'value', name)}"
    return read(kind, f"data[{name}]", name)


def read(prop: Any, source: str, name: str, depth: int = 0) -> str:
    """Reads the JSON value of the expression `source`; `name`, a literal, says in an error what it is."""
    if admits_null(prop):
        kind = without_null(prop)
        return source if is_unknown(kind) else f"None if {source} is None else {read(kind, source, name, depth)}"
    if is_unknown(prop):
        return source
    if type(prop) in PLAIN or _is_free(prop):
        return f"{_plain(prop)[1]}({source}, {name})"
    if isinstance(prop, DateTimeProperty):
        return f"time({source}, {name})"
    if isinstance(prop, EnumProperty):
        return f"open_enum({prop.class_info.name}, {source}, {prop.value_type.__name__}, {name})"
    if isinstance(prop, ModelProperty):
        return f"{prop.class_info.name}.from_dict({source})"
    if isinstance(prop, ListProperty):
        item = f"item{depth or ''}"
        inner = read(prop.inner_property, item, name, depth + 1)
        if _is_mapping(prop):
            key = f"key{depth or ''}"
            members = f"mapping({source}, {name})"
            return members if inner == item else f"{{{key}: {inner} for {key}, {item} in {members}.items()}}"
        items = f"array({source}, {name})"
        return items if inner == item else f"[{inner} for {item} in {items}]"
    if isinstance(prop, UnionProperty) and _annotation(prop) == "Any":
        return source
    if isinstance(prop, UnionProperty):
        option = f"option{depth or ''}"
        readers = [f"lambda {option}: {read(each, option, name, depth + 1)}" for each in prop.inner_properties]
        return f"one_of({source}, {name}, ({', '.join(readers)},))"
    raise DocumentError(f"{name} is a {type(prop).__name__}, which the templates cannot read")


def write(prop: Any, source: str, depth: int = 0) -> str:
    """The JSON value of the expression `source`."""
    if admits_null(prop):
        inner = write(without_null(prop), source, depth)
        return source if inner == source else f"None if {source} is None else {inner}"
    if isinstance(prop, DateTimeProperty):
        return f"format_time({source})"
    if isinstance(prop, EnumProperty):
        return f"{prop.value_type.__name__}({source})"
    if isinstance(prop, ModelProperty):
        return f"{source}.to_dict()"
    if isinstance(prop, ListProperty):
        item = f"item{depth or ''}"
        inner = write(prop.inner_property, item, depth + 1)
        if inner == item:
            return source
        if _is_mapping(prop):
            key = f"key{depth or ''}"
            return f"{{{key}: {inner} for {key}, {item} in {source}.items()}}"
        return f"[{inner} for {item} in {source}]"
    if isinstance(prop, UnionProperty):
        plain = all(write(each, source, depth) == source for each in prop.inner_properties)
        return source if plain else f"to_json({source})"
    return source


def classes(prop: Any) -> Iterator[tuple[str, str]]:
    """The (module, name) of each model and enum that the property's type names."""
    if isinstance(prop, ModelProperty | EnumProperty):
        yield str(prop.class_info.module_name), str(prop.class_info.name)
    elif isinstance(prop, ListProperty):
        yield from classes(prop.inner_property)
    elif isinstance(prop, UnionProperty):
        for each in prop.inner_properties:
            yield from classes(each)


def _annotation(prop: Any) -> str:
    if type(prop) in PLAIN or _is_free(prop):
        return _plain(prop)[0]
    if is_unknown(prop):
        return "Any"
    if isinstance(prop, DateTimeProperty):
        return "datetime"
    if isinstance(prop, EnumProperty):
        return f"{prop.class_info.name} | {prop.value_type.__name__}"
    if isinstance(prop, ModelProperty):
        return str(prop.class_info.name)
    if isinstance(prop, ListProperty):
        inner = annotation(prop.inner_property)
        return f"dict[str, {inner}]" if _is_mapping(prop) else f"list[{inner}]"
    if isinstance(prop, UnionProperty):
        options = [_annotation(each) for each in prop.inner_properties]
        return "Any" if "Any" in options else " | ".join(dict.fromkeys(options))
    raise DocumentError(f"{prop.name} is a {type(prop).__name__}, for which the templates have no type")


def _plain(prop: Any) -> tuple[str, str, str]:
    return FREE if _is_free(prop) else PLAIN[type(prop)]


def _is_free(prop: Any) -> bool:
    return isinstance(prop, AnyProperty) and _mark(prop) == FREE_FORM


def _is_mapping(prop: Any) -> bool:
    return isinstance(prop, ListProperty) and _mark(prop) == MAPPING


def _mark(prop: Any) -> str | None:
    return prop.example.get_untrusted_value() if prop.example else None

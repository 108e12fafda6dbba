"""What the templates print of a model or an enum: names checked, literals escaped."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from openapi_python_client.parser.properties import EnumProperty, ModelProperty

from pipeline import expressions
from pipeline.docstrings import plain_text
from pipeline.errors import DocumentError
from pipeline.python_names import identifier

MEMBERS = frozenset({"additional_properties", "from_dict", "to_dict"})


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
        described = plain_text(getattr(schema, "description", None) or told.get("description") or "")
        deprecated = getattr(schema, "deprecated", None) or told.get("deprecated")
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
            doc=f"Deprecated. {described}".strip() if deprecated else described,
        )
        imports += expressions.classes(prop)
    own = (str(model.class_info.module_name), str(model.class_info.name))
    return ModelView(
        name=str(model.class_info.name),
        module=own[0],
        doc=plain_text(model.description or ""),
        fields=tuple(fields.values()),
        imports=tuple(each for each in unique(imports) if each != own),
    )


def enum_members(enum: EnumProperty) -> list[tuple[str, str | int]]:
    """The names and literals of an enum's values."""
    members = []
    for name, value in enum.values.items():
        members.append((identifier(name, f"a value of {enum.class_info.name}", {"mro"}), value))
    return members


def unique(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(set(pairs)))


def _attribute(told: Any, python_name: str, where: str) -> str:
    raw = str(told) if told else str(python_name)
    return identifier(raw, where, MEMBERS)

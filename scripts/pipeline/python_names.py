"""Names of the document as names of Python: identifiers of ASCII letters, no keywords, no two alike."""

import re
from collections.abc import Iterable, Mapping
from keyword import iskeyword
from typing import Any

from openapi_python_client.strings import ClassName, PythonIdentifier

from pipeline.errors import DocumentError

PREFIX = "field_"
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

# Class names that the templates use themselves.
TAKEN = frozenset({"Any", "Enum", "IntEnum", "Mapping", "Model", "Self", "StrEnum", "TYPE_CHECKING"})


def identifier(raw: str, what: str, taken: Iterable[str] = ()) -> str:
    """`raw` as an identifier of ASCII letters, digits and underscores. Raises DocumentError when nothing is left."""
    name = raw if IDENTIFIER.fullmatch(raw) else str(PythonIdentifier(_ascii(raw), PREFIX))
    name = f"{name}_" if iskeyword(name) or name in taken else name
    if not IDENTIFIER.fullmatch(name):
        raise DocumentError(f"{what} is named {raw!r}, which gives no identifier")
    return name


def class_names(schemas: Mapping[str, Any]) -> dict[str, str]:
    """The class of each schema, all in modules of their own."""
    names: dict[str, str] = {}
    modules: set[str] = set()
    for key in sorted(schemas):
        base, number = class_name(key), 1
        name = base
        while module_name(name) in modules:
            number += 1
            name = f"{base}{number}"
        modules.add(module_name(name))
        names[key] = name
    return names


def class_name(name: str) -> str:
    found = str(ClassName(_ascii(name), "Model"))
    return f"{found}_" if found in TAKEN else found


def module_name(class_name: str) -> str:
    return str(PythonIdentifier(class_name, "module_"))


def pascal(name: str) -> str:
    return str(ClassName(_ascii(name), ""))


def enum_names(values: list[Any], told: list[Any]) -> list[str]:
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


def _ascii(text: str) -> str:
    return "".join(letter for letter in text if letter.isascii())

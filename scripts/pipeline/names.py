"""Names a reader can use: schemas by `x-bitrise-name`, operations by resource and method.

The overlays choose them; what they have not heard of yet gets a name by rule, so that a new operation or schema
is usable on the day it is published.
"""

import re
from collections import Counter
from typing import Any

from pipeline.convert import METHODS
from pipeline.errors import DocumentError

NAME = "x-bitrise-name"
RESOURCE = "x-bitrise-resource"
METHOD = "x-bitrise-method"

PREFIXES = re.compile(r"^(v\d+|service\.dto|service|website|addons|nulls|[a-z]+domain)\.")
SUFFIXES = re.compile(r"(Response|Resp)?(Item|Data)?(Model|Response)?$")
REF = "#/components/schemas/"


def rename_schemas(document: dict[str, Any]) -> None:
    """Give each schema that says `x-bitrise-name` that name, everywhere. Raises DocumentError on a clash."""
    schemas = document["components"]["schemas"]
    _rename(document, {key: schema.pop(NAME) for key, schema in schemas.items() if NAME in schema})


def name_the_rest(document: dict[str, Any]) -> None:
    """Derive a name for each schema and operation that no overlay named."""
    schemas = document["components"]["schemas"]
    unnamed = [key for key in schemas if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", key)]
    taken = [key for key in schemas if key not in unnamed]
    for candidate in (_short_name, _plain_name, _full_name):
        names = {key: candidate(key) for key in unnamed}
        times = Counter([*taken, *names.values()])
        free = {key: name for key, name in names.items() if times[name] == 1 or candidate is _full_name}
        _rename(document, free)
        taken += free.values()
        unnamed = [key for key in unnamed if key not in free]
    resources = {tag["name"]: tag.get(RESOURCE) for tag in document.get("tags", []) if isinstance(tag, dict)}
    for operation in _operations(document):
        tag = (operation.get("tags") or ["api"])[0]
        operation.setdefault(RESOURCE, resources.get(tag) or _snake(tag))
        operation.setdefault(METHOD, _snake(operation["operationId"]))
    _refuse_clashes(document)


def _rename(document: dict[str, Any], renames: dict[str, str]) -> None:
    schemas = document["components"]["schemas"]
    final = [renames.get(key, key) for key in schemas]
    for name, times in Counter(final).items():
        if times > 1:
            raise DocumentError(f"{times} schemas would be named {name!r}: give one of them another {NAME}")
    document["components"]["schemas"] = {renames.get(key, key): schema for key, schema in schemas.items()}
    _point(document, {REF + key: REF + name for key, name in renames.items()})


def _point(node: Any, references: dict[str, str]) -> None:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            node["$ref"] = references.get(node["$ref"], node["$ref"])
        for value in node.values():
            _point(value, references)
    elif isinstance(node, list):
        for value in node:
            _point(value, references)


def _short_name(key: str) -> str:
    return _full_name(SUFFIXES.sub("", PREFIXES.sub("", key)) or key)


def _plain_name(key: str) -> str:
    return _full_name(PREFIXES.sub("", key))


def _full_name(key: str) -> str:
    words = re.split(r"[^A-Za-z0-9]+", key)
    return "".join(word[:1].upper() + word[1:] for word in words)


def _snake(name: str) -> str:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    snake = re.sub(r"[^a-z0-9]+", "_", spaced.lower()).strip("_")
    return snake if snake[:1].isalpha() else f"x_{snake}"


def _operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [item[method] for item in document["paths"].values() for method in METHODS if method in item]


def _refuse_clashes(document: dict[str, Any]) -> None:
    owners: dict[tuple[str, str], str] = {}
    for operation in _operations(document):
        key = (operation[RESOURCE], operation[METHOD])
        if key in owners:
            raise DocumentError(
                f"{owners[key]} and {operation['operationId']} would both be {'.'.join(key)}: rename one in an overlay"
            )
        owners[key] = operation["operationId"]

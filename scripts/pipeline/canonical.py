"""The canonical form: facts without prose, keys sorted, the same bytes for the same facts.

The published document's prose is its authors'; what is kept here are paths, names and types.
"""

import json
from collections.abc import Mapping
from typing import Any

# Where the specification puts text for people. A *property* of such a name is data and stays.
PROSE = frozenset({"description", "summary", "title", "externalDocs", "example", "examples"})
PROSE_EXTENSIONS = frozenset({"x-enum-comments", "x-enum-descriptions", "x-example", "x-examples"})

# Keys whose value maps names of the document's own choosing to objects.
NAME_MAPS = frozenset(
    {
        "definitions",
        "headers",
        "parameters",
        "paths",
        "patternProperties",
        "properties",
        "responses",
        "securityDefinitions",
    }
)
# Keys whose value is data, not part of the description.
VERBATIM = frozenset({"const", "default", "enum", "required"})


def without_prose(document: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of a Swagger 2.0 document with everything written for people left out."""
    return {
        key: _named(key, value) for key, value in document.items() if key not in PROSE and key not in PROSE_EXTENSIONS
    }


def dumps(document: Mapping[str, Any]) -> str:
    """The document as text: keys sorted, two spaces, a newline at the end."""
    return json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _named(key: str, value: Any) -> Any:
    if key in VERBATIM:
        return value
    if key in NAME_MAPS and isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return without_prose(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value

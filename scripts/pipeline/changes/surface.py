"""What a document offers its users: operations, parameters, bodies, answers, whichever version it is in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.changes.document import Document, Schema


@dataclass(frozen=True)
class Parameter:
    """A parameter outside the body."""

    name: str
    location: str
    required: bool
    deprecated: bool
    style: str
    schema: Schema


@dataclass(frozen=True)
class Body:
    """A request's body: the schema for each media type."""

    required: bool
    content: Mapping[str, Schema]


@dataclass(frozen=True)
class Answer:
    """A response: the schema for each media type, and its headers."""

    content: Mapping[str, Schema]
    headers: Mapping[str, Schema]


@dataclass(frozen=True)
class Operation:
    """One operation as a client sees it."""

    method: str
    path: str
    id: str | None
    deprecated: bool
    parameters: Mapping[tuple[str, str], Parameter]
    body: Body | None
    answers: Mapping[str, Answer]
    security: frozenset[str]
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Method and path, as in `GET /apps/{app-slug}`."""
        return f"{self.method.upper()} {self.path}"

    @property
    def label(self) -> str:
        """The operationId, or the address of an operation without one."""
        return self.id or self.address

    @property
    def route(self) -> tuple[str, str]:
        """Method and path with the names of the path's parameters left out, which the wire does not carry."""
        return self.method, re.sub(r"\{[^{}]*\}", "{}", self.path)

    @property
    def path_names(self) -> list[str]:
        """Names of the path's parameters, in order."""
        return re.findall(r"\{([^{}]*)\}", self.path)


@dataclass(frozen=True)
class Surface:
    """Everything of a document that its users can notice."""

    document: Document
    operations: list[Operation]
    servers: frozenset[str]
    schemes: Mapping[str, str]

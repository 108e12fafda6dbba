"""What counts as a change, and how much it matters to someone who uses a client of the API.

A schema is read in two directions. What a *request* carries is written by the user: less allowed breaks.
What a *response* carries is read by the user: less promised breaks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a change matters, from the worst down."""

    BREAKING = "breaking"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Level).index(self)


class Direction(StrEnum):
    """Who writes what a schema describes: the user, or the server."""

    REQUEST = "request"
    RESPONSE = "response"


@dataclass(frozen=True)
class Rule:
    """One kind of change. `says` may name `{old}` and `{new}`; it follows the place of the change."""

    id: str
    level: Level
    says: str


B, W, I = Level.BREAKING, Level.WARNING, Level.INFO  # noqa: E741

_DOCUMENT = [
    ("server-removed", B, "server {old} removed"),
    ("server-added", I, "server {new} added"),
    ("security-scheme-removed", W, "authentication {old} removed"),
    ("security-scheme-added", I, "authentication {new} added"),
    ("security-scheme-changed", B, "changed from {old} to {new}"),
    ("operation-removed", B, "operation removed"),
    ("operation-added", I, "operation added"),
    ("operation-moved", B, "moved from {old} to {new}"),
    ("operation-renamed", W, "operationId changed from {old} to {new}"),
    ("operation-method-renamed", B, "Python method renamed from {old} to {new}"),
    ("operation-result-changed", B, "what the Python method returns changed from {old} to {new}"),
    ("operation-deprecated", W, "deprecated"),
    ("operation-undeprecated", I, "no longer deprecated"),
    ("path-parameter-renamed", I, "path parameter {old} renamed to {new}"),
    ("parameter-added", I, "added, optional"),
    ("parameter-added-required", B, "added, required"),
    ("parameter-removed", B, "removed"),
    ("parameter-moved", B, "moved from {old} to {new}"),
    ("parameter-became-required", B, "became required"),
    ("parameter-became-optional", I, "became optional"),
    ("parameter-style-changed", B, "list sent as {new} instead of {old}"),
    ("request-body-added", I, "added, optional"),
    ("request-body-added-required", B, "added, required"),
    ("request-body-removed", B, "removed"),
    ("request-body-became-required", B, "became required"),
    ("request-body-became-optional", I, "became optional"),
    ("request-media-type-added", I, "accepts {new} too"),
    ("request-media-type-removed", B, "no longer accepts {old}"),
    ("response-success-added", W, "success answer added"),
    ("response-success-removed", B, "success answer removed"),
    ("response-success-renumbered", W, "success status changed from {old} to {new}"),
    ("response-error-added", I, "error answer added"),
    ("response-error-removed", I, "error answer removed"),
    ("response-body-added", I, "now has a body"),
    ("response-body-removed", B, "no longer has a body"),
    ("response-media-type-added", I, "may be {new} too"),
    ("response-media-type-removed", B, "no longer {old}"),
    ("response-header-added", I, "added"),
    ("response-header-removed", W, "removed"),
    ("security-required", B, "now needs authentication: {new}"),
    ("security-dropped", I, "no longer needs authentication (was {old})"),
    ("security-alternative-added", I, "accepts {new} too"),
    ("security-alternative-removed", B, "no longer accepts {old}"),
    ("schema-renamed", I, "renamed from {old}"),
    ("model-renamed", W, "Python class renamed from {old}"),
    ("schema-replaced", I, "used in place of {old}"),
]

# (aspect, in a request, in a response, text)
_SCHEMA = [
    ("property-added", I, I, "added"),
    ("property-added-required", B, I, "added, required"),
    ("property-removed", B, B, "removed"),
    ("property-became-required", B, I, "became required"),
    ("property-became-optional", I, W, "no longer required"),
    ("attribute-renamed", B, B, "Python attribute renamed from {old} to {new}"),
    ("deprecated", W, W, "deprecated"),
    ("undeprecated", I, I, "no longer deprecated"),
    ("access-changed", W, W, "changed from {old} to {new}"),
    ("type-changed", B, B, "type changed from {old} to {new}"),
    ("type-widened", I, B, "type widened from {old} to {new}"),
    ("type-narrowed", B, I, "type narrowed from {old} to {new}"),
    ("became-nullable", I, W, "may be null"),
    ("required-became-nullable", I, B, "required, but now may be null"),
    ("no-longer-nullable", B, I, "may no longer be null"),
    ("format-changed", B, B, "format changed from {old} to {new}"),
    ("format-refined", W, I, "format changed from {old} to {new}"),
    ("enum-value-added", I, W, "value {new} added"),
    ("enum-value-removed", B, W, "value {old} removed"),
    ("enum-introduced", B, W, "limited to {new}"),
    ("enum-lifted", I, W, "no longer limited to {old}"),
    ("bound-tightened", B, I, "{new} (was {old})"),
    ("bound-loosened", I, W, "{new} (was {old})"),
    ("constraint-changed", B, W, "{new} (was {old})"),
    ("default-changed", W, I, "default changed from {old} to {new}"),
    ("extra-properties-refused", B, I, "unlisted properties no longer allowed"),
    ("extra-properties-allowed", I, I, "unlisted properties allowed"),
    ("alternative-added", I, W, "alternative {new} added"),
    ("alternative-removed", B, W, "alternative {old} removed"),
    ("keyword-changed", W, W, "{new} (was {old})"),
]


def _rules() -> Iterator[Rule]:
    for rule, level, says in _DOCUMENT:
        yield Rule(rule, level, says)
    for aspect, sent, read, says in _SCHEMA:
        yield Rule(f"{Direction.REQUEST}-{aspect}", sent, says)
        yield Rule(f"{Direction.RESPONSE}-{aspect}", read, says)


RULES: Mapping[str, Rule] = {rule.id: rule for rule in _rules()}

# Formats that give a value another Python type; every other format only describes a string or number.
TYPED_FORMATS = frozenset({"binary", "byte", "date", "date-time", "uuid"})

# Bounds and the side they lie on: +1 for an upper bound, -1 for a lower one.
BOUNDS = {
    "maximum": 1,
    "exclusiveMaximum": 1,
    "maxLength": 1,
    "maxItems": 1,
    "maxProperties": 1,
    "minimum": -1,
    "exclusiveMinimum": -1,
    "minLength": -1,
    "minItems": -1,
    "minProperties": -1,
}
# A lower bound on a size that is 0 is none.
SIZES = frozenset({"minLength", "minItems", "minProperties"})
CONSTRAINTS = ("pattern", "multipleOf", "uniqueItems")

"""What changed in what one schema says of its values, apart from the schemas inside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.changes.document import Schema
from pipeline.changes.rules import BOUNDS, CONSTRAINTS, TYPED_FORMATS, Direction
from pipeline.changes.shapes import Shape, canonical


@dataclass(frozen=True)
class Place:
    """Where a finding lies: `scope` owns it (an operation's label or a schema's name)."""

    scope: str
    prefix: str
    path: str = ""

    def inside(self, step: str) -> "Place":
        """The place of a property, an item or a value in this one."""
        return Place(self.scope, self.prefix, self.path + step)


@dataclass(frozen=True)
class Finding:
    """A change before it is known which operations it touches. The rule is looked up by its id."""

    rule: str
    place: Place
    old: str | None = None
    new: str | None = None


def use_changes(
    was: Mapping[str, Any], now: Mapping[str, Any], place: Place, direction: Direction
) -> Iterator[Finding]:
    """Default, deprecation and access, which belong to the place where a schema is used."""
    defaults = _shown(was, "default"), _shown(now, "default")
    if defaults[0] != defaults[1]:
        yield Finding(f"{direction}-default-changed", place, *defaults)
    if (was.get("deprecated") is True) != (now.get("deprecated") is True):
        aspect = "deprecated" if now.get("deprecated") is True else "undeprecated"
        yield Finding(f"{direction}-{aspect}", place)
    access = _access(was), _access(now)
    if access[0] != access[1]:
        yield Finding(f"{direction}-access-changed", place, *access)


def attribute_change(
    was: Mapping[str, Any], now: Mapping[str, Any], place: Place, direction: Direction
) -> Iterator[Finding]:
    """The Python attribute's name, of which only a contract speaks."""
    attributes = was.get("x-bitrise-attribute"), now.get("x-bitrise-attribute")
    if attributes[0] != attributes[1]:
        names = [str(name or "the property's own name") for name in attributes]
        yield Finding(f"{direction}-attribute-renamed", place, *names)


def null_changes(
    nullable: tuple[bool, bool], required: tuple[bool, bool], place: Place, direction: Direction
) -> Iterator[Finding]:
    """Whether null is admitted, each as (before, after).

    Who reads an answer takes absent and null for the same, so that a property that became optional and nullable at
    once, or the reverse, changed once: that it is no longer required says it.
    """
    if (
        direction is Direction.RESPONSE
        and required[0] != required[1]
        and nullable == (not required[0], not required[1])
    ):
        return
    if nullable == (False, True):
        aspect = "required-became-nullable" if all(required) else "became-nullable"
        yield Finding(f"{direction}-{aspect}", place)
    elif nullable == (True, False):
        yield Finding(f"{direction}-no-longer-nullable", place)


def value_changes(old: Shape, new: Shape, place: Place, direction: Direction) -> Iterator[Finding]:
    """Format, admitted values, bounds and what else is said of a value."""
    if old.format != new.format and not (old.is_free or new.is_free):
        formats = {old.format, new.format}
        aspect = "format-changed" if formats & TYPED_FORMATS else "format-refined"
        yield Finding(f"{direction}-{aspect}", place, old.format or "none", new.format or "none")
    yield from _enum_changes(old, new, place, direction)
    for keyword in BOUNDS:
        was, now = old.bounds.get(keyword), new.bounds.get(keyword)
        if was != now:
            aspect = "bound-tightened" if _tighter(keyword, was, now) else "bound-loosened"
            yield Finding(f"{direction}-{aspect}", place, f"{keyword} {_number(was)}", f"{keyword} {_number(now)}")
    for keyword in CONSTRAINTS:
        if canonical(old.constraints.get(keyword)) != canonical(new.constraints.get(keyword)):
            shown = [f"{keyword} {_shown(shape.constraints, keyword)}" for shape in (old, new)]
            yield Finding(f"{direction}-constraint-changed", place, *shown)
    for keyword in sorted(old.rest.keys() | new.rest.keys()):
        if canonical(old.rest.get(keyword)) != canonical(new.rest.get(keyword)):
            shown = [f"{keyword} {_shown(shape.rest, keyword)}" for shape in (old, new)]
            yield Finding(f"{direction}-keyword-changed", place, *shown)


def _enum_changes(old: Shape, new: Shape, place: Place, direction: Direction) -> Iterator[Finding]:
    if old.enum is None and new.enum is None:
        return
    if old.enum is None:
        yield Finding(f"{direction}-enum-introduced", place, None, ", ".join(new.enum or ()))
    elif new.enum is None:
        yield Finding(f"{direction}-enum-lifted", place, ", ".join(old.enum), None)
    else:
        for value in sorted(old.enum.keys() - new.enum.keys()):
            yield Finding(f"{direction}-enum-value-removed", place, value, None)
        for value in sorted(new.enum.keys() - old.enum.keys()):
            yield Finding(f"{direction}-enum-value-added", place, None, value)


def type_change(old: Shape, new: Shape) -> str | None:
    if old.types == new.types:
        return None
    if new.types is None or (old.types is not None and old.types < new.types):
        return "type-widened"
    if old.types is None or new.types < old.types:
        return "type-narrowed"
    return "type-changed"


def described(shape: Shape) -> str:
    """The admitted types, for people."""
    if shape.types is None:
        return "an alternative of several" if shape.variants else "anything"
    names = shape.types - {"integer"} if "number" in shape.types else shape.types
    return " or ".join(sorted(names)) or "nothing"


def _tighter(keyword: str, old: float | None, new: float | None) -> bool:
    if old is None or new is None:
        return old is None
    return BOUNDS[keyword] * new < BOUNDS[keyword] * old


def refuses(extra: Schema | None) -> bool:
    """Whether properties that are not listed are refused."""
    return extra is not None and extra.get("not") == {}


def _access(facts: Mapping[str, Any]) -> str:
    words = {"readOnly": "read only", "writeOnly": "write only"}
    return " and ".join(word for key, word in words.items() if facts.get(key) is True) or "read and write"


def _shown(facts: Mapping[str, Any], key: str) -> str:
    return canonical(facts[key]) if key in facts else "none"


def _number(value: float | None) -> str:
    return "none" if value is None else str(value)

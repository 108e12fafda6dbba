"""What changed between two schemas, from the side of the one who writes or reads their values.

A schema that has a name is compared once for each direction, however many operations use it; the findings
of the pair are later ascribed to every operation that reaches it. So a recursive schema is no special case.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.changes.document import Budget, Document, Schema
from pipeline.changes.rules import Direction
from pipeline.changes.shapes import Shape, Shapes, canonical
from pipeline.changes.values import (
    Finding,
    Place,
    attribute_change,
    described,
    null_changes,
    refuses,
    type_change,
    use_changes,
    value_changes,
)
from pipeline.errors import DocumentError

_MAX_INLINE = 100


class Pair(NamedTuple):
    """A named schema of the old document and the one that stands in its place in the new."""

    old: str
    new: str
    direction: Direction


@dataclass
class Found:
    """What one comparison found by itself, and the named pairs that it led to."""

    findings: list[Finding] = field(default_factory=list)
    pairs: dict[Pair, None] = field(default_factory=dict)


class SchemaComparison:
    """Compares schemas of two documents and remembers the named ones."""

    def __init__(self, old: Document, new: Document, budget: Budget) -> None:
        self._old = Shapes(old, budget)
        self._new = Shapes(new, budget)
        self._budget = budget
        self._are_contracts = old.is_contract and new.is_contract
        self._known: dict[Pair, Found] = {}
        self._active: set[tuple[str, str]] = set()

    def compare(self, old: Schema, new: Schema, place: Place, direction: Direction, found: Found) -> None:
        """Add to `found` what changed at a place that no property holds: a body, a parameter, a header."""
        self._use(old, new, place, direction, found, (False, False))

    def reached(self, roots: Iterable[Pair]) -> Iterator[tuple[Found, set[Pair]]]:
        """What was found in each named pair that `roots` lead to, and all pairs that lead to it, itself included."""
        seen = dict.fromkeys(roots)
        users: dict[Pair, list[Pair]] = {}
        pending = list(seen)
        while pending:
            pair = pending.pop()
            for child in self._named(pair).pairs:
                users.setdefault(child, []).append(pair)
                if child not in seen:
                    seen[child] = None
                    pending.append(child)
        for pair in seen:
            if self._known[pair].findings:
                yield self._known[pair], self._leading_to(pair, users)

    def _leading_to(self, pair: Pair, users: Mapping[Pair, list[Pair]]) -> set[Pair]:
        leading = {pair}
        pending = [pair]
        while pending:
            for user in users.get(pending.pop(), ()):
                self._budget.spend()
                if user not in leading:
                    leading.add(user)
                    pending.append(user)
        return leading

    def _named(self, pair: Pair) -> Found:
        if pair not in self._known:
            found = self._known[pair] = Found()
            old_name, new_name = self._old.name(pair.old), self._new.name(pair.new)
            place = Place(new_name, pair.direction, new_name)
            if old_name != new_name:
                gone = not self._new.document.has_schema(old_name)
                fresh = not self._old.document.has_schema(new_name)
                renamed = "model-renamed" if self._are_contracts else "schema-renamed"
                rule = renamed if gone and fresh else "schema-replaced"
                found.findings.append(Finding(rule, Place(new_name, "schema", new_name), old_name, new_name))
            old, new = self._old.use(_reference(pair.old)), self._new.use(_reference(pair.new))
            self._shapes(
                self._old.shape(old.schema, pair.old),
                self._new.shape(new.schema, pair.new),
                place,
                pair.direction,
                found,
            )
        return self._known[pair]

    def _use(
        self,
        old_schema: Schema,
        new_schema: Schema,
        place: Place,
        direction: Direction,
        found: Found,
        required: tuple[bool, bool],
    ) -> None:
        """Compare two schemas where they are used; `required` says whether the value was, and is, required."""
        self._budget.spend()
        old, new = self._old.use(old_schema), self._new.use(new_schema)
        old_shape = self._old.shape(old.schema, old.reference)
        new_shape = self._new.shape(new.schema, new.reference)
        found.findings.extend(use_changes(old.facts, new.facts, place, direction))
        if self._are_contracts:
            found.findings.extend(attribute_change(old.facts, new.facts, place, direction))
        nullable = old.nullable or old_shape.nullable, new.nullable or new_shape.nullable
        if not old_shape.is_free and not new_shape.is_free:
            found.findings.extend(null_changes(nullable, required, place, direction))
        if old.reference and new.reference:
            found.pairs[Pair(old.reference, new.reference, direction)] = None
            return
        key = canonical(old.schema), canonical(new.schema)
        if key in self._active:
            return
        if len(self._active) > _MAX_INLINE:
            raise DocumentError(f"the schemas at {place.prefix} {place.path[:80]} are nested too deeply to be compared")
        self._active.add(key)
        try:
            self._shapes(old_shape, new_shape, place, direction, found)
        finally:
            self._active.discard(key)

    def _shapes(self, old: Shape, new: Shape, place: Place, direction: Direction, found: Found) -> None:
        if old.variants or new.variants:
            self._variants(old, new, place, direction, found)
        if bool(old.variants) != bool(new.variants):
            return
        found.findings.extend(value_changes(old, new, place, direction))
        types = type_change(old, new)
        if types:
            found.findings.append(Finding(f"{direction}-{types}", place, described(old), described(new)))
        if types != "type-changed":
            self._objects(old, new, place, direction, found)
            self._contents(old, new, place, direction, found)

    def _objects(self, old: Shape, new: Shape, place: Place, direction: Direction, found: Found) -> None:
        shared = {self._old.name(base) for base in old.bases} & {self._new.name(base) for base in new.bases}

        def home(name: str, old_owner: str | None, new_owner: str | None) -> Place:
            """What an allOf brings in belongs to the schema that states it, whoever uses that."""
            owners = {self._old.name(old_owner)} if old_owner else set()
            owners |= {self._new.name(new_owner)} if new_owner else set()
            if len(owners) == 1 and owners <= shared:
                (owner,) = owners
                return Place(owner, direction, f"{owner}.{name}")
            return place.inside(f".{name}" if place.path else name)

        for name in sorted(old.properties.keys() | new.properties.keys()):
            was, now = old.properties.get(name), new.properties.get(name)
            where = home(name, was.owner if was else None, now.owner if now else None)
            required = name in old.required, name in new.required
            if was and now:
                if required[0] != required[1]:
                    aspect = "property-became-required" if required[1] else "property-became-optional"
                    stated = home(name, old.required.get(name), new.required.get(name))
                    found.findings.append(Finding(f"{direction}-{aspect}", stated))
                self._use(was.schema, now.schema, where, direction, found, required)
            else:
                added = "property-added-required" if required[1] else "property-added"
                aspect = "property-removed" if was else added
                found.findings.append(Finding(f"{direction}-{aspect}", where))

    def _contents(self, old: Shape, new: Shape, place: Place, direction: Direction, found: Found) -> None:
        if old.items is not None or new.items is not None:
            self._use(old.items or {}, new.items or {}, place.inside("[]"), direction, found, (False, False))
        closed = refuses(old.extra), refuses(new.extra)
        if closed[0] != closed[1]:
            aspect = "extra-properties-refused" if closed[1] else "extra-properties-allowed"
            found.findings.append(Finding(f"{direction}-{aspect}", place))
        elif old.extra is not None or new.extra is not None:
            self._use(old.extra or {}, new.extra or {}, place.inside("{}"), direction, found, (False, False))

    def _variants(self, old: Shape, new: Shape, place: Place, direction: Direction, found: Found) -> None:
        if old.is_free or new.is_free:
            if old.is_free != new.is_free:
                aspect = "type-widened" if new.is_free else "type-narrowed"
                found.findings.append(Finding(f"{direction}-{aspect}", place, described(old), described(new)))
            return
        matched, removed, added = self._matched(old.variants or [old.source], new.variants or [new.source])
        for was, now in matched:
            self._use(was, now, place, direction, found, (False, False))
        for variant in removed:
            label = self._label(self._old, variant)
            found.findings.append(Finding(f"{direction}-alternative-removed", place, old=label))
        for variant in added:
            label = self._label(self._new, variant)
            found.findings.append(Finding(f"{direction}-alternative-added", place, new=label))

    def _matched(
        self, olds: list[Schema], news: list[Schema]
    ) -> tuple[list[tuple[Schema, Schema]], list[Schema], list[Schema]]:
        """Pair the alternatives that are the same, then those of one name, then those of one type."""
        left = dict(enumerate(olds))
        right = dict(enumerate(news))
        matched: list[tuple[Schema, Schema]] = []
        for alike in (self._text, self._reference_name, self._types_of):
            by_key: dict[Any, list[int]] = {}
            for index, schema in right.items():
                by_key.setdefault(alike(self._new, schema), []).append(index)
            for index, schema in list(left.items()):
                key = alike(self._old, schema)
                if key is not None and by_key.get(key):
                    matched.append((left.pop(index), right.pop(by_key[key].pop(0))))
        return matched, list(left.values()), list(right.values())

    def _text(self, shapes: Shapes, schema: Schema) -> str:
        return canonical(schema)

    def _reference_name(self, shapes: Shapes, schema: Schema) -> str | None:
        reference = shapes.use(schema).reference
        return reference and shapes.name(reference)

    def _types_of(self, shapes: Shapes, schema: Schema) -> str:
        use = shapes.use(schema)
        return described(shapes.shape(use.schema, use.reference))

    def _label(self, shapes: Shapes, schema: Schema) -> str:
        use = shapes.use(schema)
        if use.reference:
            return shapes.name(use.reference)
        return described(shapes.shape(use.schema, None))


def _reference(reference: str) -> Schema:
    return {"$ref": reference}

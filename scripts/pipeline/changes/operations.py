"""What changed between two documents, operation by operation, before schemas shared by several are joined."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.changes.document import Budget, Schema
from pipeline.changes.rules import Direction
from pipeline.changes.schemas import Found, Pair, SchemaComparison
from pipeline.changes.shapes import canonical
from pipeline.changes.surface import Answer, Body, Operation, Parameter, Surface
from pipeline.changes.values import Finding, Place

DOCUMENT = "the API"


@dataclass(frozen=True)
class Attributed:
    """A finding and the label of the operation it touches (None: it touches the document as a whole)."""

    finding: Finding
    operation: str | None


def compare_surfaces(old: Surface, new: Surface) -> Iterator[Attributed]:
    """Every finding, once for each operation that it touches."""
    for finding in (*_servers(old, new), *_schemes(old, new)):
        yield Attributed(finding, None)
    matched, removed, added = _matched(old.operations, new.operations)
    for operation in removed:
        yield Attributed(Finding("operation-removed", Place(operation.label, operation.address)), operation.label)
    for operation in added:
        yield Attributed(Finding("operation-added", Place(operation.label, operation.address)), operation.label)
    budget = Budget()
    schemas = SchemaComparison(old.document, new.document, budget)
    roots: dict[Pair, list[str]] = {}
    for was, now in matched:
        found = Found()
        _OperationComparison(now.label, schemas, found).compare(was, now)
        for finding in found.findings:
            yield Attributed(finding, now.label)
        for pair in found.pairs:
            roots.setdefault(pair, []).append(now.label)
    order = {now.label: index for index, (_, now) in enumerate(matched)}
    for found, users in schemas.reached(roots):
        labels = {label for user in users for label in roots.get(user, ())}
        for label in sorted(labels, key=order.__getitem__):
            for finding in found.findings:
                yield Attributed(finding, label)


def _servers(old: Surface, new: Surface) -> Iterator[Finding]:
    place = Place(DOCUMENT, "")
    for url in sorted(old.servers - new.servers):
        yield Finding("server-removed", place, old=url)
    for url in sorted(new.servers - old.servers):
        yield Finding("server-added", place, new=url)


def _schemes(old: Surface, new: Surface) -> Iterator[Finding]:
    for name in sorted(old.schemes.keys() | new.schemes.keys()):
        was, now = old.schemes.get(name), new.schemes.get(name)
        if was is None:
            yield Finding("security-scheme-added", Place(DOCUMENT, ""), new=f"{name} ({now})")
        elif now is None:
            yield Finding("security-scheme-removed", Place(DOCUMENT, ""), old=f"{name} ({was})")
        elif was != now:
            yield Finding("security-scheme-changed", Place(DOCUMENT, "authentication", name), was, now)


def _matched(
    olds: list[Operation], news: list[Operation]
) -> tuple[list[tuple[Operation, Operation]], list[Operation], list[Operation]]:
    """Pair operations: same address and operationId, then same operationId, then same route."""
    left = dict(enumerate(olds))
    right = dict(enumerate(news))
    matched: list[tuple[int, Operation, Operation]] = []
    for key in (
        lambda operation: (operation.route, operation.id),
        lambda operation: operation.id,
        lambda operation: (operation.method, operation.path),
        lambda operation: operation.route,
    ):
        by_key: dict[Any, int] = {}
        for index, operation in right.items():
            by_key.setdefault(key(operation), index)
        for index, operation in list(left.items()):
            other = by_key.get(key(operation)) if key(operation) is not None else None
            if other in right and other is not None:
                matched.append((other, left.pop(index), right.pop(other)))
    pairs = [(was, now) for _, was, now in sorted(matched, key=lambda match: match[0])]
    return pairs, list(left.values()), list(right.values())


class _OperationComparison:
    """Compares one operation with its former self; what it finds goes into `found`."""

    def __init__(self, label: str, schemas: SchemaComparison, found: Found) -> None:
        self._label = label
        self._schemas = schemas
        self._found = found

    def compare(self, old: Operation, new: Operation) -> None:
        self._identity(old, new)
        self._parameters(old, new)
        self._body(old.body, new.body)
        self._answers(old.answers, new.answers)
        self._security(old.security, new.security)

    def _identity(self, old: Operation, new: Operation) -> None:
        if old.route != new.route:
            self._add("operation-moved", "", old=old.address, new=new.address)
        if old.id != new.id:
            self._add("operation-renamed", "", old=old.id or "none", new=new.id or "none")
        if old.deprecated != new.deprecated:
            self._add("operation-deprecated" if new.deprecated else "operation-undeprecated", "")
        if "x-bitrise-method" in old.facts and "x-bitrise-method" in new.facts:
            names = [f"{o.facts.get('x-bitrise-resource')}.{o.facts['x-bitrise-method']}" for o in (old, new)]
            if names[0] != names[1]:
                self._add("operation-method-renamed", "", *names)
            results = [_result(operation.facts) for operation in (old, new)]
            if results[0] != results[1]:
                self._add("operation-result-changed", "", *results)

    def _parameters(self, old: Operation, new: Operation) -> None:
        olds, news = dict(old.parameters), dict(new.parameters)
        for was, now in _renamed_in_path(old, new):
            if was != now:
                self._add("path-parameter-renamed", "", old=was, new=now)
            if ("path", was) in olds and ("path", now) in news:
                self._parameter(olds.pop(("path", was)), news.pop(("path", now)))
        for key in sorted(olds.keys() & news.keys()):
            self._parameter(olds.pop(key), news.pop(key))
        for (location, name), parameter in sorted(olds.items()):
            moved = next((key for key in news if key[1] == name), None)
            if moved is None:
                self._add("parameter-removed", _titled(parameter))
                continue
            found = news.pop(moved)
            self._add("parameter-moved", f"parameter {name}", location, found.location)
            self._parameter(parameter, found)
        for parameter in news.values():
            self._add("parameter-added-required" if parameter.required else "parameter-added", _titled(parameter))

    def _parameter(self, old: Parameter, new: Parameter) -> None:
        title = _titled(new)
        if old.required != new.required:
            self._add("parameter-became-required" if new.required else "parameter-became-optional", title)
        if old.style != new.style and old.style and new.style:
            self._add("parameter-style-changed", title, old.style, new.style)
        if old.deprecated != new.deprecated:
            self._add("request-deprecated" if new.deprecated else "request-undeprecated", title)
        self._schema(old.schema, new.schema, title, Direction.REQUEST)

    def _body(self, old: Body | None, new: Body | None) -> None:
        title = "request body"
        if old is None and new is not None:
            self._add("request-body-added-required" if new.required else "request-body-added", title)
        elif old is not None and new is None:
            self._add("request-body-removed", title)
        elif old is not None and new is not None:
            if old.required != new.required:
                aspect = "required" if new.required else "optional"
                self._add(f"request-body-became-{aspect}", title)
            self._content(old.content, new.content, title, Direction.REQUEST)

    def _answers(self, old: Mapping[str, Answer], new: Mapping[str, Answer]) -> None:
        gone, fresh = _successes(old.keys() - new.keys()), _successes(new.keys() - old.keys())
        renumbered = len(gone) == len(fresh) == 1
        if renumbered:
            title = f"response {fresh[0]}"
            self._add("response-success-renumbered", title, gone[0], fresh[0])
            self._answer(old[gone[0]], new[fresh[0]], title)
        for status in sorted(old.keys() | new.keys()):
            title = f"response {status}"
            kind = "success" if status.startswith("2") else "error"
            if status in old and status in new:
                self._answer(old[status], new[status], title)
            elif not (renumbered and kind == "success"):
                self._add(f"response-{kind}-{'removed' if status in old else 'added'}", title)

    def _answer(self, old: Answer, new: Answer, title: str) -> None:
        if bool(old.content) != bool(new.content):
            self._add("response-body-removed" if old.content else "response-body-added", title)
        else:
            self._content(old.content, new.content, title, Direction.RESPONSE)
        for name in sorted(old.headers.keys() | new.headers.keys()):
            header = f"{title} header {name}"
            if name in old.headers and name in new.headers:
                self._schema(old.headers[name], new.headers[name], header, Direction.RESPONSE)
            else:
                self._add(f"response-header-{'removed' if name in old.headers else 'added'}", header)

    def _content(self, old: Mapping[str, Schema], new: Mapping[str, Schema], title: str, direction: Direction) -> None:
        for media in sorted(old.keys() - new.keys()):
            self._add(f"{direction}-media-type-removed", title, old=media)
        for media in sorted(new.keys() - old.keys()):
            self._add(f"{direction}-media-type-added", title, new=media)
        common = sorted(old.keys() & new.keys())
        schemas = [(old[media], new[media]) for media in common]
        if not common and old and new:
            schemas = [(next(iter(old.values())), next(iter(new.values())))]
        for was, now in {(canonical(was), canonical(now)): (was, now) for was, now in schemas}.values():
            self._schema(was, now, title, direction)

    def _security(self, old: frozenset[str], new: frozenset[str]) -> None:
        if old == new:
            return
        if "nothing" in old and "nothing" not in new:
            self._add("security-required", "", new=" or ".join(sorted(new)))
        elif "nothing" in new and "nothing" not in old:
            self._add("security-dropped", "", old=" or ".join(sorted(old)))
        else:
            for alternative in sorted(old - new):
                self._add("security-alternative-removed", "authentication", old=alternative)
            for alternative in sorted(new - old):
                self._add("security-alternative-added", "authentication", new=alternative)

    def _schema(self, old: Schema, new: Schema, title: str, direction: Direction) -> None:
        self._schemas.compare(old, new, Place(self._label, title), direction, self._found)

    def _add(self, rule: str, title: str, old: str | None = None, new: str | None = None) -> None:
        self._found.findings.append(Finding(rule, Place(self._label, title), old, new))


def _renamed_in_path(old: Operation, new: Operation) -> Iterator[tuple[str, str]]:
    if old.route == new.route:
        yield from zip(old.path_names, new.path_names, strict=True)


def _successes(statuses: set[str]) -> list[str]:
    return sorted(status for status in statuses if status.startswith("2"))


def _titled(parameter: Parameter) -> str:
    return f"{parameter.location} parameter {parameter.name}"


def _result(facts: Mapping[str, Any]) -> str:
    shown = {key: facts[f"x-bitrise-{key}"] for key in ("pagination", "unwrap") if f"x-bitrise-{key}" in facts}
    return ", ".join(f"{key} {canonical(value)}" for key, value in shown.items()) or "the usual"

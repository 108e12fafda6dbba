"""What was asked for is what is answered, and nothing else is."""

from __future__ import annotations

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.discover import Values, list_items
from bitrise_conformance.semantic.pagination import ask
from bitrise_conformance.semantic.subject import NAMES, Subject, dig, key_of, reads
from bitrise_conformance.session import Answer

UNKNOWN = "0000000000000000"
"""A slug that nothing has."""


@reads
def things_are_shown_as_listed(subject: Subject) -> None:
    """Asking for one thing of a list gives that thing, with the values that the list showed.

    A valid answer about another thing satisfies every schema. Only fields that both answers have are compared,
    and a difference counts only when it is still there after reading both again (a build may just have ended). Fields
    that the contract types differently in the two answers (a pipeline's status) are not comparable.
    """
    for show in subject.operations:
        if show.method != "GET" or not show.path.endswith("}"):
            continue
        collection = _collection(subject, show)
        for values in subject.contexts(show)[:3]:
            listed = _listed(subject, collection, show, values) if collection else None
            answer = subject.api.call(show, values)
            if answer.status in (None, 501):
                continue
            if not answer.ok and collection is None:
                continue
            if not answer.ok:
                clause = "what a list shows can be asked for"
                subject.report("listed-not-there", show, clause, f"answered {answer.status}", answer)
                continue
            _compare(subject, collection, show, values, listed, answer)


@reads
def others_are_not_shown(subject: Subject) -> None:
    """A thing is found only where it belongs: under another parent its slug leads to nothing.

    A server that looks a slug up in one big table answers well-formed, and shows one app's files under another.
    """
    for show in subject.operations:
        if show.method != "GET" or len(show.path_parameters) < 2 or not show.path.endswith("}"):
            continue
        parent = show.path_parameters[-2]
        if "enum" in _parameter(show, show.path_parameters[-1]) or _is_name(show.path_parameters[-1]):
            continue
        pool = subject.contexts(show)
        values = pool[0] if pool else None
        others = [v[parent] for o in subject.api.contract for v in subject.contexts(o) if parent in v]
        other = next((v for v in others if values and v != values[parent]), None)
        if values is None or other is None:
            continue
        answer = subject.api.call(show, {**values, parent: other})
        if answer.ok:
            clause = f"{{{show.path_parameters[-1]}}} is looked up within {{{parent}}}"
            subject.report("wrong-parent", show, clause, f"shown under another {parent}", answer)


@reads
def unknown_things_are_not_found(subject: Subject) -> None:
    """What is not there is answered with 404, at every operation that reads one thing."""
    for operation in subject.operations:
        if operation.method != "GET" or not operation.path_parameters:
            continue
        values = subject.world.first(operation)
        for name in operation.path_parameters:
            known = {**dict.fromkeys(operation.path_parameters, UNKNOWN), **(values or {})}
            answer = subject.api.call(operation, {**known, name: UNKNOWN})
            if answer.ok and "enum" not in _parameter(operation, name) and not _names_nobody(operation, name):
                clause = f"{operation.pointer}: an unknown {{{name}}} is not found"
                subject.report("unknown-found", operation, clause, f"answered {answer.status}", answer)


@reads
def parents_have_their_own(subject: Subject) -> None:
    """Two parents do not list the same things: a build belongs to one app, a file to one app."""
    for operation, contexts in subject.lists():
        if len(contexts) < 2 or not operation.path_parameters or "slug" not in operation.path_parameters[-1]:
            continue
        if subject.item_operation(operation) is None:
            continue
        one, two = (ask(subject, operation, values) for values in contexts[:2])
        shared = _keys(one, operation) & _keys(two, operation)
        if shared:
            clause = "a thing belongs to one parent"
            message = f"{sorted(shared)[0]} stands in the lists of two"
            subject.report("shared-between-parents", operation, clause, message, two)


@reads
def reading_twice_is_reading_once(subject: Subject) -> None:
    """An operation that reads answers the same status when it is asked again."""
    for operation in subject.operations:
        values = subject.world.first(operation)
        if operation.method != "GET" or values is None or operation.required_query:
            continue
        statuses = [subject.api.call(operation, values) for _ in range(4)]
        if len({answer.status for answer in statuses}) > 1:
            seen = ", ".join(str(answer.status) for answer in statuses)
            clause = "what was answered once is answered again"
            bad = next((a for a in statuses if not a.ok), statuses[-1])
            subject.report("read-unstable", operation, clause, f"answered {seen}", bad)


def _collection(subject: Subject, show: Operation) -> Operation | None:
    parent = show.path.rpartition("/")[0]
    return next((op for op in subject.api.contract if op.method == "GET" and op.path == parent), None)


def _listed(subject: Subject, collection: Operation, show: Operation, values: Values) -> Json:
    key = values[show.path_parameters[-1]]
    answer = ask(subject, collection, values)
    items = list_items(answer.json, collection)
    return next((item for item in items if key in _identifiers(item)), None)


def _compare(
    subject: Subject, collection: Operation | None, show: Operation, values: Values, listed: Json, answer: Answer
) -> None:
    key = values[show.path_parameters[-1]]
    shown = _thing(answer.data, key)
    if not isinstance(shown, dict):
        return
    if _identifiers(shown) and key not in _identifiers(shown):
        clause = f"{{{show.path_parameters[-1]}}} names the thing that is answered"
        subject.report("wrong-thing", show, clause, f"asked for {key}, got {key_of(shown)}", answer)
        return
    if not isinstance(listed, dict) or collection is None:
        return
    differing = _differences(listed, shown)
    if not differing:
        return
    again = subject.api.call(show, values)
    listed = _listed(subject, collection, show, values)
    shown = _thing(again.data, key)
    if isinstance(listed, dict) and isinstance(shown, dict):
        for name in sorted(set(differing) & set(_differences(listed, shown))):
            clause = f"{name} is the same in the list and alone"
            message = f"the list says {listed[name]!r}, alone it is {shown[name]!r}"
            subject.report("listed-otherwise", show, clause, message, again)


def _thing(data: Json, key: str) -> Json:
    """The thing in an answer; some are wrapped once more under their own name."""
    if isinstance(data, dict) and not _identifiers(data):
        return next((v for v in data.values() if isinstance(v, dict) and key in _identifiers(v)), data)
    return data


def _differences(one: dict[str, Json], two: dict[str, Json]) -> list[str]:
    return [
        name
        for name, value in one.items()
        if name in two
        and isinstance(value, str | int | bool)
        and type(two[name]) is type(value)
        and value != two[name]
        and "url" not in name
    ]


def _identifiers(item: Json) -> set[str]:
    return {str(item[name]) for name in NAMES if isinstance(item, dict) and item.get(name)}


def _keys(answer: Answer, operation: Operation) -> set[str]:
    return {key_of(item) for item in list_items(answer.json, operation)}


def _parameter(operation: Operation, name: str) -> Json:
    found = (p for p in operation.parameters if p["in"] == "path" and p["name"] == name)
    return operation.contract.resolve(next(found, {}).get("schema", {}))


def _is_name(parameter: str) -> bool:
    """Names are chosen by people: two parents may well have a thing of the same name."""
    return parameter.endswith("-name")


def _names_nobody(operation: Operation, name: str) -> bool:
    return bool(dig(_parameter(operation, name), "const"))

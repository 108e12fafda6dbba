"""Refusals say what is wrong, and no input breaks the server."""

from __future__ import annotations

from bitrise_conformance.contract import Operation
from bitrise_conformance.discover import required_query
from bitrise_conformance.findings import Finding
from bitrise_conformance.semantic.subject import Subject, reads
from bitrise_conformance.session import Answer

ODD = ("%00", "%F0%9F%92%A9", "a%2Fb", "%2e%2e", "'%22%3B--", "{}", "%25s", "x" * 3000, "-1", "null")
"""Path parts as clients in trouble send them, percent-encoded."""

ODD_VALUES = ("", "\x00", "💩", "9" * 40, "-1", "1e999", "null", "true", "{}", "[]", "x" * 3000, "%", "\u202e", "NaN")
"""Query values of the same kind."""


@reads
def unknown_paths_are_not_found(subject: Subject) -> None:
    """A path that the contract lacks is answered with 404 and the API's error body."""
    if not subject.operations:
        return
    nearest = subject.operations[0]
    app = next((v["app-slug"] for pool in subject.world.pools.values() for v in pool if "app-slug" in v), None)
    paths = ["/no-such-path", *([f"/apps/{app}/no-such-path"] if app else [])]
    for path in paths:
        answer = subject.api.request("GET", path)
        if answer.status is not None and answer.status not in (404, 401, 403, 405):
            clause = "a path that the contract lacks is not found"
            subject.report("unknown-path", nearest, clause, f"GET {path} answered {answer.status}", answer)
        elif answer.status == 404 and not (isinstance(answer.json, dict) and answer.json):
            clause = "an error is a JSON object that says what went wrong"
            subject.report("error-shape", nearest, clause, f"GET {path}: 404 without a JSON object", answer)
        _leaks(subject, nearest, answer)


@reads
def odd_paths_do_no_harm(subject: Subject) -> None:
    """Whatever stands in the place of a slug, the server answers, and not with a server error."""
    for operation in subject.operations:
        if operation.method != "GET" or not operation.path_parameters:
            continue
        values = subject.world.first(operation) or dict.fromkeys(operation.path_parameters, "x")
        path = operation.url_path({**values, operation.path_parameters[-1]: "\0odd"})
        for odd in ODD:
            answer = subject.api.request("GET", path.replace("%00odd", odd, 1), query=required_query(operation))
            _must_stand(subject, operation, answer, f"{{{operation.path_parameters[-1]}}} = {odd[:20]}")


@reads
def odd_queries_do_no_harm(subject: Subject) -> None:
    """Whatever a query parameter holds, the server answers, and not with a server error."""
    for operation in subject.operations:
        values = subject.world.first(operation)
        if operation.method != "GET" or values is None:
            continue
        for name in operation.query:
            for odd in ODD_VALUES:
                query = {**required_query(operation), name: odd}
                answer = subject.api.call(operation, values, query=query)
                _must_stand(subject, operation, answer, f"{name} = {odd[:20]!r}")


def _must_stand(subject: Subject, operation: Operation, answer: Answer, what: str) -> None:
    if answer.status is not None and answer.status >= 500 and answer.implemented:
        clause = operation.response_pointer(answer.status)
        subject.report("server-error", operation, clause, f"{what}: answered {answer.status}", answer)
    elif answer.status is None and not answer.exchange.headers.get("refused"):
        subject.report("no-answer", operation, "every request is answered", f"{what}: no answer", answer)
    _leaks(subject, operation, answer)


def _leaks(subject: Subject, operation: Operation, answer: Answer) -> None:
    for rule, clause, message in subject.api.judge.leaks(answer.exchange):
        subject.api.findings.add(Finding(rule, operation.id, clause, message, answer.exchange))

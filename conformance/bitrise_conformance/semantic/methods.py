"""Methods and content types that the contract lacks are refused."""

from __future__ import annotations

import json

from bitrise_conformance.contract import Operation
from bitrise_conformance.schema import Schemas
from bitrise_conformance.semantic.bodies import body_for
from bitrise_conformance.semantic.subject import Subject, writes
from bitrise_conformance.session import Answer

UNDECLARED = ("PATCH", "PUT", "DELETE", "POST")
BROKEN = (b"{", b'{"a": }', b"\xff\xfe", b"[" * 20_000)
WRONG_KINDS = (("application/xml", b"<a/>"), ("application/x-www-form-urlencoded", b"a=1"))
REFUSALS = (400, 401, 403, 404, 405, 406, 409, 413, 415, 422)


@writes
def undeclared_methods_are_refused(subject: Subject) -> None:
    """A method that the contract lacks at a path is refused with 405 and says which there are.

    A server that accepts one does something nobody has documented. HTTP asks for `Allow` with a 405 (RFC 9110,
    15.5.6). Only where anything may be written: a broken server could take a DELETE seriously.
    """
    if subject.own_only:
        subject.skipped.append("undeclared methods: only on a server where anything may be written")
        return
    done: set[str] = set()
    for operation in subject.operations:
        values = subject.world.first(operation)
        if values is None or operation.path in done:
            continue
        done.add(operation.path)
        here = {op.method for op in subject.api.contract if op.path == operation.path}
        for method in UNDECLARED:
            if method in here:
                continue
            path = operation.url_path(values)
            found = subject.api.contract.find_path(path)
            if found is None or method in found:
                continue
            answer = subject.api.request(method, path)
            _must_refuse(subject, operation, method, answer)


@writes
def broken_bodies_are_refused(subject: Subject) -> None:
    """A body that is not JSON, or is said to be something else, is refused with 4xx; nothing is made of it."""
    for operation in subject.operations:
        values = subject.world.first(operation)
        if values is None or set(operation.body) != {"application/json"} or subject.own_only:
            continue
        for content in BROKEN:
            answer = subject.api.call(operation, values, content=content, headers={"Content-Type": "application/json"})
            _must_be_4xx(subject, operation, answer, f"the body {content[:10]!r}")
        for kind, content in WRONG_KINDS:
            answer = subject.api.call(operation, values, content=content, headers={"Content-Type": kind})
            _must_be_4xx(subject, operation, answer, f"a body of {kind}")


@writes
def invalid_bodies_are_refused(subject: Subject) -> None:
    """A body that the contract forbids is refused: a required field missing, a field of another type, no object.

    Each is made from a body that is right in everything else, so that only the broken clause can be the reason.
    """
    for operation in subject.operations:
        values = subject.world.first(operation)
        schema = operation.body.get("application/json")
        if values is None or schema is None or subject.own_only:
            continue
        for what, body in _spoiled(operation, subject.api.judge.schemas):
            answer = subject.api.call(
                operation, values, content=json.dumps(body).encode(), headers={"Content-Type": "application/json"}
            )
            if answer.ok:
                clause = f"{operation.pointer}/requestBody: {what}"
                message = f"{what}: answered {answer.status}"
                subject.report("invalid-input-accepted", operation, clause, message, answer)


def _spoiled(operation: Operation, schemas: Schemas) -> list[tuple[str, object]]:
    pointer = f"{operation.pointer}/requestBody/content/application~1json/schema"
    contract = operation.contract
    if "$ref" in operation.definition.get("requestBody", {}):
        return []
    good = body_for(operation)
    candidates: list[tuple[str, object]] = [("not an object", [1]), ("not an object", "text")]
    if isinstance(good, dict):
        properties = contract.resolve(operation.body["application/json"]).get("properties", {})
        for name in good:
            candidates.append((f"{name} is missing", {k: v for k, v in good.items() if k != name}))
        for name in properties:
            for wrong in ({"a": 1}, 12345.5, "text", True, [1], None):
                body = {**good, name: wrong}
                if not schemas.is_valid(pointer, body):
                    candidates.append((f"{name} has another type", body))
                    break
    return [(what, body) for what, body in candidates if not schemas.is_valid(pointer, body)]


def _must_refuse(subject: Subject, operation: Operation, method: str, answer: Answer) -> None:
    clause = "a method that the contract lacks is refused with 405 and Allow"
    if answer.status is None or not answer.implemented:
        return
    if answer.status != 405:
        message = f"{method} answered {answer.status}"
        subject.report("undeclared-method", operation, clause, message, answer)
    elif not answer.exchange.headers.get("allow"):
        subject.report("undeclared-method", operation, clause, f"{method}: 405 without Allow", answer)


def _must_be_4xx(subject: Subject, operation: Operation, answer: Answer, what: str) -> None:
    if answer.status is not None and answer.ok:
        clause = f"{operation.pointer}/requestBody: what is not JSON is refused"
        subject.report("invalid-input-accepted", operation, clause, f"{what}: answered {answer.status}", answer)

"""Protected things keep their secret."""

from __future__ import annotations

from bitrise_conformance.discover import Values, list_items
from bitrise_conformance.semantic.pagination import ask
from bitrise_conformance.semantic.subject import Subject, reads

HIDDEN = ("value", "password", "certificate_password", "private_key_password", "download_url")
"""Fields that a protected thing does not give."""


@reads
def protected_things_stay_secret(subject: Subject) -> None:
    """What is marked `is_protected` never gives its value again, neither in a list nor alone.

    The schema has to allow the field, since unprotected things have it; that protection empties it is a
    relation between two fields.
    """
    for operation in subject.operations:
        if operation.method != "GET":
            continue
        for values in subject.contexts(operation)[:2]:
            if operation.required_query:
                break
            answer = ask(subject, operation, values)
            for item in list_items(answer.json, operation) or [answer.data]:
                if not isinstance(item, dict) or item.get("is_protected") is not True:
                    continue
                shown = next((name for name in HIDDEN if item.get(name)), None)
                if shown:
                    clause = f"a protected thing does not give its {shown}"
                    subject.report("secret-shown", operation, clause, f"{shown} is there", answer)


@reads
def protected_values_are_refused(subject: Subject) -> None:
    """The operation that gives a secret's value refuses to give a protected one."""
    for operation in subject.operations:
        if operation.method != "GET" or not operation.path.endswith("}/value"):
            continue
        owner = operation.path.rpartition("/")[0]
        show = next((op for op in subject.api.contract if op.method == "GET" and op.path == owner), None)
        if show is None:
            continue
        for values in subject.contexts(operation):
            if _is_protected(subject, show.id, values):
                answer = subject.api.call(operation, values)
                if answer.ok:
                    clause = "the value of a protected thing is refused"
                    subject.report("secret-shown", operation, clause, f"answered {answer.status}", answer)


def _is_protected(subject: Subject, show: str, values: Values) -> bool:
    data = subject.api.call(show, values).data
    return isinstance(data, dict) and data.get("is_protected") is True

"""Doors are locked: without a token, with a wrong one, and with somebody else's."""

from __future__ import annotations

from bitrise_conformance.contract import Json, Operation
from bitrise_conformance.discover import Values, required_query
from bitrise_conformance.semantic.bodies import body_for
from bitrise_conformance.semantic.subject import Subject, reads
from bitrise_conformance.session import SIGNED, Answer

REFUSED = (401, 403)
HIDDEN = (401, 403, 404)
"""What somebody else's thing may answer: that it is there is none of their business."""

PUBLIC_PARENTS = ("addon-id",)
"""Path parameters whose things belong to nobody."""


@reads
def a_token_is_needed(subject: Subject) -> None:
    """Every operation that the contract protects answers 401 without a token.

    The contract says that a token is needed; whether the door is locked shows only when one tries it without.
    Operations that write are tried only where anything may be written.
    """
    for operation in _doors(subject):
        answer = _try(subject, operation, token=None)
        if _opened(answer):
            clause = f"{operation.pointer}/security"
            subject.report("authentication-off", operation, clause, f"{answer.status} without a token", answer)


@reads
def wrong_tokens_are_refused(subject: Subject) -> None:
    """A token that was never given out is refused, however much it looks like a real one.

    Tried are a made-up token, and the real one with its last character changed or missing: a server that
    compares only a part, or only the form, lets them in.
    """
    for number, wrong in enumerate(_wrong_tokens(subject)):
        subject.api.judge.scrubber.add(wrong)
        for operation in _doors(subject):
            if number and not operation.is_safe:
                continue
            answer = _try(subject, operation, token=f"token {wrong}")
            if _opened(answer):
                clause = f"{operation.pointer}/security"
                subject.report("wrong-token-accepted", operation, clause, f"{answer.status} with a wrong token", answer)


@reads
def foreign_things_are_hidden(subject: Subject) -> None:
    """A valid token of somebody else opens nothing that is not theirs.

    Both answers, mine and theirs, have the same schema; that mine must not be theirs is known only to somebody
    who holds both tokens.
    """
    other = subject.other_token
    if other is None:
        subject.skipped.append("foreign token: no second token was given (--other-token-env)")
        return
    for operation in _doors(subject):
        values = subject.world.first(operation)
        if not operation.path_parameters or values is None or set(operation.path_parameters) & set(PUBLIC_PARENTS):
            continue
        if not operation.is_safe and subject.own_only:
            continue
        mine = subject.api.call(operation, values, query=required_query(operation)) if operation.is_safe else None
        if mine is not None and not mine.ok:
            continue
        answer = _try(subject, operation, token=f"token {other}")
        if answer.ok:
            clause = "nobody sees or changes what is not theirs"
            subject.report("foreign-token-accepted", operation, clause, f"{answer.status} with a foreign token", answer)


@reads
def lists_hold_only_mine(subject: Subject) -> None:
    """Two people who share nothing see different lists of apps, builds and organizations."""
    other = subject.other_token
    if other is None:
        return
    for operation in subject.operations:
        if operation.method != "GET" or operation.path_parameters or not operation.is_secured:
            continue
        if subject.item_operation(operation) is None and not operation.pagination:
            continue
        mine = subject.api.call(operation, {}, query=required_query(operation))
        theirs = subject.api.call(operation, {}, query=required_query(operation), token=f"token {other}")
        shared = _slugs(mine) & _slugs(theirs)
        if shared and mine.ok and theirs.ok and operation.path not in PUBLIC_LISTS:
            clause = "nobody sees or changes what is not theirs"
            message = f"{sorted(shared)[0]} is in both lists"
            subject.report("foreign-things-listed", operation, clause, message, theirs)


PUBLIC_LISTS = ("/addons", "/available-stacks", "/search-steps", "/step-inputs")
"""Catalogues, the same for everybody."""


@reads
def the_bare_token_is_accepted(subject: Subject) -> None:
    """The token alone in the header opens the same door as `token THE-TOKEN`: both forms are in live use."""
    token = subject.api.wire.token
    if token is None:
        return
    for operation in subject.operations:
        if operation.method == "GET" and operation.pagination and not operation.path_parameters:
            mine = subject.api.call(operation, {}, query=required_query(operation), token=SIGNED)
            bare = subject.api.call(operation, {}, query=required_query(operation), token=token)
            if mine.ok and bare.status in REFUSED:
                clause = "the bare token is accepted too"
                subject.report("bare-token-refused", operation, clause, f"answered {bare.status}", bare)
            return


@reads
def reading_tokens_do_not_write(subject: Subject) -> None:
    """A token that was given for reading only changes nothing.

    Whether a token may write is known to its owner and the server alone. Tried only where anything may be
    written, since a broken server would do what is asked.
    """
    if subject.reading_token is None or subject.own_only or not subject.writes:
        return
    for operation in _doors(subject):
        if operation.is_safe or operation.path in NO_EFFECT:
            continue
        answer = _try(subject, operation, token=f"token {subject.reading_token}")
        if answer.ok:
            clause = "a token for reading does not write"
            subject.report("reading-token-writes", operation, clause, f"answered {answer.status}", answer)


NO_EFFECT = ("/validate-bitrise-yml",)
"""Paths whose POST changes nothing."""


def _doors(subject: Subject) -> list[Operation]:
    return [
        operation
        for operation in subject.operations
        if operation.is_secured and (operation.is_safe or (subject.writes and not subject.own_only))
    ]


def _try(subject: Subject, operation: Operation, *, token: str | None) -> Answer:
    values = subject.world.first(operation) or _made_up(operation)
    body = body_for(operation) if operation.body else None
    return subject.api.call(operation, values, query=required_query(operation), body=body, token=token)


def _opened(answer: Answer) -> bool:
    return answer.status is not None and answer.status not in (*REFUSED, 404, 405, 429, 501) and answer.status < 500


def _made_up(operation: Operation) -> Values:
    return dict.fromkeys(operation.path_parameters, "0000000000000000")


def _wrong_tokens(subject: Subject) -> list[str]:
    wrong = [f"bitpat_{subject.random.getrandbits(160):040x}"]
    token = subject.api.wire.token
    if token and len(token) > 8:
        wrong += [token[:-1] + ("a" if token[-1] != "a" else "b"), token[:-1]]
    return wrong


def _slugs(answer: Answer) -> set[str]:
    data: Json = answer.data
    items = data if isinstance(data, list) else [data]
    return {str(item["slug"]) for item in items if isinstance(item, dict) and item.get("slug")}

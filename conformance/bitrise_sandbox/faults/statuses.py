"""Statuses that the contract does not have, or has for something else."""

from __future__ import annotations

from ..answers import Answer
from ..call import Call
from .registry import EVERY, ActiveFault, Proceed, fault


@fault("undocumented-status", "answers 418 where it would have succeeded")
def undocumented(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    return Answer.of(418, {"message": "I am a teapot"}) if answer.ok else answer


@fault("wrong-success-status", "answers 203 with the right body where it should be another 2xx")
def wrong_success(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    answer.status = 203 if answer.ok else answer.status
    return answer


@fault("error-as-success", "answers errors with status 200")
def error_as_success(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    answer.status = 200 if answer.status in (400, 404, 422) else answer.status
    return answer


@fault("server-error-on-odd-input", "answers 500 to anything that is not plain ASCII or longer than 200 bytes")
def odd_input(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    sent = call.path.encode("latin-1") + call.query_string.encode("latin-1") + call.raw_body
    # A percent sign stands for what was not plain in a path or query, \u for what was not in JSON.
    odd = len(sent) > 200 or not sent.isascii() or b"%" in sent or b"\\u" in sent
    return Answer.of(500, {"message": "Internal Server Error"}) if odd else proceed()


@fault("html-error-page", "answers every n-th request with 502 and a page of HTML", argument=EVERY, default="5")
def html_error(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    if active.turn():
        return Answer(502, b"<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html")
    return proceed()


@fault("redirect-elsewhere", "redirects GET requests to another host", visible=True)
def redirect(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    if call.method != "GET":
        return proceed()
    return Answer(302, b"", None, {"Location": "http://elsewhere.invalid" + call.path})

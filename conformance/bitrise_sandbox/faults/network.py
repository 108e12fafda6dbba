"""What goes wrong between a client and a server, and the files behind presigned addresses."""

from __future__ import annotations

from ..answers import Answer
from ..call import Call
from .registry import EVERY, SECONDS, ActiveFault, Proceed, fault

_BURST = 3


@fault("too-many-requests", "answers every n-th request with a bare 429", argument=EVERY, default="3", visible=False)
def too_many(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    return Answer.of(429, {"message": "Too Many Requests"}) if active.turn() else proceed()


@fault(
    "too-many-requests-retry-after",
    "answers every n-th request with 429 and Retry-After: 1",
    argument=EVERY,
    default="3",
    visible=False,
)
def too_many_retry_after(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    if active.turn():
        return Answer.of(429, {"message": "Too Many Requests"}, Retry_After="1")
    return proceed()


@fault(
    "service-unavailable-bursts",
    "answers 503 three times in a row, beginning with every n-th request",
    argument=EVERY,
    default="10",
)
def unavailable(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    left = active.memory.get("left", 0) or (_BURST if active.turn() else 0)
    active.memory["left"] = max(left - 1, 0)
    return Answer(503, b"Service Unavailable", "text/plain") if left else proceed()


@fault("slow-answers", "answers after so many seconds, every time", argument=SECONDS, default="5")
def slow(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    answer.delay = float(active.argument)
    return answer


@fault("dropped-connections", "ends every n-th connection without an answer", argument=EVERY, default="3")
def dropped(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    return Answer(200, dropped=True) if active.turn() else proceed()


@fault(
    "dropped-after-processing",
    "does what every n-th request asks, then ends the connection",
    argument=EVERY,
    default="3",
)
def dropped_after(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    answer.dropped = active.turn()
    return answer


@fault("half-sent-answers", "ends the connection in the middle of every n-th answer", argument=EVERY, default="3")
def half_sent(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    if active.turn():
        answer.cut_after = len(answer.body) // 2
    return answer


@fault("truncated-downloads", "ends downloads of files in their middle", argument=None, visible=False)
def truncated(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    if answer.file is not None and call.method == "GET":
        answer.cut_after = answer.file.length // 2
    return answer


@fault("expired-addresses", "gives out presigned addresses that have already expired", argument=None)
def expired(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    storage = call.state.storage
    before, storage.lifetime = storage.lifetime, -60.0
    try:
        return proceed()
    finally:
        storage.lifetime = before


@fault("range-ignored", "answers a Range request for a file with the whole of it", argument=None, visible=False)
def range_ignored(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    call.headers.pop("range", None)
    return proceed()

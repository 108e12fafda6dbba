"""The log of a build, as one answer of it."""

from __future__ import annotations

from typing import Any

from .. import logs
from ..answers import NotFound
from ..call import Call, handles
from ..clock import ZERO_TIME


@handles("build-log")
def log(call: Call) -> Any:
    build = call.build()
    now = call.now
    if now < build["_life"]["log_after"]:
        raise NotFound("build log not found")
    archived = logs.is_archived(build, now)
    query = call.query
    everything = logs.emitted(build, now)
    chunks = logs.window(
        everything, after=query.get("after_timestamp"), before=query.get("before_timestamp"), archived=archived
    )
    answer: dict[str, Any] = {
        "log_chunks": logs.chunk_values(chunks),
        "next_before_timestamp": ZERO_TIME,
        "next_after_timestamp": ZERO_TIME,
        "is_archived": archived,
        "generated_log_chunks_num": len(everything),
        "log_format": build["log_format"],
    }
    if archived:
        name = f"logs/{build['slug']}.txt"
        answer["expiring_raw_log_url"] = call.state.storage.address(call.origin, "GET", name, now)
    elif chunks:
        answer["next_before_timestamp"] = logs.timestamp(chunks[0])
        answer["next_after_timestamp"] = logs.timestamp(chunks[-1])
    elif "after_timestamp" in query:
        answer["next_after_timestamp"] = query["after_timestamp"]
    return answer

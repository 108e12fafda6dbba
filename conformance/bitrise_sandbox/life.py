"""A build's life on the sandbox's clock: on hold, queued, preparing, running, ended, its log archived.

Every build carries its plan under ``_life``, in seconds since 1970; ``tick`` brings what is visible up to date.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from .answers import Problem
from .clock import to_seconds
from .state import State
from .store import Record

STATUS_TEXT = {0: "in-progress", 1: "success", 2: "error", 3: "aborted", 4: "aborted-with-success"}
OUTCOMES = {"success": 1, "error": 2, "aborted": 3, "aborted-with-success": 4}

TRIGGERED, FINISHED = "build/triggered", "build/finished"
"""What the API calls the two events of a build, as in the header ``Bitrise-Event-Type``."""

LISTENERS: list[Callable[[State, Record, str], None]] = []

SCRIPT_VARIABLE = "BITRISE_SANDBOX_SCRIPT"
"""The environment variable of a trigger whose value, YAML, scripts the build."""

DEFAULT_SCRIPT: Mapping[str, Any] = {
    "hold": 0.0,
    "queue": 4.0,
    "prepare": 3.0,
    "run": 40.0,
    "archive": 10.0,
    "log_after": 3.0,
    "outcome": "success",
    "lines": None,
    "order": None,
    "gaps": [],
    "first": 0,
    "abort_after": None,
    "abort_reason": "scripted",
    "refuse": None,
}
"""What a script may say. Times in seconds: ``hold``, ``queue``, ``prepare`` and ``run`` follow one another;
``archive`` counts from the end (null: never); ``log_after`` is how long the log answers 404. ``lines``: the log's
chunks; ``order``: their positions in the order they appear; ``gaps``: positions that never come; ``first``: the
position of the first chunk. ``abort_after``: abort by itself; ``refuse``: refuse the trigger with this message."""


def read_script(given: Any) -> dict[str, Any]:
    """A whole script from what a user gave.

    Raises:
        Problem: 400, naming the key that is wrong.
    """
    if given is None:
        return dict(DEFAULT_SCRIPT)
    if not isinstance(given, dict):
        raise Problem(400, f"{SCRIPT_VARIABLE}: must be a mapping")
    for key, value in given.items():
        if key not in DEFAULT_SCRIPT:
            raise Problem(400, f"{SCRIPT_VARIABLE}: unknown key {str(key)[:40]!r}; known: {', '.join(DEFAULT_SCRIPT)}")
        if not _valid(str(key), value):
            raise Problem(400, f"{SCRIPT_VARIABLE}: {key} has a value of the wrong kind")
    return {**DEFAULT_SCRIPT, **given}


def plan(script: Mapping[str, Any], triggered: float) -> dict[str, Any]:
    """The build's plan: its script with absolute times."""
    started = triggered + script["hold"] + script["queue"]
    prepared = started + script["prepare"]
    planned = finished = prepared + script["run"]
    outcome = OUTCOMES[script["outcome"]]
    reason = script["abort_reason"] if outcome >= 3 else None
    if script["abort_after"] is not None and triggered + script["abort_after"] < finished:
        finished, outcome, reason = triggered + script["abort_after"], 3, script["abort_reason"]
    archived = None if script["archive"] is None else finished + script["archive"]
    return {
        "triggered": triggered,
        "released": triggered + script["hold"],
        "started": started,
        "prepared": prepared,
        "planned": planned,
        "finished": finished,
        "archived": archived,
        "log_after": triggered + script["log_after"],
        "outcome": outcome,
        "reason": reason,
        "log": {key: script[key] for key in ("lines", "order", "gaps", "first")},
    }


def tick(state: State) -> None:
    """Bring every unfinished build up to the present."""
    now = state.clock.now()
    with state.store.unjournaled():
        for slug in list(state.living):
            build = state.store.table(("builds",)).get(slug)
            ran = build is not None and build["status"] == 0
            if build is None or advance(state, build, now):
                state.living.discard(slug)
                if build is not None and ran:
                    announce(state, build, FINISHED)
    state.next_tick = now + 0.05 if state.living else math.inf


def advance(state: State, build: Record, now: float) -> bool:
    """Show the build as it is at ``now``; True once it has ended."""
    life = build["_life"]
    ended = now >= life["finished"]
    status = life["outcome"] if ended else 0
    began = min(now, life["finished"])
    seen = {
        "status": status,
        "status_text": STATUS_TEXT[status],
        "is_on_hold": not ended and now < life["released"],
        "is_processed": now >= life["released"],
        "started_on_worker_at": _passed(life["started"], began),
        "environment_prepare_finished_at": _passed(life["prepared"], began),
        "finished_at": _passed(life["finished"], now),
        "abort_reason": life["reason"] if ended else None,
        "is_status_sent": ended,
        "rebuildable": ended,
        "credit_cost": _credits(life) if ended else None,
    }
    if any(build[name] != value for name, value in seen.items()):
        state.store.change(build, **seen)
    return bool(ended)


def abort(state: State, build: Record, now: float, *, reason: str | None, with_success: bool) -> None:
    """End a build now. One that never reached a worker is never archived."""
    life = dict(build["_life"])
    life.update(finished=now, outcome=4 if with_success else 3, reason=reason)
    life["archived"] = now + DEFAULT_SCRIPT["archive"] if life["started"] <= now else None
    state.store.change(build, _life=life)
    advance(state, build, now)
    announce(state, build, FINISHED)


def announce(state: State, build: Record, event: str) -> None:
    """Tell whoever listens what has become of a build."""
    for listener in LISTENERS:
        listener(state, build, event)


def _passed(moment: float, now: float) -> str | None:
    return to_seconds(moment) if moment <= now else None


def _credits(life: Mapping[str, Any]) -> int:
    return max(1, math.ceil((life["finished"] - life["started"]) / 60) * 2) if life["finished"] > life["started"] else 0


def _valid(key: str, value: Any) -> bool:
    if key == "outcome":
        return value in OUTCOMES
    if key in ("lines", "order", "gaps"):
        kind = str if key == "lines" else int
        empty = value is None and key != "gaps"
        return empty or (isinstance(value, list) and all(isinstance(one, kind) for one in value))
    if key in ("refuse", "abort_reason"):
        return value is None or isinstance(value, str)
    if value is None:
        return key in ("archive", "abort_after")
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e9

"""Build logs: chunks that appear while the build runs, an archived whole some time after it has ended."""

from __future__ import annotations

from typing import Any

from .clock import from_rfc3339, to_micros
from .store import Record

MOST_CHUNKS = 100
"""How many of the newest chunks one answer holds."""

_ARCHIVED_CHUNKS = 1
_HALF_MICROSECOND = 5e-7
"""Timestamps carry microseconds: a chunk's own, sent back, must not bring the chunk again."""


def emitted(build: Record, now: float) -> list[tuple[float, int, str]]:
    """Time, position and text of each chunk that has appeared by ``now``, in the order they appeared."""
    life = build["_life"]
    lines = life["log"]["lines"] or default_lines(build)
    first = life["log"]["first"]
    order = life["log"]["order"] or range(first, first + len(lines))
    gaps = set(life["log"]["gaps"])
    span = max(life["planned"] - life["prepared"], 0.0)
    step = span / max(len(lines), 1)
    chunks = []
    for n, position in enumerate(order):
        at = life["prepared"] + step * n
        index = position - first
        if at <= min(now, life["finished"]) and position not in gaps and 0 <= index < len(lines):
            chunks.append((at, position, lines[index]))
    return chunks


def raw(build: Record) -> bytes:
    """The archived log: everything that was written, in order of position, with no gap."""
    life = build["_life"]
    first = life["log"]["first"]
    lines = life["log"]["lines"] or default_lines(build)
    written = {position for _, position, _ in emitted(build, life["finished"])} | set(life["log"]["gaps"])
    return "".join(line for n, line in enumerate(lines, first) if n in written).encode("utf-8", "replace")


def is_archived(build: Record, now: float) -> bool:
    archived = build["_life"]["archived"]
    return archived is not None and now >= archived


def window(
    chunks: list[tuple[float, int, str]], *, after: str | None, before: str | None, archived: bool
) -> list[tuple[float, int, str]]:
    """The chunks one answer holds."""
    lower = from_rfc3339(after) if after else None
    upper = from_rfc3339(before) if before else None
    if lower is not None:
        return [chunk for chunk in chunks if chunk[0] > lower + _HALF_MICROSECOND][:MOST_CHUNKS]
    if upper is not None:
        chunks = [chunk for chunk in chunks if chunk[0] < upper - _HALF_MICROSECOND]
    return chunks[-(_ARCHIVED_CHUNKS if archived else MOST_CHUNKS) :]


def timestamp(chunk: tuple[float, int, str]) -> str:
    return to_micros(chunk[0])


def default_lines(build: Record) -> list[str]:
    workflow = build.get("triggered_workflow") or "primary"
    steps = ("activate-ssh-key", "git-clone", "cache-pull", "script", "test", "deploy-to-bitrise-io")
    lines = [f"Running workflow: {workflow}\n", f"Build: #{build['build_number']}\n"]
    for n, step in enumerate(steps):
        lines.append(f"+{'-' * 60}+\n| ({n}) {step}\n+{'-' * 60}+\n")
        lines.extend(f"[{step}] line {line}\n" for line in range(1, 5))
    failed = build["_life"]["outcome"] == 2
    lines.append("Bitrise build failed\n" if failed else "Bitrise build successful\n")
    return lines


def chunk_values(chunks: list[tuple[float, int, str]]) -> list[dict[str, Any]]:
    return [{"chunk": text, "position": position} for _, position, text in chunks]

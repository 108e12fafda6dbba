"""Pieces of a log, and their order: chunks come with positions, out of order, repeated, or not at all."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from bitrise_api.models import BuildLog

logger = logging.getLogger("bitrise_client")

PATIENCE = 3
"""Answers without progress after which a missing chunk counts as lost."""

TAIL_LENGTH = 1024
"""Characters kept of what was handed out, by which the place in the archived log is recognised."""


@attrs.frozen
class LogCursor:
    """Where a followed log was left, to go on there: `follow_log(…, resume=text.cursor)`. It can be pickled.

    Attributes:
        position: The last chunk handed out, None before the first.
        timestamp: From when on to ask for chunks.
        length: Characters handed out since the log's beginning, None if some are missing.
        tail: The last of them.
    """

    position: int | None = None
    timestamp: datetime | None = None
    length: int | None = 0
    tail: str = attrs.field(default="", repr=False)


class LogText(str):
    """A piece of a log, to be printed with `end=""`.

    Attributes:
        cursor: Where the log goes on after this piece.
    """

    cursor: LogCursor

    def __new__(cls, text: str, cursor: LogCursor) -> LogText:
        piece = super().__new__(cls, text)
        piece.cursor = cursor
        return piece

    def __reduce__(self) -> tuple[type[LogText], tuple[str, LogCursor]]:
        return type(self), (str(self), self.cursor)


class LogGap(LogText):
    """A line of our own where a part of the log is missing, or in the wrong place."""


class LogOrder:
    """Takes answers of the server and hands out what is in order; knows where in the log it is."""

    def __init__(self, cursor: LogCursor) -> None:
        self.timestamp = cursor.timestamp
        self.length = cursor.length
        self.tail = cursor.tail
        self._last = self._resumed_after = cursor.position
        self._handed_out: set[int] = set()
        self._waiting: dict[int, tuple[str, datetime | None]] = {}
        self._stalled = 0

    def take(self, log: BuildLog) -> Iterator[LogText]:
        """Hand out what an answer adds."""
        asked = self.timestamp
        late: dict[int, str] = {}
        for chunk in log.log_chunks:
            if self._last is None or chunk.position > self._last:
                self._waiting.setdefault(chunk.position, (chunk.chunk, asked))
            elif chunk.position not in self._handed_out and not self._was_before(chunk.position):
                late.setdefault(chunk.position, chunk.chunk)
        for position in sorted(late):
            self._handed_out.add(position)
            tail = self.tail
            yield self.gap(f"chunk {position} came late, here it is")
            yield self.handed_out(late[position])
            self.tail = tail  # the log goes on after what was handed out before
        progress = False
        for text in self._in_order():
            progress = True
            yield text
        self._stalled = self._stalled + 1 if self._waiting and not progress else 0
        if self._stalled >= PATIENCE:
            self._stalled = 0
            yield self._skip()
            yield from self._in_order()
        self.timestamp = log.next_after_timestamp or asked

    def drain(self) -> Iterator[LogText]:
        """Hand out what is left, although chunks before it are missing."""
        while self._waiting:
            yield self._skip()
            yield from self._in_order()

    def handed_out(self, text: str) -> LogText:
        """A piece that follows what was handed out before."""
        if self.length is not None:
            self.length += len(text)
        self.tail = (self.tail + text)[-TAIL_LENGTH:]
        return LogText(text, self._cursor())

    def gap(self, problem: str) -> LogGap:
        """A line that says so, after which the place in the log is unknown."""
        logger.warning("build log: %s", problem)
        line_break = "\n" if self.tail and not self.tail.endswith("\n") else ""
        self.length, self.tail = None, ""
        text = f"{line_break}[bitrise-client: {problem}]\n"
        return LogGap.__new__(LogGap, text, self._cursor())  # type: ignore[return-value]

    def _was_before(self, position: int) -> bool:
        """Whether a chunk was handed out before the log was resumed."""
        return self._resumed_after is not None and position <= self._resumed_after

    def _in_order(self) -> Iterator[LogText]:
        while self._waiting:
            position = min(self._waiting)
            if self._last is not None and position != self._last + 1:
                return
            text, _ = self._waiting.pop(position)
            self._last = position
            self._handed_out.add(position)
            yield self.handed_out(text)

    def _skip(self) -> LogGap:
        following = min(self._waiting)
        first = following if self._last is None else self._last + 1
        self._last = following - 1
        return self.gap(
            f"chunk {first} is missing" if first == self._last else f"chunks {first} to {self._last} are missing"
        )

    def _cursor(self) -> LogCursor:
        """What is still waiting was asked for earlier and must be asked for again."""
        asked = [moment for _, moment in self._waiting.values()] or [self.timestamp]
        moments = [moment for moment in asked if moment is not None]
        return LogCursor(self._last, min(moments) if len(moments) == len(asked) else None, self.length, self.tail)

"""The archived log: the whole text at a presigned address, read on from where the live log was left."""

from __future__ import annotations

import codecs

from ._download import label_of
from ._errors import APIConnectionError, APIStatusError
from ._flow import Answer, Close, Emit, Emitting, Exchange, Flow, Open, Read, Sleep, Stream
from ._log_text import TAIL_LENGTH, LogOrder, LogText
from ._plan import Context, done
from ._retry import delay_before_retry, reason_of, status_error
from ._settings import Settings


def rest_of_archive(context: Context, app_slug: str, build_slug: str, url: str, order: LogOrder) -> Emitting[LogText]:
    """Emit what the archived log has after the place that `order` knows. A broken connection is taken up again."""
    place = _Place(order)
    attempt = 0
    while True:
        text: _Text | None = None
        before = order.length
        try:
            text = yield from _open(context.settings, url)
            place.rewind()
            while piece := (yield from text.read()):
                for out in place.take(piece):
                    yield Emit(out)
            for out in place.end():
                yield Emit(out)
            if place.found:
                return
            failure: Exception | None = None
        except (APIConnectionError, APIStatusError) as error:
            failure = error
        finally:
            if text is not None:
                yield Close(text.stream)
        if failure is not None:
            attempt = 1 if order.length != before else attempt + 1
            if attempt > max(context.settings.max_retries, 1):
                raise failure
            delay = delay_before_retry(attempt, failure)  # type: ignore[arg-type]
            context.settings.hooks.retry("GET", label_of(url), attempt, delay, reason_of(failure))  # type: ignore[arg-type]
            yield Sleep(delay)
        log = yield from done(context.api.builds.get_log(app_slug, build_slug))  # addresses live ten minutes
        url = log.expiring_raw_log_url or url


class _Place:
    """Finds, in the archived log, the place after what was handed out of the live log.

    That is so many characters from the beginning, if they end as what was handed out ends. Else it is where those last
    characters stand. If they stand nowhere, the whole log is handed out, after a line that says so.
    """

    def __init__(self, order: LogOrder) -> None:
        self._order = order
        self._counting = order.length is not None
        self.found = False
        self._missed = False
        self._buffer = ""
        self._passed = 0

    def rewind(self) -> None:
        """The log is read from its beginning again."""
        self.found = self._missed = False
        self._buffer = ""
        self._passed = 0

    def take(self, text: str) -> list[LogText]:
        """What to hand out of the next piece."""
        if self.found:
            return [self._order.handed_out(text)]
        if self._missed:
            return []
        self._buffer += text
        return self._by_count() if self._counting else self._by_tail()

    def end(self) -> list[LogText]:
        """What to hand out at the log's end."""
        if self.found or self._missed:
            return []
        if self._counting and self._order.length:  # the archive is shorter than what was handed out
            return self._count_failed()
        if self._counting:  # both are empty
            self.found = True
            return []
        return self._give_up()

    def _by_count(self) -> list[LogText]:
        order = self._order
        length = order.length or 0
        if self._passed + len(self._buffer) < length:
            kept = self._buffer[-TAIL_LENGTH:]
            self._passed += len(self._buffer) - len(kept)
            self._buffer = kept
            return []
        head, rest = self._buffer[: length - self._passed], self._buffer[length - self._passed :]
        if not head.endswith(order.tail[-max(len(head), 1) :]):
            return self._count_failed()
        self.found = True
        return [order.handed_out(rest)] if rest else []

    def _count_failed(self) -> list[LogText]:
        self._counting = False
        if self._passed:  # what was passed over must be searched as well: in another reading of the log
            self._missed = True
            return []
        return self._by_tail()

    def _by_tail(self) -> list[LogText]:
        order = self._order
        at = self._buffer.find(order.tail) if order.tail else -1
        if at < 0:
            kept = self._buffer[-TAIL_LENGTH:]
            self._passed += len(self._buffer) - len(kept)
            self._buffer = kept
            return []
        end = at + len(order.tail)
        texts: list[LogText] = []
        if order.length is not None and self._passed + end > order.length:
            before = self._passed + end - order.length
            texts.append(order.gap(f"the log has {before} characters before the first chunk handed out"))
        self.found = True
        order.length = self._passed + end
        return [*texts, order.handed_out(self._buffer[end:])] if self._buffer[end:] else texts

    def _give_up(self) -> list[LogText]:
        gap = self._order.gap("the place in the archived log was not found; the whole log follows")
        self._order.length = 0
        self._counting = True
        return [gap]


class _Text:
    """A stream read as text."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def read(self) -> Flow[str]:
        """The next piece, empty at the end."""
        while True:
            piece: bytes = yield Read(self.stream)
            text = self._decode(piece, not piece)
            if text or not piece:
                return text


def _open(settings: Settings, url: str) -> Flow[_Text]:
    exchange = Exchange("GET", url, label_of(url), signed=False)
    stream: Stream = yield Open(exchange)
    if not 200 <= stream.status < 300:
        try:
            content: bytes = yield Read(stream)
        finally:
            yield Close(stream)
        raise status_error(exchange, Answer(stream.status, stream.headers, content), settings)
    return _Text(stream)

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..codec import array, boolean, integer, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class BuildLog(Model):
    """The latest pieces of a build's log, and where to fetch all of it once it is archived.

    Attributes:
        log_chunks: Pieces, not always in order; may be empty, also once archived.
        is_archived: Whether the whole log can be downloaded; comes some seconds after the build's end.
        expiring_raw_log_url: Presigned address of the whole log as text, valid for 10 minutes; absent until
            archived.
        generated_log_chunks_num: How many pieces the build has written so far.
        log_format: How the log is written.
        next_after_timestamp: Cursor to later pieces; 0001-01-01T00:00:00Z when there are none.
        next_before_timestamp: Cursor to earlier pieces; 0001-01-01T00:00:00Z when there are none.
        timestamp: Moment up to which the log was read.
    """

    log_chunks: list[LogChunk]
    is_archived: bool
    expiring_raw_log_url: str | None = field(repr=False, default=None)
    generated_log_chunks_num: int | None = None
    log_format: str | None = None
    next_after_timestamp: datetime | None = None
    next_before_timestamp: datetime | None = None
    timestamp: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildLog")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.log_chunks = [LogChunk.from_dict(item) for item in array(data["log_chunks"], "log_chunks")]
        model.is_archived = value if type(value := data["is_archived"]) is bool else boolean(value, "is_archived")
        model.expiring_raw_log_url = (
            value
            if (value := get("expiring_raw_log_url")) is None or type(value) is str
            else text(value, "expiring_raw_log_url")
        )
        model.generated_log_chunks_num = (
            value
            if (value := get("generated_log_chunks_num")) is None or type(value) is int
            else integer(value, "generated_log_chunks_num")
        )
        model.log_format = (
            value if (value := get("log_format")) is None or type(value) is str else text(value, "log_format")
        )
        model.next_after_timestamp = optional_time(get("next_after_timestamp"), "next_after_timestamp", texts)
        model.next_before_timestamp = optional_time(get("next_before_timestamp"), "next_before_timestamp", texts)
        model.timestamp = (
            value if (value := get("timestamp")) is None or type(value) is str else text(value, "timestamp")
        )
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "log_chunks": [item.to_dict() for item in self.log_chunks],
            "is_archived": self.is_archived,
        }
        if self.expiring_raw_log_url is not None:
            result["expiring_raw_log_url"] = self.expiring_raw_log_url
        if self.generated_log_chunks_num is not None:
            result["generated_log_chunks_num"] = self.generated_log_chunks_num
        if self.log_format is not None:
            result["log_format"] = self.log_format
        if (text := self._text("next_after_timestamp", self.next_after_timestamp)) is not None:
            result["next_after_timestamp"] = text
        if (text := self._text("next_before_timestamp", self.next_before_timestamp)) is not None:
            result["next_before_timestamp"] = text
        if self.timestamp is not None:
            result["timestamp"] = self.timestamp
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "log_chunks",
        "is_archived",
        "expiring_raw_log_url",
        "generated_log_chunks_num",
        "log_format",
        "next_after_timestamp",
        "next_before_timestamp",
        "timestamp",
    )
)

from .log_chunk import LogChunk  # noqa: E402

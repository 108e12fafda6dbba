from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, text
from ..types import Model


@define(kw_only=True)
class LogChunk(Model):
    """A piece of a build's log.

    Attributes:
        chunk: The text, with line ends and terminal colours as written by the build.
        position: Order of the piece; need not start at 0, may repeat and have gaps.
    """

    chunk: str
    position: int

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "LogChunk")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.chunk = value if type(value := data["chunk"]) is str else text(value, "chunk")
        model.position = value if type(value := data["position"]) is int else integer(value, "position")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "chunk": self.chunk,
            "position": self.position,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "chunk",
        "position",
    )
)

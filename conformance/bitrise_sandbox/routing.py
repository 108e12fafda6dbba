"""Finds the operation of a request path: a tree of segments, literal before parameter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

from .contract import Operation


@dataclass
class _Node:
    literals: dict[str, _Node] = field(default_factory=dict)
    parameter: _Node | None = None
    operations: dict[str, Operation] = field(default_factory=dict)


class Router:
    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            node = self._root
            for segment in operation.segments:
                if segment.startswith("{"):
                    node.parameter = node.parameter or _Node()
                    node = node.parameter
                else:
                    node = node.literals.setdefault(segment, _Node())
            node.operations[operation.method] = operation

    def match(self, raw_path: str) -> tuple[dict[str, Operation], tuple[str, ...]] | None:
        """The operations by method at a percent-encoded path, with its decoded segments; None when there is none.

        Segments are split before they are decoded, so an encoded slash stays inside its segment.
        """
        segments = tuple(unquote(part) for part in raw_path.removeprefix("/").split("/"))
        operations = self.find(segments)
        return None if operations is None else (operations, segments)

    def find(self, segments: tuple[str, ...]) -> dict[str, Operation] | None:
        """The operations by method at a path given as decoded segments; None when there is none."""
        node = _descend(self._root, segments, 0)
        return None if node is None else node.operations


def _descend(node: _Node, segments: tuple[str, ...], position: int) -> _Node | None:
    if position == len(segments):
        return node if node.operations else None
    segment = segments[position]
    literal = node.literals.get(segment)
    if literal is not None:
        found = _descend(literal, segments, position + 1)
        if found is not None:
            return found
    if node.parameter is not None and segment:
        return _descend(node.parameter, segments, position + 1)
    return None

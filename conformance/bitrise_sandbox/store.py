"""Data in memory: tables named by their path, records in order of creation, and a journal that can be undone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Path = tuple[str, ...]
"""Where a table lives, as path segments: ``("apps", "6a1f…", "builds")``."""

_REMEMBERED = 4096


class Record(dict[str, Any]):
    """One thing. Keys that begin with ``_`` are the server's own and never leave it, except in a dump.

    Encoded views are kept until the record changes, so a list costs a join.
    """

    __slots__ = ("views",)

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        self.views: dict[str, bytes] = {}


class Store:
    def __init__(self) -> None:
        self.tables: dict[Path, dict[str, Record]] = {}
        self.removed: OrderedDict[tuple[Path, str], Record] = OrderedDict()
        self._journal: list[Callable[[], None]] = []

    def begin(self) -> None:
        """Start a new unit of work: what happened before can no longer be undone."""
        self._journal.clear()

    def undo(self) -> None:
        """Take back everything since ``begin``."""
        while self._journal:
            self._journal.pop()()

    @contextmanager
    def unjournaled(self) -> Iterator[None]:
        """What happens inside stays, whatever is undone."""
        mark = len(self._journal)
        yield
        del self._journal[mark:]

    def table(self, path: Path) -> dict[str, Record]:
        """The table at ``path``, empty when there is none yet. To be read only."""
        return self.tables.get(path, {})

    def add(self, path: Path, key: str, record: Record) -> Record:
        table = self.tables.setdefault(path, {})
        before = table.get(key)
        table[key] = record

        def revert() -> None:
            if before is None:
                table.pop(key, None)
            else:
                table[key] = before

        self._journal.append(revert)
        return record

    def change(self, record: Record, **fields: Any) -> None:
        before = dict(record)
        record.update(fields)
        record.views.clear()

        def revert() -> None:
            record.clear()
            record.update(before)
            record.views.clear()

        self._journal.append(revert)

    def remove(self, path: Path, key: str) -> Record:
        table = self.tables[path]
        before = dict(table)
        record = table.pop(key)
        self.removed[path, key] = record
        if len(self.removed) > _REMEMBERED:
            self.removed.popitem(last=False)

        def revert() -> None:
            table.clear()
            table.update(before)
            self.removed.pop((path, key), None)

        self._journal.append(revert)
        return record

    def drop(self, prefix: Path) -> None:
        """Remove every table at or below ``prefix``."""
        gone = {path: table for path, table in self.tables.items() if path[: len(prefix)] == prefix}
        for path in gone:
            del self.tables[path]
        self._journal.append(lambda: self.tables.update(gone))

    def records(self, path: Path) -> Iterator[Record]:
        return iter(self.table(path).values())

"""Everything one sandbox holds: the contract, the records, the clock, the tokens, the stored files."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from random import Random
from typing import Any

from .clock import Clock
from .contract import Contract, Operation, Schema
from .identity import Principal
from .routing import Router
from .shaping import Shaper
from .storage import Storage
from .store import Path, Record, Store
from .synthesis import Synthesis
from .validation import Validation

Seeder = Callable[["State", Path, Random], None]

SEEDERS: dict[str, Seeder] = {}
"""What fills a table at its first use, by the path template with its parameter names left out."""

_GENERIC_SEED = 3


def seeds(template: str) -> Callable[[Seeder], Seeder]:
    """Register what fills the tables of ``template``, written with empty braces: ``/apps/{}/secrets``."""

    def register(seeder: Seeder) -> Seeder:
        SEEDERS[template] = seeder
        return seeder

    return register


class State:
    def __init__(self, contract: Contract, *, seed: int, clock: Clock) -> None:
        self.contract = contract
        self.router = Router(contract.operations.values())
        self.seed = seed
        self.random = Random(f"bitrise:{seed}")
        self.clock = clock
        self.store = Store()
        self.shaper = Shaper(contract)
        self.validation = Validation(contract)
        self.storage = Storage(self.slug(64).encode())
        self.tokens: dict[str, Principal] = {}
        self.scripts: list[dict[str, Any]] = []
        self.lock = threading.RLock()
        self.generation = 0
        self._moment = 0.0
        self.living: set[str] = set()
        self.next_tick = 0.0

    def slug(self, digits: int = 16) -> str:
        return f"{self.random.getrandbits(4 * digits):0{digits}x}"

    def moment(self) -> float:
        """Now, but never the same twice: some cursors of the API are times."""
        self._moment = max(self.clock.now(), self._moment + 2e-6)
        return self._moment

    def uuid(self) -> str:
        raw = self.slug(32)
        return f"{raw[:8]}-{raw[8:12]}-4{raw[13:16]}-a{raw[17:20]}-{raw[20:]}"

    def ulid(self) -> str:
        return f"01{self.slug(24).upper()}"

    def synthesis(self, random: Random | None = None) -> Synthesis:
        return Synthesis(self.contract, random or self.random, self.clock.now())

    def table(self, *path: str) -> dict[str, Record]:
        """The table at ``path``, filled at its first use. Change it through the store only."""
        found = self.store.tables.get(path)
        if found is None:
            self._fill(path)
            found = self.store.tables[path]
        return found

    def item_schema(self, template: str) -> Schema | None:
        """The schema of one item of a collection, as its list, its show or its create answers it."""
        for operation in self._around(template):
            envelope = operation.envelope
            if envelope.item is not None and (envelope.is_list or operation.on_item):
                return envelope.item
        return None

    def _fill(self, path: Path) -> None:
        self.store.tables[path] = {}
        operations = self.router.find(path)
        if operations is None or self._is_under_created(path):
            return
        template = next(iter(operations.values())).template
        random = Random(f"{self.seed}:{'/'.join(path)}")
        seeder = SEEDERS.get(anonymous(template), _fill_generic)
        with self.store.unjournaled():
            seeder(self, path, random)

    def _is_under_created(self, path: Path) -> bool:
        """Whether the path lies under something a client created: that starts empty."""
        for depth in range(2, len(path), 2):
            parent = self.store.table(path[: depth - 1]).get(path[depth - 1])
            if parent is not None and parent.get("_created"):
                return True
        return False

    def _around(self, template: str) -> list[Operation]:
        """The operations on a collection and its items; lists first, then shows, then the rest."""
        depth = len(template.strip("/").split("/"))
        near = [
            operation
            for operation in self.contract.operations.values()
            if operation.template == template
            or (
                operation.on_item
                and operation.template.startswith(f"{template}/")
                and len(operation.segments) == depth + 1
            )
        ]
        return sorted(near, key=lambda o: (not o.envelope.is_list, o.method != "GET"))


def anonymous(template: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", template)


def _fill_generic(state: State, path: Path, random: Random) -> None:
    operations = state.router.find(path) or {}
    schema = next((state.item_schema(operation.template) for operation in operations.values()), None)
    for n in range(_GENERIC_SEED if schema is not None else 0):
        value = state.synthesis(random).value(schema)
        if isinstance(value, dict):
            record = Record(value)
            state.store.add(path, identity(record) or str(n), record)


def identity(record: Record) -> str | None:
    """The key of a record in its table: its slug, its id or its name, whichever it has first."""
    return next((record[name] for name in ("slug", "id", "name") if isinstance(record.get(name), str)), None)

"""Everything a sandbox holds as one YAML document, and back."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from random import Random
from typing import Any

import yaml

from .identity import Principal
from .state import State
from .storage import Blob
from .store import Record

MARK = "bitrise-sandbox-dump"
VERSION = 1
ALL_BUILDS = ("builds",)

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class DumpError(ValueError):
    """The document is not a dump that this version can restore."""


def is_dump(document: Any) -> bool:
    return isinstance(document, dict) and MARK in document


def dump(state: State, principals: Mapping[str, Principal]) -> str:
    """The state as YAML. Who may ask is kept, with what token is not."""
    tables = [
        {"path": list(path), "records": {key: dict(record) for key, record in table.items()}}
        for path, table in state.store.tables.items()
        if path != ALL_BUILDS
    ]
    document = {
        MARK: VERSION,
        "seed": state.seed,
        "generation": state.generation,
        "now": state.clock.now(),
        "principals": {
            name: {"kind": one.kind, "slug": one.slug, "read_only": one.read_only} for name, one in principals.items()
        },
        "tables": tables,
        "files": {name: _file(state.storage.find(name)) for name in state.storage.names()},
    }
    text: str = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=False, width=1000)
    return text


def restore(state: State, document: dict[str, Any]) -> dict[str, Principal]:
    """Fill an empty state from a dump, its time included; the principals it had, by name.

    Raises:
        DumpError: another version, or something is missing or of the wrong kind.
    """
    if document[MARK] != VERSION:
        raise DumpError(f"{MARK}: version {VERSION} is needed")
    try:
        state.seed = document["seed"]
        state.generation = document["generation"] + 1
        # What is made from now on must differ from what was made before the dump.
        state.random = Random(f"bitrise:{state.seed}:{state.generation}")
        state.clock.advance(document["now"] - state.clock.now())
        for table in document["tables"]:
            path = tuple(table["path"])
            state.store.tables[path] = {key: Record(fields) for key, fields in table["records"].items()}
        for name, file in document["files"].items():
            state.storage.keep(name, _blob(file))
        _index_builds(state)
        return {name: Principal(**fields) for name, fields in document["principals"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DumpError(f"not a whole dump ({type(error).__name__}: {str(error)[:80]})") from None


def _index_builds(state: State) -> None:
    """Builds stand in two tables, as the same record."""
    builds = [
        build
        for path, table in state.store.tables.items()
        if len(path) == 3 and path[::2] == ("apps", "builds")
        for build in table.values()
    ]
    builds.sort(key=lambda build: build["_life"]["triggered"])
    state.store.tables[ALL_BUILDS] = {build["slug"]: build for build in builds}
    state.living = {build["slug"] for build in builds if build["status"] == 0}
    state.next_tick = 0.0


def _file(blob: Blob | None) -> dict[str, Any]:
    assert blob is not None
    if blob.data is None:
        return {"size": blob.size, "name": blob.name}
    return {"data": base64.b64encode(blob.data).decode("ascii")}


def _blob(file: dict[str, Any]) -> Blob:
    if "data" in file:
        return Blob.of(base64.b64decode(file["data"], validate=True))
    return Blob(int(file["size"]), name=str(file["name"]))

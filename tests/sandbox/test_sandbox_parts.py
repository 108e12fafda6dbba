"""The parts on their own: the undone store, times, paths, ranges, synthesis; and what the package may import."""

from __future__ import annotations

import ast
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bitrise_sandbox
from bitrise_sandbox import clock
from bitrise_sandbox.answers import NotFound
from bitrise_sandbox.contract import Contract, load_contract
from bitrise_sandbox.paging import by_anchor
from bitrise_sandbox.routing import Router
from bitrise_sandbox.storage import Blob, Refused, Storage, byte_range
from bitrise_sandbox.store import Record, Store
from bitrise_sandbox.synthesis import Synthesis

CONTRACT = load_contract()
KEYS = st.sampled_from("abcdef")
STEPS = st.lists(st.tuples(st.sampled_from(["add", "change", "remove", "drop"]), KEYS, st.integers(0, 9)), max_size=30)


def test_the_sandbox_and_the_client_meet_only_in_the_contract() -> None:
    folder = Path(bitrise_sandbox.__file__).parent
    imported = set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                imported.add((node.module or "").partition(".")[0])
    assert {"starlette", "uvicorn"} <= imported
    assert not imported & {"bitrise_api", "bitrise_client", "bitrise_conformance"}


@given(before=STEPS, after=STEPS)
def test_what_is_undone_never_happened(before: list[Any], after: list[Any]) -> None:
    store = Store()
    play(store, before)
    store.begin()
    expected = picture(store)
    play(store, after)
    store.undo()
    assert picture(store) == expected


def play(store: Store, steps: list[Any]) -> None:
    path = ("things",)
    for action, key, value in steps:
        present = store.table(path).get(key)
        if action == "add":
            store.add(path, key, Record(slug=key, value=value))
            store.add((*path, key, "parts"), "x", Record(value=value))
        elif action == "change" and present is not None:
            present.views["v"] = b"old"
            store.change(present, value=value)
            assert present.views == {}
        elif action == "remove" and present is not None:
            store.remove(path, key)
        elif action == "drop":
            store.drop((*path, key))


def picture(store: Store) -> Any:
    return {
        path: [(key, dict(record)) for key, record in table.items()] for path, table in store.tables.items() if table
    }


@given(moment=st.datetimes(datetime(1980, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))
def test_times_come_back_as_they_were_written(moment: datetime) -> None:
    seconds = moment.timestamp()
    again = clock.from_rfc3339(clock.to_micros(seconds))
    assert again == pytest.approx(seconds, abs=1e-6)
    assert clock.from_rfc3339(clock.to_seconds(seconds)) == int(seconds)
    assert len(clock.to_millis(seconds)) == len("2026-01-01T00:00:00.000Z")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1970-01-01T00:00:10Z", 10),
        ("1970-01-01t00:00:10z", 10),
        ("1970-01-01T01:00:10+01:00", 10),
        ("1969-12-31T23:00:10.5-01:00", 10.5),
        ("1970-01-01T00:00:60Z", 59),
        ("0001-01-01T00:00:00Z", -62135596800),
        ("0000-01-01T00:00:00Z", -62135596800),
        ("1970-13-01T00:00:00Z", None),
        ("1970-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_times_that_clients_send(text: str, seconds: float | None) -> None:
    assert clock.from_rfc3339(text) == seconds


def test_a_clock_runs_at_its_speed_and_is_moved() -> None:
    still = clock.Clock(start=100, speed=0)
    still.advance(5)
    assert still.now() == 105
    fast = clock.Clock(start=0, speed=1e6)
    assert fast.now() < fast.now()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_a_path_segment_is_decoded_after_it_is_cut(value: str) -> None:
    from urllib.parse import quote

    router = Router(CONTRACT.operations.values())
    found = router.match(f"/apps/{quote(value, safe='')}/builds")
    assert found is not None
    assert found[1] == ("apps", value, "builds")
    assert set(found[0]) == {"GET", "POST"}


def test_literal_segments_come_before_parameters() -> None:
    router = Router(CONTRACT.operations.values())
    found = router.match("/apps/register")
    assert found is not None
    assert found[0]["POST"].id == "app-create"
    assert router.match("/apps/x/nothing") is None


@given(st.lists(st.integers(0, 99), unique=True, max_size=12), st.integers(1, 5), st.randoms())
def test_pages_lose_nothing_whatever_is_deleted_meanwhile(numbers: list[int], limit: int, random: Random) -> None:
    store, path = Store(), ("things",)
    for number in sorted(numbers):
        store.add(path, f"k{number}", Record(slug=f"k{number}", n=number))
    kept = set(numbers)
    seen: list[int] = []
    anchor: str | None = None
    while True:
        items = list(store.table(path).values())
        page = by_anchor(store, path, items, limit=limit, anchor=anchor, order=lambda item: item["n"])
        seen += [item["n"] for item in page.items]
        anchor = page.next
        if anchor is None:
            break
        victim = random.choice(sorted(kept))
        store.remove(path, f"k{victim}")
        kept.discard(victim)
    assert kept <= set(seen)
    assert len(seen) == len(set(seen))


def test_an_anchor_that_never_was() -> None:
    with pytest.raises(NotFound):
        by_anchor(Store(), ("things",), [], limit=1, anchor="nothing", order=lambda item: 0)


@given(size=st.integers(1, 500), first=st.integers(0, 600), length=st.integers(0, 600))
def test_ranges_give_the_bytes_they_name(size: int, first: int, length: int) -> None:
    blob = Blob(size, name="x")
    whole = b"".join(blob.read(0, size))
    assert len(whole) == size
    header = f"bytes={first}-{first + length}"
    if first >= size:
        with pytest.raises(Refused, match="not in the file"):
            byte_range(header, size)
        return
    span = byte_range(header, size)
    assert span is not None
    assert b"".join(blob.read(*span)) == whole[first : first + length + 1]


def test_the_store_of_files_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bitrise_sandbox.storage.MAX_TOTAL", 10)
    storage = Storage(b"secret")
    storage.keep("a", Blob.of(b"12345678"))
    storage.keep("a", Blob.of(b"123456789"))
    with pytest.raises(Refused, match="no more"):
        storage.keep("b", Blob.of(b"12"))
    storage.forget("a")
    storage.keep("b", Blob.of(b"12"))


@settings(max_examples=300, deadline=None)
@given(seed=st.integers(0, 10**6), name=st.sampled_from(sorted(CONTRACT.document["components"]["schemas"])))
def test_what_is_made_from_a_schema_satisfies_it(seed: int, name: str) -> None:
    schema = {"$ref": f"#/components/schemas/{name}"}
    value = Synthesis(CONTRACT, Random(seed), 1.79e9).value(schema)
    checker = jsonschema.Draft202012Validator(
        {**schema, "components": CONTRACT.document["components"]}, format_checker=jsonschema.FormatChecker()
    )
    assert [error.message for error in checker.iter_errors(value)] == []


def test_a_schema_that_contains_itself_comes_to_an_end() -> None:
    node = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}, "n": {"type": "integer"}}}
    contract = Contract({"openapi": "3.1.0", "paths": {}, "components": {"schemas": {"Node": node}}})
    value = Synthesis(contract, Random(1), 0.0).value(node)
    depth = 0
    while "next" in value:
        value, depth = value["next"], depth + 1
    assert 0 < depth < 20

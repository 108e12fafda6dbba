"""Each known departure of the API from its document is decided: in the contract, or as unknown."""

import re
from pathlib import Path
from typing import Any

import jsonpath_rfc9535
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DECIDED = yaml.safe_load((Path(__file__).parent / "decided.yaml").read_text("utf-8"))


@pytest.mark.parametrize("entry", DECIDED, ids=lambda entry: entry["fact"])
def test_it_is_decided(entry, contract):
    if "unknown" in entry:
        assert any(line.startswith(f"| {entry['unknown']}") for line in _unknown()), "no row begins so"
        return
    found = jsonpath_rfc9535.find(entry["at"], contract).values()
    if "none" in entry:
        assert found == []
        around = re.fullmatch(r"(.*?)(\.[a-zA-Z_]+|\[[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*\])", entry["at"])
        assert around
        assert jsonpath_rfc9535.find(around[1], contract), f"{around[1]} selects nothing either"
        return
    assert found, f"{entry['at']} selects nothing"
    if "in" in entry:
        assert found == entry["in"]
    for value in found:
        if "is" in entry:
            assert value == entry["is"]
        if "has" in entry:
            assert _holds(value, entry["has"])


def test_every_entry_says_what_is_expected():
    for entry in DECIDED:
        expected = set(entry) - {"fact", "at"}
        assert len(expected) == 1, entry
        assert expected <= {"is", "has", "in", "none", "unknown"}, entry


def _holds(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return all(key in value and value[key] == each for key, each in wanted.items())
    return all(each in value for each in wanted)


def _unknown() -> list[str]:
    return (ROOT / "spec" / "UNKNOWN.md").read_text("utf-8").splitlines()

"""The contract as built from what is committed, and the answers it is held against."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.contract import build_contract
from pipeline.overlay import Overlay, load_overlays

ROOT = Path(__file__).resolve().parents[2]
METHODS = ("get", "put", "post", "delete", "patch")

# Seen answers that may stand beside the repository; what is kept here was made from them.
OBSERVED = ROOT.parent / "shared" / "observed"


class Seen(NamedTuple):
    """An answer that was seen: keys, types and nulls as they were, values neutral."""

    name: str
    operation: str
    status: str
    body: Any


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "seen" in metafunc.fixturenames:
        metafunc.parametrize("seen", list(_answers()), ids=lambda seen: seen.name)


@pytest.fixture(scope="session")
def published() -> dict[str, Any]:
    return json.loads((ROOT / "spec" / "published.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def overlays() -> list[Overlay]:
    return load_overlays(ROOT / "spec" / "overlays")


@pytest.fixture(scope="session")
def contract(published, overlays) -> dict[str, Any]:
    built = build_contract(published, overlays)
    assert not built.skipped
    return built.document


@pytest.fixture(scope="session")
def operations(contract) -> dict[str, dict[str, Any]]:
    """Every operation by its id, with its path and verb beside it."""
    return {
        item[method]["operationId"]: {**item[method], "path": path, "verb": method.upper()}
        for path, item in contract["paths"].items()
        for method in METHODS
        if method in item
    }


@pytest.fixture(scope="session")
def resolve(contract) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """What a reference leads to; anything else as it is."""

    def resolved(node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            target: Any = contract
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    return resolved


@pytest.fixture(scope="session")
def answer_schema(contract, operations, resolve) -> Callable[[str, str], dict[str, Any]]:
    """A schema, whole in itself, of an operation's answer with a status."""

    def schema(operation: str, status: str) -> dict[str, Any]:
        responses = operations[operation]["responses"]
        described = responses.get(status) or responses[status[0] + "XX"]
        content = resolve(described)["content"]
        media = content.get("application/json") or content["text/plain"]
        return {**media["schema"], "components": contract["components"]}

    return schema


def _answers() -> Iterator[Seen]:
    for path in sorted((Path(__file__).parent / "fixtures").glob("*.json")):
        for number, answer in enumerate(json.loads(path.read_text("utf-8"))):
            yield Seen(f"{path.stem}-{number}", path.stem, str(answer["status"]), answer["body"])
    for path in sorted(OBSERVED.glob("*.json")):
        answer = json.loads(path.read_text("utf-8"))
        yield Seen(f"observed-{path.stem}", answer["operation"], str(answer["status"]), answer["body"])

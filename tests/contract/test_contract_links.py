"""Links lead from an answer to a request that can follow it, with the parameters that request takes."""

import copy
import re
from typing import Any

import pytest

from pipeline.contract import build_contract

# What deletes, or ends, the thing it is given.
DESTRUCTIVE = re.compile(r"-delete(-all)?$|-remove-")


@pytest.fixture(scope="module")
def links(operations) -> list[tuple[str, str, dict[str, Any]]]:
    """Operation, status and link of every link of the contract."""
    return [
        (identity, status, link)
        for identity, operation in operations.items()
        for status, response in operation["responses"].items()
        for link in response.get("links", {}).values()
    ]


def test_there_are_links_from_every_kind_of_thing(links, operations):
    assert len(links) > 100
    reached = {link["operationId"] for *_, link in links}
    reads = {
        identity
        for identity, operation in operations.items()
        if operation["x-bitrise-method"] == "get" and "{" in operation["path"]
    }
    # Roles are asked for by a name that no answer gives.
    assert reads - reached == {"app-roles-query"}


def test_a_link_gives_every_path_parameter_and_no_other(links, operations):
    for identity, status, link in links:
        target = operations[link["operationId"]]
        taken = set(re.findall(r"\{([^}]+)\}", target["path"]))
        assert set(link["parameters"]) == taken, f"{identity} {status} -> {link['operationId']}"


def test_a_parameter_comes_from_the_request_before_or_from_the_answer(links, operations, answer_schema, resolve):
    for identity, status, link in links:
        for name, expression in link["parameters"].items():
            kind, _, rest = expression.partition("#")
            if kind == "$response.body":
                found = _at(resolve, answer_schema(identity, status), rest.split("/")[1:])
                assert "string" in found["type"], f"{identity}: {expression}"
            else:
                assert expression == f"$request.path.{name}", f"{identity}: {expression}"
                assert f"{{{name}}}" in operations[identity]["path"], f"{identity}: {expression}"


def test_a_secret_is_known_by_its_name(links):
    names = {link["parameters"]["secret-name"] for *_, link in links if "secret-name" in link["parameters"]}
    assert names == {"$response.body#/name", "$response.body#/secrets/0/name", "$request.path.secret-name"}


def test_nothing_that_was_only_listed_is_deleted(links, operations):
    deleting = {
        (identity, link["operationId"])
        for identity, _, link in links
        if DESTRUCTIVE.search(link["operationId"]) or "-delete-" in link["operationId"]
        if "x-bitrise-pagination" in operations[identity] or operations[identity]["x-bitrise-method"].startswith("list")
    }
    # Cache items are made by builds only; what is deleted there is made again.
    assert deleting == {("cache-list", "cache-item-delete")}


def test_a_link_to_an_operation_that_is_gone_is_dropped_and_no_other(published, overlays, links):
    older = copy.deepcopy(published)
    del older["paths"]["/apps/{app-slug}/pipelines/{pipeline-id}"]
    document = build_contract(older, overlays).document
    left = [
        link["operationId"]
        for item in document["paths"].values()
        for operation in item.values()
        for response in operation["responses"].values()
        for link in response.get("links", {}).values()
    ]
    gone = [link for identity, _, link in links if "pipeline-show" in (identity, link["operationId"])]
    assert len(gone) == 3
    assert len(left) == len(links) - len(gone)
    assert "pipeline-show" not in left


def _at(resolve: Any, schema: dict[str, Any], steps: list[str]) -> dict[str, Any]:
    schema = resolve(schema)
    options = [each for each in schema.get("anyOf", []) if each.get("type") != "null"]
    if options:
        return _at(resolve, options[0], steps)
    if not steps:
        return schema
    step, *rest = steps
    return _at(resolve, schema["items"] if step.isdigit() else schema["properties"][step], rest)

"""The contract as a document: valid, complete, named, and in our own words."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.canonical import dumps
from pipeline.contract import validate

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = sorted((ROOT.parent / "shared" / "published").glob("*.json"))


def test_the_committed_contract_is_the_one_built_and_is_valid(contract):
    assert (ROOT / "spec" / "openapi.json").read_text("utf-8") == dumps(contract)
    validate(contract)


def test_every_operation_has_a_name_a_line_and_the_answers_all_may_give(operations):
    assert len(operations) == 120
    for identity, operation in operations.items():
        assert re.fullmatch(r"[a-z][a-z_]*", operation["x-bitrise-resource"]), identity
        assert re.fullmatch(r"[a-z][a-z_]*", operation["x-bitrise-method"]), identity
        assert re.fullmatch(r"[A-Z].{8,88}[^.]", operation["summary"]), identity
        statuses = set(operation["responses"])
        assert {"429", "5XX"} <= statuses, identity
        assert not statuses & {"500", "default"}, f"{identity} would let any status pass"
        assert any(status.startswith("2") for status in statuses), identity
        if operation.get("security"):
            assert "401" in statuses, identity
        if "{" in operation["path"]:
            assert "404" in statuses, identity
        if operation.get("parameters") or "requestBody" in operation:
            assert "400" in statuses, identity
        assert all(_described(response) for response in operation["responses"].values()), identity


def test_summaries_tell_operations_apart(operations):
    summaries = [operation["summary"] for operation in operations.values()]
    assert {summary for summary in summaries if summaries.count(summary) > 1} == set()


def test_every_schema_has_a_readable_name_and_a_line(contract):
    for name, schema in contract["components"]["schemas"].items():
        assert re.fullmatch(r"[A-Z][A-Za-z]{2,44}", name), name
        assert re.fullmatch(r"[A-Z].+\.", schema.get("description", "")), name


def test_no_answer_or_body_is_left_without_a_name(operations):
    """An object written out in an operation would be named after its path."""
    for identity, operation in operations.items():
        for schema in _media_schemas(operation):
            assert not {"properties", "allOf"} & set(schema), identity


def test_every_query_parameter_says_what_it_means(operations):
    silent = [
        (identity, parameter["name"])
        for identity, operation in operations.items()
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query" and not parameter.get("description")
    ]
    assert silent == []


def test_a_property_that_is_not_required_may_be_null_in_an_answer(contract, operations):
    strict = [
        f"{name}.{key}"
        for name in _answer_schemas(contract, operations)
        for key, schema in contract["components"]["schemas"][name].get("properties", {}).items()
        if key not in contract["components"]["schemas"][name].get("required", []) and not _nullable(contract, schema)
    ]
    assert strict == []


def test_a_required_property_is_one_and_is_not_null(contract):
    for name, schema in contract["components"]["schemas"].items():
        required = schema.get("required", [])
        assert len(required) == len(set(required)), name
        for key in required:
            assert key in schema["properties"], f"{name}.{key}"
            assert not _nullable(contract, schema["properties"][key]), f"{name}.{key}"


def test_every_moment_is_a_date_time(contract):
    for name, schema in contract["components"]["schemas"].items():
        for key, each in schema.get("properties", {}).items():
            if key.endswith("_at"):
                assert each["type"] in ("string", ["string", "null"]), f"{name}.{key}"
                assert each.get("format") == "date-time", f"{name}.{key}"


def test_nothing_that_may_be_empty_is_asserted_to_be_an_address(contract):
    assert '"format": "uri"' not in json.dumps(contract)


def test_what_must_not_be_printed_is_marked(contract):
    secret = re.compile(r"password|private_key|^credentials$|build_trigger_token|exposed_meta_datastore|^secret$")
    presigned = re.compile(r"^(download|upload|expiring_.*)_url$")
    unmarked = [
        f"{name}.{key}"
        for name, schema in contract["components"]["schemas"].items()
        for key, each in schema.get("properties", {}).items()
        if (secret.search(key) or presigned.search(key) or (key == "value" and "Secret" in name))
        and each.get("x-bitrise-secret") is not True
    ]
    assert unmarked == []


BOUNDS = {"cache-list": 100, "pipeline-list": 10, "pipeline-list-all": 10, "archived-builds-list": 1000}


def test_pages_have_bounds_and_a_cursor_that_is_a_parameter(contract, operations):
    paged = {identity: operation for identity, operation in operations.items() if "x-bitrise-pagination" in operation}
    with_limit = {
        identity
        for identity, operation in operations.items()
        if any(parameter["name"] == "limit" for parameter in operation.get("parameters", []))
    }
    assert set(paged) == with_limit
    assert len(paged) == 17
    for identity, operation in paged.items():
        parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
        bound = parameters["limit"]["schema"]
        expected = BOUNDS.get(identity, 50)
        assert (bound["minimum"], bound["maximum"], bound["default"]) == (1, expected, expected), identity
        pagination = operation["x-bitrise-pagination"]
        cursors = {"cursor": ["parameter"], "window": ["after", "before"]}[pagination["style"]]
        assert {pagination[key] for key in cursors} <= set(parameters), identity
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        page = contract["components"]["schemas"][answer]
        assert page["properties"][pagination["items"]]["type"] == "array", identity


def test_lists_without_paging_have_no_cursor(operations):
    plain = ["org-list", "branch-list", "build-workflow-list", "build-request-list", "secret-list", "test-device-list"]
    assert not any("x-bitrise-pagination" in operations[identity] for identity in plain)


@pytest.mark.skipif(not PUBLISHED, reason="the published documents are not here")
def test_no_words_are_taken_from_the_published_documents(contract):
    theirs: set[str] = set()
    for path in PUBLISHED:
        theirs |= {_plain(text) for text in _prose(json.loads(path.read_text("utf-8")))}
    ours = {text for text in _prose(contract) if len(text.split()) > 2}
    assert {text for text in ours if _plain(text) in theirs} == set()


def _described(response: dict[str, Any]) -> bool:
    return "$ref" in response or bool(response["description"])


def _media_schemas(operation: dict[str, Any]) -> list[dict[str, Any]]:
    bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
    return [media["schema"] for body in bodies for media in body.get("content", {}).values() if "schema" in media]


def _answer_schemas(contract: dict[str, Any], operations: dict[str, dict[str, Any]]) -> set[str]:
    found: set[str] = set()
    waiting: list[Any] = [operation["responses"] for operation in operations.values()]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            kind, _, name = str(node.get("$ref", "")).removeprefix("#/components/").rpartition("/")
            if kind == "schemas" and name not in found:
                found.add(name)
                waiting.append(contract["components"]["schemas"][name])
            waiting += node.values()
    return found


def _nullable(contract: dict[str, Any], schema: dict[str, Any]) -> bool:
    if "$ref" in schema:
        return _nullable(contract, contract["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if "anyOf" in schema:
        return any(_nullable(contract, each) for each in schema["anyOf"])
    kinds = schema.get("type")
    return kinds is None or kinds == "null" or (isinstance(kinds, list) and "null" in kinds)


def _prose(node: Any) -> list[str]:
    if isinstance(node, list):
        return [text for item in node for text in _prose(item)]
    if not isinstance(node, dict):
        return []
    own = [node[key] for key in ("description", "summary", "title") if isinstance(node.get(key), str)]
    return own + [text for value in node.values() for text in _prose(value)]


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()

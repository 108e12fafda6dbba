"""The null rule: what an answer does not promise may be null; what a request takes is left alone."""

import pytest

from pipeline.contract import build_contract
from pipeline.nulls import nullable


def test_properties_of_answers_admit_null_unless_required(published):
    schemas = build_contract(published, []).document["components"]["schemas"]
    user = schemas["UserDataModel"]["properties"]
    assert user["slug"] == {"type": "string"}
    assert user["title"]["type"] == ["string", "null"]
    assert user["kind"]["enum"] == ["guest", "host", None]


def test_references_become_a_choice(published):
    schemas = build_contract(published, []).document["components"]["schemas"]
    envelope = next(schema for schema in schemas.values() if "data" in schema.get("properties", {}))
    assert envelope["properties"]["data"]["anyOf"][1] == {"type": "null"}


def test_requests_are_left_alone(published):
    schemas = build_contract(published, []).document["components"]["schemas"]
    assert schemas["CupParams"]["properties"]["size"] == {"type": "integer"}


@pytest.mark.parametrize(
    "schema",
    [
        {}, {"type": "null"}, {"type": ["string", "null"]}, {"anyOf": [{"type": "string"}, {"type": "null"}]},
        {"description": "anything"},
    ],
)  # fmt: skip
def test_what_admits_null_already_stays(schema):
    assert nullable(schema) == schema


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string", "x-a": 1}, {"type": ["string", "null"], "x-a": 1}),
        ({"type": ["string", "integer"]}, {"type": ["string", "integer", "null"]}),
        ({"oneOf": [{"type": "string"}]}, {"oneOf": [{"type": "string"}, {"type": "null"}]}),
        ({"allOf": [{"$ref": "#/x"}], "x-a": 1}, {"anyOf": [{"allOf": [{"$ref": "#/x"}]}, {"type": "null"}], "x-a": 1}),
    ],
)
def test_each_kind_of_schema_is_widened(schema, expected):
    assert nullable(schema) == expected

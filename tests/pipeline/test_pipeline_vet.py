"""The document is untrusted: every way to hide something in it ends in one line that names the place."""

import copy

import pytest

from pipeline.errors import DocumentError
from pipeline.vet import vet


def test_a_sound_document_passes(document):
    vet(document)


def _at(document, *path):
    for step in path:
        document = document[step]
    return document


ME = ("paths", "/me", "get")
HOSTILE = "x'; import os; os.system('true') #"


def wrong_version(d):
    d["swagger"] = "3.0"


def no_version(d):
    del d["swagger"]


def no_paths(d):
    del d["paths"]


def empty_paths(d):
    d["paths"] = {}


def twice(d):
    d["paths"]["/cups/{cup-slug}"]["put"]["operationId"] = "user-profile"


def no_operation_id(d):
    del _at(d, *ME)["operationId"]


def hostile_operation_id(d):
    _at(d, *ME)["operationId"] = HOSTILE


def traversing_operation_id(d):
    _at(d, *ME)["operationId"] = "../../etc/cron"


def hostile_path(d):
    d["paths"]["/me/" + HOSTILE] = d["paths"].pop("/me")


def dots_in_path(d):
    d["paths"]["/a b"] = d["paths"].pop("/me")


def undeclared_placeholder(d):
    d["paths"]["/me/{id}"] = d["paths"].pop("/me")


def hostile_definition(d):
    d["definitions"][HOSTILE] = {"type": "object"}


def hostile_property(d):
    d["definitions"]["v0.UserDataModel"]["properties"][HOSTILE] = {"type": "string"}


def missing_reference(d):
    d["definitions"]["v0.UserRespModel"]["properties"]["data"] = {"$ref": "#/definitions/Gone"}


def outside_reference(d):
    d["definitions"]["v0.UserRespModel"]["properties"]["data"] = {"$ref": "http://example.invalid/x.json"}


def file_reference(d):
    d["definitions"]["v0.UserRespModel"]["properties"]["data"] = {"$ref": "/etc/passwd"}


def hostile_enum(d):
    d["definitions"]["v0.UserDataModel"]["properties"]["kind"]["enum"] = ['"""\nimport os']


def endless_enum_value(d):
    d["definitions"]["v0.UserDataModel"]["properties"]["kind"]["enum"] = ["a" * 2000]


def empty_enum(d):
    d["definitions"]["v0.UserDataModel"]["properties"]["kind"]["enum"] = []


def bad_pattern(d):
    d["definitions"]["v0.UserDataModel"]["properties"]["kind"]["pattern"] = "("


def bad_status(d):
    _at(d, *ME)["responses"]["2000"] = {}


def no_responses(d):
    _at(d, *ME)["responses"] = {}


def multiline_tag(d):
    _at(d, *ME)["tags"] = ["a\nb"]


def hostile_parameter(d):
    _at(d, *ME)["parameters"] = [{"name": HOSTILE, "in": "query", "type": "string"}]


def nameless_parameter(d):
    _at(d, *ME)["parameters"] = [{"in": "query", "type": "string"}]


def deep(d):
    node = d["definitions"]["deep"] = {}
    for _ in range(100):
        node["items"] = node = {}


def not_json(d):
    d["info"]["date"] = object()


def numeric_name(d):
    d["definitions"][1] = {}


HOSTILITIES = [
    (wrong_version, "3.0"), (no_version, "no API description"), (no_paths, "paths"), (empty_paths, "no operation"),
    (twice, "user-profile.* stands twice"), (no_operation_id, "GET /me has no operationId"),
    (hostile_operation_id, "GET /me"), (traversing_operation_id, "GET /me"), (hostile_path, "paths"),
    (dots_in_path, "paths"), (undeclared_placeholder, "'id'"), (hostile_definition, "definitions"),
    (hostile_property, "v0.UserDataModel"), (missing_reference, "Gone"), (outside_reference, "outside the document"),
    (file_reference, "outside the document"), (hostile_enum, "kind enum"), (endless_enum_value, "kind enum"),
    (empty_enum, "kind"), (bad_pattern, "pattern"), (bad_status, "2000"), (no_responses, "no responses"),
    (multiline_tag, "tags"), (hostile_parameter, "parameters"), (nameless_parameter, "without a name"),
    (deep, "64 levels"), (not_json, "object stands"), (numeric_name, "is a int"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "named"), HOSTILITIES, ids=lambda value: getattr(value, "__name__", None))
def test_a_hostile_document_is_refused(document, spoil, named):
    spoil(document)
    with pytest.raises(DocumentError, match=named) as caught:
        vet(document)
    assert "\n" not in str(caught.value)


def test_too_many_values_are_refused(document):
    document["info"]["x-list"] = [0] * 600_000
    with pytest.raises(DocumentError, match="more than 500,000 values"):
        vet(document)


def test_a_yaml_bomb_is_refused(document):
    layer = ["lol"] * 10
    for _ in range(9):
        layer = [layer] * 10
    document["x-bomb"] = layer
    with pytest.raises(DocumentError, match="values"):
        vet(document)


def test_vetting_changes_nothing(document):
    before = copy.deepcopy(document)
    vet(document)
    assert document == before

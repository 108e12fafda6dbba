"""Conversion to OpenAPI 3.1: what is carried over, and that the rest is refused by name."""

import pytest

from pipeline import convert
from pipeline.canonical import without_prose
from pipeline.contract import build_contract, validate
from pipeline.errors import DocumentError


def to_openapi(document):
    return convert.to_openapi(without_prose(document))


def test_the_whole_document_becomes_valid_openapi(document):
    converted = to_openapi(document)
    assert converted["openapi"] == "3.1.0"
    assert converted["servers"] == [{"url": "https://tea.example/v0.1"}]
    assert converted["components"]["securitySchemes"]["PersonalAccessToken"]["in"] == "header"
    profile = converted["paths"]["/me"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert profile == {"$ref": "#/components/schemas/v0.UserRespModel"}
    validate(build_contract(without_prose(document), []).document)


def test_parameters_keep_their_place_and_bounds(document):
    fill = to_openapi(document)["paths"]["/cups/{cup-slug}"]["put"]
    slug, sorts, limit = fill["parameters"]
    assert slug == {"name": "cup-slug", "in": "path", "required": True, "schema": {"type": "string"}}
    assert (sorts["style"], sorts["explode"]) == ("form", False)
    assert limit["schema"]["maximum"] == 50
    assert fill["requestBody"] == {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/v0.CupParams"}}},
    }


@pytest.mark.parametrize(
    ("style", "expected"),
    [("multi", ("form", True)), ("ssv", ("spaceDelimited", False)), ("pipes", ("pipeDelimited", False))],
)
def test_array_styles(document, style, expected):
    document["paths"]["/cups/{cup-slug}"]["put"]["parameters"][1]["collectionFormat"] = style
    sorts = to_openapi(document)["paths"]["/cups/{cup-slug}"]["put"]["parameters"][1]
    assert (sorts["style"], sorts["explode"]) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"type": "integer", "minimum": 1, "exclusiveMinimum": True}, {"type": "integer", "exclusiveMinimum": 1}),
        ({"type": "integer", "maximum": 9, "exclusiveMaximum": False}, {"type": "integer", "maximum": 9}),
        ({"type": "string", "x-nullable": True}, {"type": ["string", "null"]}),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
        ({"type": "object", "additionalProperties": False}, {"type": "object", "additionalProperties": False}),
    ],
)
def test_schema_keywords_that_changed_between_the_versions(document, before, after):
    document["definitions"]["A"] = {"type": "object", "properties": {"a": before}}
    converted = to_openapi(document)["components"]["schemas"]["A"]["properties"]["a"]
    for key in ("type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format", "additionalProperties"):
        assert converted.get(key) == after.get(key)


def test_shared_parameters_and_responses_are_put_in_place(document):
    document["parameters"] = {"page": {"name": "page", "in": "query", "type": "string"}}
    document["responses"] = {"Gone": {"schema": {"type": "string"}}}
    profile = document["paths"]["/me"]["get"]
    profile["parameters"] = [{"$ref": "#/parameters/page"}]
    profile["responses"]["410"] = {"$ref": "#/responses/Gone"}
    converted = to_openapi(document)["paths"]["/me"]["get"]
    assert converted["parameters"][0]["name"] == "page"
    assert converted["responses"]["410"]["content"]["application/json"]["schema"] == {"type": "string"}


def _set(path, value):
    def change(document):
        *parents, last = path
        for step in parents:
            document = document[step]
        document[last] = value

    return change


ME = ("paths", "/me", "get")
FILL = ("paths", "/cups/{cup-slug}", "put")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (_set(("swagger",), "1.2"), "1.2"),
        (_set(("webhooks",), {}), "webhooks"),
        (_set((*ME, "callbacks"), {}), "callbacks"),
        (_set((*ME, "schemes"), ["ws"]), "schemes"),
        (_set((*FILL, "parameters", 1, "in"), "formData"), "formData"),
        (_set((*FILL, "parameters", 1, "collectionFormat"), "tsv"), "tsv"),
        (_set(("definitions", "v0.CupParams", "discriminator"), "kind"), "discriminator"),
        (_set(("definitions", "v0.CupParams", "properties", "size", "oneOf"), []), "oneOf"),
        (_set(("securityDefinitions", "PersonalAccessToken", "type"), "oauth2"), "oauth2"),
        (_set(("paths", "/me", "trace"), {}), "trace"),
        (_set(("definitions", "v0.CupParams"), "text"), "v0.CupParams"),
    ],
)
def test_an_unknown_construct_is_refused_by_name(document, change, named):
    change(document)
    with pytest.raises(DocumentError, match=named):
        to_openapi(document)

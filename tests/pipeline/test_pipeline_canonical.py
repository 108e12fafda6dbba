"""The canonical form: no prose, nothing else lost, the same bytes for the same facts."""

import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.canonical import PROSE, dumps, without_prose

NAMES = st.sampled_from(["title", "description", "summary", "example", "examples", "externalDocs", "slug"])
SCHEMAS = st.recursive(
    st.fixed_dictionaries({"type": st.just("string")}, optional={key: st.text() for key in sorted(PROSE)}),
    lambda inner: st.fixed_dictionaries(
        {"type": st.just("object"), "properties": st.dictionaries(NAMES, inner)},
        optional={"description": st.text(), "title": st.text()},
    ),
    max_leaves=12,
)


def test_prose_goes_and_a_property_of_that_name_stays(document):
    kept = without_prose(document)
    assert "title" not in kept["info"]
    assert "summary" not in kept["paths"]["/me"]["get"]
    user = kept["definitions"]["v0.UserDataModel"]
    assert user["properties"]["title"] == {"type": "string"}
    assert user["properties"]["description"] == {"type": "string"}
    assert user["properties"]["slug"] == {"type": "string"}
    assert user["required"] == ["slug"]


def test_values_are_not_mistaken_for_prose():
    schema = {"definitions": {"A": {"enum": ["title"], "default": {"description": "kept"}, "required": ["summary"]}}}
    assert without_prose(schema) == schema


@given(SCHEMAS)
def test_only_prose_is_dropped(schema):
    kept = without_prose({"definitions": {"A": schema}})["definitions"]["A"]

    def same(left, right):
        assert set(left) == set(right) - PROSE
        for key in left.keys() - {"properties"}:
            assert left[key] == right[key]
        assert set(left.get("properties", {})) == set(right.get("properties", {}))
        for name, inner in left.get("properties", {}).items():
            same(inner, right["properties"][name])

    same(kept, schema)
    assert without_prose({"definitions": {"A": kept}}) == {"definitions": {"A": kept}}


@given(st.permutations(["paths", "definitions", "info", "swagger"]))
def test_the_order_of_keys_does_not_matter(keys):
    text = dumps({key: {"b": 1, "a": "ü"} for key in keys})
    assert text == dumps(json.loads(text))
    assert text.endswith("}\n")
    assert "ü" in text

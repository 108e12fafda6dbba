"""Overlays: corrections as data, applied exactly or refused by name."""

import copy
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import DocumentError
from pipeline.overlay import apply_action, load_overlay, load_overlays, merge

HEADER = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nx-evidence: {kind: stated, source: a page}\nactions:\n"


@pytest.fixture
def overlay(tmp_path):
    def load(actions, header=HEADER):
        path = tmp_path / "10-test.yaml"
        path.write_text(header + textwrap.indent(textwrap.dedent(actions), "  "))
        return load_overlay(path)

    return load


def apply(document, overlay):
    return [apply_action(document, action) for action in overlay.actions]


def test_update_merges_into_everything_selected(document, overlay):
    apply(document, overlay("- {target: '$.definitions[*]', update: {x-seen: {a: 1}}}"))
    assert all(schema["x-seen"] == {"a": 1} for schema in document["definitions"].values())
    document["definitions"]["v0.CupParams"]["x-seen"]["a"] = 2
    assert document["definitions"]["v0.UserDataModel"]["x-seen"] == {"a": 1}, "each gets a copy of its own"


def test_lists_are_joined_and_a_selected_list_is_appended_to(document, overlay):
    actions = """
    - {target: "$.definitions['v0.UserDataModel']", update: {required: [title]}}
    - {target: "$.definitions['v0.UserDataModel'].required", update: kind}
    """
    apply(document, overlay(actions))
    assert document["definitions"]["v0.UserDataModel"]["required"] == ["slug", "title", "kind"]


def test_remove_takes_members_and_list_elements_in_one_sweep(document, overlay):
    operation = document["paths"]["/cups/{cup-slug}"]["put"]
    actions = """
    - {target: "$.paths.*.put.parameters[?@.in == 'query']", remove: true}
    - {target: "$.paths.*.put.tags", remove: true}
    """
    apply(document, overlay(actions))
    assert [parameter["in"] for parameter in operation["parameters"]] == ["path", "body"]
    assert "tags" not in operation


def test_an_action_without_a_target_is_an_error_that_names_it(document, overlay):
    loaded = overlay("- {target: $.info, update: {x: 1}}\n- {target: $.definitions.Gone, update: {}}")
    with pytest.raises(DocumentError, match=r"10-test\.yaml action 2 found no target: \$\.definitions\.Gone"):
        apply(document, loaded)


def test_an_optional_action_says_whether_it_found_one(document, overlay):
    actions = """
    - {target: $.definitions.Gone, update: {}, x-optional: true}
    - {target: $.info, update: {x: 1}, x-optional: true}
    """
    assert apply(document, overlay(actions)) == [False, True]


@pytest.mark.parametrize(
    ("actions", "reason"),
    [
        ("- {update: {}}", "action 1 has no target"),
        ("- {target: $.info, update: {}, remove: true}", "either update or remove"),
        ("- {target: $.info}", "either update or remove"),
        ("- {target: $.info, update: {}, x-optinal: true}", "unknown key 'x-optinal'"),
        ("- {target: $.info, update: {}, x-evidence: {kind: hearsay, source: x}}", "needs x-evidence"),
        ("- {target: $.info, update: {}, x-evidence: {kind: observed}}", "needs x-evidence"),
    ],
)
def test_a_malformed_action_is_refused(overlay, actions, reason):
    with pytest.raises(DocumentError, match=reason):
        overlay(actions)


@pytest.mark.parametrize(
    "text", ["", "overlay: 2.0.0\nactions: []", "overlay: 1.0.0", "[", "overlay: 1.0.0\nactions: {}"]
)
def test_what_is_no_overlay_is_refused(tmp_path, text):
    path = tmp_path / "10-test.yaml"
    path.write_text(text)
    with pytest.raises(DocumentError, match=r"10-test\.yaml"):
        load_overlay(path)


def test_an_action_without_any_evidence_is_refused(overlay):
    with pytest.raises(DocumentError, match="x-evidence"):
        overlay("- {target: $.info, update: {}}", header=HEADER.replace("x-evidence", "x-other"))


@pytest.mark.parametrize(("target", "reason"), [("$.[", "not a JSONPath"), ("$.swagger", "does not fit the str")])
def test_a_target_that_cannot_be_updated_is_refused(document, overlay, target, reason):
    with pytest.raises(DocumentError, match=reason):
        apply(document, overlay(f"- {{target: '{target}', update: {{a: 1}}}}"))


def test_files_are_taken_in_the_order_of_their_names(tmp_path):
    for name in ("20-b", "10-a", "30-c"):
        (tmp_path / f"{name}.yaml").write_text(HEADER + "  []\n")
    assert [overlay.name for overlay in load_overlays(tmp_path)] == ["10-a.yaml", "20-b.yaml", "30-c.yaml"]


VALUES = st.recursive(
    st.integers() | st.text(max_size=3), lambda inner: st.dictionaries(st.sampled_from("abc"), inner), max_leaves=8
)
OBJECTS = st.dictionaries(st.sampled_from("abc"), VALUES)


@given(OBJECTS, OBJECTS)
def test_merging_objects_twice_is_merging_them_once(target, update):
    merge(target, update)
    once = copy.deepcopy(target)
    merge(target, update)
    assert target == once
    assert target.keys() >= update.keys()

"""Every correction is alive, lasts, says how it is known, and names itself where it does not fit."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonpath_rfc9535
import pytest

from pipeline.canonical import without_prose
from pipeline.contract import build_contract, validate
from pipeline.convert import to_openapi
from pipeline.errors import DocumentError
from pipeline.names import rename_schemas
from pipeline.overlay import Action, Overlay, apply_action

PUBLISHED = sorted((Path(__file__).resolve().parents[3] / "shared" / "published").glob("*.json"))


def test_every_action_changes_the_document(published, overlays):
    document = to_openapi(copy.deepcopy(published))
    dead = []
    for overlay in overlays:
        for action in overlay.actions:
            before = json.dumps(document)
            apply_action(document, action)
            if json.dumps(document) == before:
                dead.append(f"{action.where}: {action.target}")
        rename_schemas(document)
    assert dead == []


def test_no_correction_is_undone_by_a_later_one(published, overlays, contract):
    document = to_openapi(copy.deepcopy(published))
    undone = []
    for overlay in overlays:
        said = [place for action in overlay.actions for place in _apply_and_place(document, action)]
        rename_schemas(document)
        if overlay.name.startswith("10-"):
            continue  # its places are renamed with the schemas
        undone += [
            f"{action.where}: {'/'.join(map(str, place))} is {found!r}, not {value!r}"
            for action, place, value in said
            if (found := _find(contract, place)) != value and not _widened(found, value)
        ]
    assert undone == []


def test_evidence_names_a_source_and_a_time(overlays):
    wanting = [
        action.where
        for overlay in overlays
        for action in overlay.actions
        if action.evidence["kind"] != "own" and not re.match(r"20\d\d(-\d\d-\d\d)?$", str(action.evidence.get("date")))
    ]
    assert wanting == []


def test_what_is_known_otherwise_than_by_choice_says_what_is_different(overlays):
    silent = [
        action.where
        for overlay in overlays
        for action in overlay.actions
        if action.evidence["kind"] != "own" and not action.description and not _links(action)
    ]
    assert silent == []


def test_conflicting_sources_never_make_a_field_required_or_an_enum(overlays):
    strict = [
        action.where
        for overlay in overlays
        for action in overlay.actions
        if action.evidence["kind"] == "conflicting" and not action.remove
        if {"required", "enum"} & set(_keys(action.update))
    ]
    assert strict == []


@pytest.mark.skipif(not PUBLISHED, reason="the published documents are not here")
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_overlays_fit_each_published_document(path, overlays):
    built = build_contract(without_prose(json.loads(path.read_text("utf-8"))), overlays)
    validate(built.document)
    missing = [action for action in built.skipped if not action.optional]
    assert missing == []
    assert all(re.match(r"\d\d-[a-z]+\.yaml action \d+$", action.where) for action in built.skipped)


def test_an_action_that_fits_nothing_is_named(published, overlays):
    lost = Action("99-lost.yaml action 1", "$.components.schemas.Gone", evidence={}, update={"type": "object"})
    with pytest.raises(DocumentError, match=r"99-lost\.yaml action 1 found no target: \$\.components\.schemas\.Gone"):
        build_contract(published, [*overlays, Overlay("99-lost.yaml", "Lost", (lost,))])


def _apply_and_place(document: dict[str, Any], action: Action) -> list[tuple[Action, tuple[Any, ...], Any]]:
    """Apply, and say which scalar stands where because of it."""
    nodes = [
        (*node.location, len(node.value)) if isinstance(node.value, list) else node.location
        for node in jsonpath_rfc9535.find(action.target, document)
    ]
    apply_action(document, action)
    if not isinstance(action.update, dict):
        return []
    return [(action, (*location, *place), value) for location in nodes for place, value in _leaves(action.update)]


def _leaves(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in _leaves(item, (*place, key))]
    return [] if isinstance(value, list) else [(place, value)]


def _find(document: Any, place: tuple[Any, ...]) -> Any:
    for number, step in enumerate(place):
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            # The null rule wraps a reference into a choice of it and null.
            wrapped = document.get("anyOf", [{}])[0] if isinstance(document, dict) else {}
            return _find(wrapped, place[number:]) if wrapped else None
    return document


def _widened(found: Any, value: Any) -> bool:
    return isinstance(found, list) and value in found


def _links(action: Action) -> bool:
    return isinstance(action.update, dict) and "links" in action.update


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for item in value.values() for key in _keys(item))]
    return [key for item in value for key in _keys(item)] if isinstance(value, list) else []

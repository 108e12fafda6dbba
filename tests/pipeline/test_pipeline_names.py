"""Names: the overlays' where they say one, derived where they do not, never two of the same."""

import pytest

from pipeline.contract import build_contract
from pipeline.errors import DocumentError
from pipeline.overlay import Action, Overlay


def overlay(*updates):
    actions = (Action("test", target, {"kind": "own", "source": "test"}, update) for target, update in updates)
    return [Overlay("test.yaml", "Test", tuple(actions))]


def test_a_chosen_name_is_used_everywhere(published):
    chosen = overlay(("$.components.schemas['v0.UserDataModel']", {"x-bitrise-name": "Drinker"}))
    contract = build_contract(published, chosen).document
    assert "Drinker" in contract["components"]["schemas"]
    assert "#/components/schemas/Drinker" in str(contract)
    assert "UserDataModel" not in str(contract)
    assert "x-bitrise-name" not in str(contract)


def test_a_name_for_two_schemas_is_refused(published):
    twice = overlay(("$.components.schemas[*]", {"x-bitrise-name": "Same"}))
    with pytest.raises(DocumentError, match="4 schemas would be named 'Same'"):
        build_contract(published, twice)


def test_schemas_nobody_named_get_readable_names(published):
    assert set(build_contract(published, []).document["components"]["schemas"]) >= {
        "Error",
        "CupParams",
        "UserDataModel",
    }


def test_names_that_would_clash_stay_apart(published):
    for key in ("v0.TeaRespModel", "v0.TeaResponseModel", "service.Tea"):
        published["definitions"][key] = {"type": "object"}
    names = set(build_contract(published, []).document["components"]["schemas"])
    assert {"TeaRespModel", "TeaResponseModel", "Tea"} <= names


def test_an_operation_nobody_named_gets_its_resource_and_method(published):
    contract = build_contract(published, overlay(("$", {"tags": [{"name": "user", "x-bitrise-resource": "users"}]})))
    profile = contract.document["paths"]["/me"]["get"]
    assert (profile["x-bitrise-resource"], profile["x-bitrise-method"]) == ("users", "user_profile")
    fill = contract.document["paths"]["/cups/{cup-slug}"]["put"]
    assert (fill["x-bitrise-resource"], fill["x-bitrise-method"]) == ("cups", "cup_fill")


def test_two_operations_of_one_name_are_refused(published):
    same = overlay(("$.paths.*.*", {"x-bitrise-resource": "teas", "x-bitrise-method": "get"}))
    with pytest.raises(DocumentError, match=r"user-profile and cup-fill would both be teas\.get"):
        build_contract(published, same)

"""The contract, asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bitrise_conformance.contract import Contract, ContractError, load_published


def test_finds_the_most_specific_template(contract: Contract) -> None:
    assert contract.find("GET", "/apps/abc/builds/def").id == "build-show"  # type: ignore[union-attr]
    assert contract.find("POST", "/apps/register").id == "app-create"  # type: ignore[union-attr]
    assert contract.find("GET", "/apps/register").id == "app-show"  # type: ignore[union-attr]
    assert contract.find("GET", "/apps//builds") is None
    assert contract.find("GET", "/nothing/here") is None


def test_fills_and_encodes_paths(contract: Contract) -> None:
    operation = contract["app-secrets-show"]
    assert operation.url_path({"app-slug": "a/b", "secret-name": "ü"}) == "/apps/a%2Fb/secrets/%C3%BC"


def test_every_reference_of_an_answer_leads_somewhere(contract: Contract) -> None:
    for operation in contract:
        for status in operation.responses:
            code = int(status.replace("XX", "00")) if status != "default" else 200
            assert contract.at(operation.response_pointer(code))


def test_reads_the_published_document_with_the_same_operations(contract: Contract) -> None:
    assert set(load_published().operations) == set(contract.operations)


@pytest.mark.parametrize(
    ("text", "says"), [("{", "not JSON"), ("[]", "no paths"), ('{"paths": []}', "no paths"), (None, "no such file")]
)
def test_says_what_is_wrong_with_a_document(tmp_path: Path, text: str | None, says: str) -> None:
    path = tmp_path / "openapi.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(ContractError, match=says):
        Contract.load(path)


def test_a_reference_that_leads_nowhere_is_named() -> None:
    contract = Contract(json.loads('{"paths": {}}'))
    with pytest.raises(ContractError, match="#/components/schemas/Gone leads nowhere"):
        contract.resolve({"$ref": "#/components/schemas/Gone"})

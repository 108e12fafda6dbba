"""The semantic checks: documented, passing on a right server, failing on a wrong one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bitrise_conformance.contract import Contract
from bitrise_conformance.discover import discover
from bitrise_conformance.findings import Findings
from bitrise_conformance.judge import Judge
from bitrise_conformance.scrub import Scrubber
from bitrise_conformance.semantic import CHECKS, Check, Subject
from bitrise_conformance.semantic.bodies import GOOD, body_for
from bitrise_conformance.session import Api
from bitrise_conformance.wire import Policy, Wire
from bitrise_sandbox import Sandbox

FAULTS = {
    "lists_are_complete": "page-skips-item",
    "limits_are_obeyed": "limit-ignored",
    "lists_are_stable": "unstable-order",
    "filters_select": "filter-ignored",
    "filters_exclude": "filter-ignored",
    "things_are_shown_as_listed": "wrong-object",
    "what_is_finished_stays_finished": "finished-build-runs-again",
    "downloads_work": "truncated-downloads",
    "a_token_is_needed": "authentication-off",
    "wrong_tokens_are_refused": "any-token-accepted",
    "foreign_things_are_hidden": "other-users-data",
    "lists_hold_only_mine": "other-users-data",
    "reading_tokens_do_not_write": "read-only-token-writes",
    "protected_things_stay_secret": "protected-secret-shown",
    "created_things_live_and_die": "created-not-there",
    "updates_are_kept": "update-lost",
    "deleted_things_are_gone": "deleted-still-there",
    "undeclared_methods_are_refused": "missing-allow-header",
    "invalid_bodies_are_refused": "invalid-body-accepted",
    "odd_queries_do_no_harm": "server-error-on-odd-input",
}
"""A fault that each check sees."""

BY_NAME = {check.name: check for check in CHECKS}


def findings(check: Check, contract: Contract, *faults: str, tokens: bool = True) -> list[str]:
    """What one check finds on a sandbox of its own; findings of single answers are left out."""
    with Sandbox(seed=2, faults=faults, speed=0.0, start=1_767_225_600.0, apps=8, builds=60) as sandbox:
        wire = Wire(Policy(sandbox.base_url), sandbox.token)
        found = Findings()
        judge = Judge(contract, Scrubber([sandbox.token]))
        api = Api(contract, wire, judge, found)
        with wire.installed():
            world = discover(api)
            subject = Subject(api=api, world=world, operations=list(contract), writes=True)
            subject.other_token, subject.reading_token = sandbox.tokens["other"], sandbox.tokens["read_only"]
            api.findings = Findings()
            check.run(subject)
            return [f"{finding.rule} at {finding.operation}: {finding.message}" for finding in api.findings]


def test_every_check_says_what_it_proves() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS) >= 25
    assert all(len(check.proves) >= 60 for check in CHECKS)


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTS)
def test_a_check_sees_its_fault_and_nothing_without_it(name: str, contract: Contract) -> None:
    assert findings(BY_NAME[name], contract) == []
    assert findings(BY_NAME[name], contract, FAULTS[name]) != []


def test_the_good_bodies_are_what_the_contract_allows(contract: Contract) -> None:
    schemas = Judge(contract, Scrubber()).schemas
    for operation in contract:
        if "application/json" in operation.body:
            pointer = f"{operation.pointer}/requestBody/content/application~1json/schema"
            assert schemas.is_valid(pointer, body_for(operation)), operation.id
    assert set(GOOD) <= set(contract.operations)


@pytest.mark.slow
def test_they_run_as_pytest_tests() -> None:
    command = [sys.executable, "-m", "pytest", "--pyargs", "bitrise_conformance.suite", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert f"{len(CHECKS)} passed" in done.stdout


def test_what_was_created_is_deleted_also_when_the_run_is_broken_off(
    contract: Contract, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bitrise_conformance.semantic import creation

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(creation, "_must_be_there", interrupt)
    with Sandbox(seed=2, speed=0.0, apps=3, builds=10) as sandbox:
        wire = Wire(Policy(sandbox.base_url, only_own=True), sandbox.token)
        api = Api(contract, wire, Judge(contract, Scrubber([sandbox.token])), Findings())
        with wire.installed():
            creator = contract["app-secret-create"]
            world = discover(api)
            subject = Subject(api=api, world=world, operations=[creator], writes=True, own_only=True)
            with pytest.raises(KeyboardInterrupt):
                BY_NAME["created_things_live_and_die"].run(subject)
            answer = api.call("secret-list", world.first(creator))
    assert wire.sent > 2
    assert answer.ok
    assert not [secret for secret in answer.json["secrets"] if "CONFORMANCE" in secret["name"]]

"""The semantic checks as pytest tests: ``pytest --pyargs bitrise_conformance.suite``.

Without more they run against the sandbox. ``BITRISE_API_BASE_URL`` names another server, whose token is in
``BITRISE_TOKEN``; there they only read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from bitrise_conformance.contract import Contract
from bitrise_conformance.discover import discover
from bitrise_conformance.findings import Findings
from bitrise_conformance.judge import Judge
from bitrise_conformance.scrub import Scrubber
from bitrise_conformance.semantic import CHECKS, Check, Subject
from bitrise_conformance.server import Options, open_server
from bitrise_conformance.session import Api
from bitrise_conformance.wire import Policy, Wire


@pytest.fixture(scope="session")
def subject() -> Iterator[Subject]:
    """The server under test, walked once."""
    contract = Contract.load()
    with open_server(Options(base_url=os.environ.get("BITRISE_API_BASE_URL")), seed=0) as server:
        is_sandbox = server.kind == "sandbox"
        wire = Wire(Policy(server.base_url, writes=is_sandbox), server.token)
        api = Api(contract, wire, Judge(contract, Scrubber(server.tokens)), Findings())
        with wire.installed():
            yield Subject(
                api=api,
                world=discover(api),
                operations=list(contract),
                other_token=server.other_token,
                reading_token=server.reading_token,
                writes=is_sandbox,
            )


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_semantic(check: Check, subject: Subject) -> None:
    """The check finds nothing."""
    if check.writes and not subject.writes:
        pytest.skip("writes; only the sandbox may be written")
    subject.api.findings = Findings()
    check.run(subject)
    found = [f"{f.rule} at {f.operation}: {f.message} ({f.clause})" for f in subject.api.findings]
    assert not found, "\n".join([check.proves, *found])

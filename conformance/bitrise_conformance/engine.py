"""Runs Schemathesis' command-line engine over the operations of a run.

The engine gets the contract reduced to the operations that may be asked, a configuration file, and nothing
else: requests are signed and guarded below it (:mod:`bitrise_conformance.wire`), real path parameters are fed
in and answers are judged through its public hooks (:mod:`bitrise_conformance.hooks`).
"""

from __future__ import annotations

import contextlib
import copy
import io
import json
import os
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bitrise_conformance.contract import METHODS, Contract, Operation
from bitrise_conformance.hooks import EngineRun, active

PHASES = ("examples", "coverage", "fuzzing", "stateful")


class EngineError(Exception):
    """The engine could not run; the message is one line."""


@dataclass(frozen=True)
class Depth:
    """How much the engine sends.

    Args:
        fuzzing: generated requests per operation.
        stateful: generated sequences in all.
        steps: longest sequence.
    """

    fuzzing: int = 10
    stateful: int = 16
    steps: int = 5


def run_engine(
    contract: Contract,
    operations: Iterable[Operation],
    run: EngineRun,
    *,
    base_url: str,
    seed: int,
    depth: Depth,
    writes: bool = True,
    max_time: int | None = None,
    unexpected_methods: bool | None = None,
) -> str:
    """Run all phases and return what the engine printed.

    Args:
        run: what hooks need and where they put what they find.
        max_time: seconds after which the engine stops.
        unexpected_methods: whether the coverage phase sends methods that the contract lacks; by default as `writes`.

    Raises:
        EngineError: the engine did not accept the contract or stopped before testing.
    """
    from schemathesis.cli import schemathesis as command

    document = reduced(contract, operations)
    if not document["paths"]:
        return ""
    with tempfile.TemporaryDirectory(prefix="bitrise-conformance-") as folder:
        spec, config = Path(folder, "openapi.json"), Path(folder, "schemathesis.toml")
        spec.write_text(json.dumps(document), encoding="utf-8")
        undeclared = writes if unexpected_methods is None else unexpected_methods
        config.write_text(configuration(depth, undeclared=undeclared), encoding="utf-8")
        arguments = ["--config-file", str(config), "run", str(spec), "--url", base_url, "--seed", str(seed)]
        if max_time is not None:
            arguments += ["--max-time", str(max(1, max_time))]
        output = io.StringIO()
        code = 0
        with active(run), _quiet(output):
            try:
                command.main(arguments, prog_name="schemathesis", standalone_mode=False)
            except SystemExit as exit_:
                code = exit_.code if isinstance(exit_.code, int) else 2
            except Exception as error:
                raise EngineError(f"the test engine stopped: {_first_line(error)}") from error
    if run.interrupted:
        raise KeyboardInterrupt
    if run.fatal or code not in (0, 1):
        raise EngineError(f"the test engine stopped: {run.fatal or _last_line(output.getvalue())}")
    return output.getvalue()


def reduced(contract: Contract, operations: Iterable[Operation]) -> dict[str, Any]:
    """The contract with only these operations, and no link that leads to another."""
    kept = {operation.id for operation in operations}
    document = copy.deepcopy(dict(contract.document))
    for path, item in list(document["paths"].items()):
        for method in [m for m in item if m in METHODS]:
            if (item[method].get("operationId") or f"{method} {path}") not in kept:
                del item[method]
            else:
                for response in item[method].get("responses", {}).values():
                    links = response.get("links", {})
                    for name in [n for n, link in links.items() if link.get("operationId", "") not in kept]:
                        del links[name]
        if not any(m in item for m in METHODS):
            del document["paths"][path]
    return document


def configuration(depth: Depth, *, undeclared: bool) -> str:
    """The engine's configuration, with what is known of its traps.

    - Runs are only repeatable with one worker, without its cache, and without values that it collects from
      earlier answers.
    - Its own response checks are replaced by ours, which also serve recorded traffic.
    - Whether what was created can be asked for is a semantic check of ours: a link cannot say that a trigger with a
      pipeline makes something else than a build.
    - Generated credentials would be replaced on the wire, and keep stateful checks from firing.
    """
    methods = '["get", "put", "post", "delete", "patch"]' if undeclared else "[]"
    return f"""
workers = 1
continue-on-failure = true
request-timeout = 15
suppress-health-check = ["all"]

[cache]
enabled = false

[output.sanitization]
enabled = true

[generation]
no-shrink = true
database = "none"
with-security-parameters = false
max-examples = {depth.fuzzing}

[checks]
enabled = false
contract.enabled = true
negative_data_rejection.enabled = true
unsupported_method.enabled = {str(undeclared).lower()}
use_after_free.enabled = true

[phases.examples.extra-data-sources]
responses = false

[phases.coverage]
unexpected-methods = {methods}

[phases.coverage.extra-data-sources]
responses = false

[phases.fuzzing.extra-data-sources]
responses = false

[phases.fuzzing.error-feedback]
enabled = false

[phases.stateful]
max-steps = {depth.steps}

[phases.stateful.generation]
max-examples = {depth.stateful}
"""


@contextlib.contextmanager
def _quiet(output: io.StringIO) -> Iterator[None]:
    """Keep the engine's own display out of the terminal; ours is the handler's."""
    before = {name: os.environ.get(name) for name in ("NO_COLOR", "COLUMNS")}
    os.environ.update(NO_COLOR="1", COLUMNS="120")
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "no output")[:300]

"""What Schemathesis' engine is extended with, through its public hooks.

- ``before_call`` feeds real path parameters into generated requests, so that 404 does not hide everything.
- the check ``contract`` lets our judge look at every answer.
- the event handler collects findings and shows progress.

Hooks are global in Schemathesis; they act on the :class:`EngineRun` that is active, and do nothing without one.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from schemathesis.cli import EventHandler, ExecutionContext
from schemathesis.cli import handler as cli_handler
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.engine import events

from bitrise_conformance.contract import Contract, Operation
from bitrise_conformance.findings import Exchange, Finding, Findings
from bitrise_conformance.judge import NOT_IMPLEMENTED, Judge

KEEP_RANDOM = 6
"""One in so many requests keeps its generated path parameters: unknown things must be answered well too."""

RULES = {
    "negative_data_rejection": ("invalid-input-accepted", "what the contract forbids is refused"),
    "unsupported_method": ("undeclared-method", "a method that the contract lacks is refused with 405 and Allow"),
    "use_after_free": ("deleted-still-there", "what was deleted is gone (404)"),
}
"""The engine's checks in our words: rule and clause."""


@dataclass
class EngineRun:
    """What the hooks need during one run of the engine, and what they leave.

    Args:
        pools: real path parameters by operationId, each complete.
        on_scenario: told of each operation (or sequence) that was finished, with its phase.
    """

    contract: Contract
    judge: Judge
    findings: Findings
    pools: Mapping[str, list[dict[str, str]]] = field(default_factory=dict)
    on_scenario: Callable[[str, str], None] = lambda phase, label: None
    cases: int = 0
    interrupted: bool = False
    fatal: str = ""
    errors: list[str] = field(default_factory=list)
    """What the engine could not test, a line each."""
    known_values: set[str] = field(default_factory=set)
    """Values of real path parameters; they are never replaced."""


@contextmanager
def active(run: EngineRun) -> Iterator[None]:
    """Let the hooks act on a run until the block ends."""
    global _run
    run.known_values.update(v for pool in run.pools.values() for values in pool for v in values.values())
    _run = run
    try:
        yield
    finally:
        _run = None


_run: EngineRun | None = None


class ContractFailure(Failure):
    """An answer that violates the contract, as the engine's checks raise it."""

    code = "ST950"
    checks = ("contract",)
    kind_title = "The answer violates the contract"

    __slots__ = ("finding",)

    def __init__(self, finding: Finding, operation: str) -> None:
        super().__init__(operation=operation, message=f"{finding.rule}: {finding.message}\n{finding.clause}")
        self.finding = finding

    @property
    def _unique_key(self) -> str:
        return f"{self.finding.rule}|{self.finding.clause}"


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case[Any], kwargs: dict[str, Any]) -> None:
    """Put real path parameters into a request whose own are made up."""
    run = _run
    if run is None:
        return
    run.cases += 1
    operation = run.contract.find(case.operation.method, case.operation.path)
    pool = run.pools.get(operation.id) if operation else None
    if not pool or not case.path_parameters or not _may_replace(case, run):
        return
    choice = zlib.crc32(f"{case.operation.label} {run.cases}".encode())
    if choice % KEEP_RANDOM:
        case.path_parameters.update(pool[choice // KEEP_RANDOM % len(pool)])


@schemathesis.check
def contract(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case[Any]
) -> bool | None:
    """Every answer is one that the contract allows."""
    run = _run
    if run is None:
        return True
    operation = run.contract.find(response.request.method or "", _path_of(case))
    if operation is None or operation.path != case.operation.path:
        return True
    found = run.judge(operation, as_exchange(response))
    if found:
        failures = [ContractFailure(finding, case.operation.label) for finding in found]
        raise failures[0] if len(failures) == 1 else FailureGroup(failures)
    return None


@cli_handler()
class Collector(EventHandler):  # type: ignore[type-arg]
    """Turns the engine's events into findings and progress."""

    def handle_event(self, ctx: ExecutionContext, event: events.EngineEvent) -> None:
        run = _run
        if run is None:
            return
        if isinstance(event, events.ScenarioFinished):
            self._collect(run, event)
            run.on_scenario(event.phase.value, event.label or "")
        elif isinstance(event, events.Interrupted):
            run.interrupted = True
        elif isinstance(event, events.FatalError):
            run.fatal = (str(event.exception).strip().splitlines() or [type(event.exception).__name__])[0]
        elif isinstance(event, events.NonFatalError):
            self._error(run, event)

    def _collect(self, run: EngineRun, event: events.ScenarioFinished) -> None:
        recorder = event.recorder
        for case_id, checks in recorder.checks.items():
            for check in checks:
                if check.failure_info is None:
                    continue
                failure = check.failure_info.failure
                if isinstance(failure, ContractFailure):
                    run.findings.add(failure.finding)
                elif check.name in RULES:
                    interaction = recorder.interactions.get(failure.case_id or case_id)
                    response = interaction.response if interaction else None
                    exchange = as_exchange(response) if response else None
                    if exchange is None or exchange.status == NOT_IMPLEMENTED:
                        continue
                    if check.name == "negative_data_rejection" and _is_text(exchange):
                        continue
                    case = recorder.cases[failure.case_id or case_id].value
                    name = _name(run, case.operation.method, case.operation.path)
                    rule, clause = RULES[check.name]
                    message = " ".join(failure.message.split())[:400]
                    run.findings.add(Finding(rule, name, clause, message, exchange))

    def _error(self, run: EngineRun, event: events.NonFatalError) -> None:
        method, _, path = event.label.partition(" ")
        text = " ".join(f"{event.info.title}: {event.info.message}".split())[:300]
        if "not sent," in text:
            return
        operation = run.contract.find(method, path) if path.startswith("/") else None
        if event.related_to_operation and operation and _is_network(event.value):
            clause = "every request is answered"
            run.findings.add(Finding("no-answer", operation.id, clause, text, _unanswered(event.value)))
        else:
            run.errors.append(f"{event.label}: {text}")


def as_exchange(response: schemathesis.Response) -> Exchange:
    request = response.request
    body = request.body or b""
    return Exchange(
        method=request.method or "GET",
        url=request.url or "",
        request_headers={name: str(value) for name, value in request.headers.items()},
        request_body=body.encode() if isinstance(body, str) else bytes(body) if isinstance(body, bytes) else b"",
        status=response.status_code,
        headers={name.lower(): ", ".join(values) for name, values in response.headers.items()},
        body=response.content or b"",
        elapsed=response.elapsed,
        signed="Authorization" not in request.headers,
    )


def _is_text(exchange: Exchange) -> bool:
    """Whether a body was sent as text: every value is a text then, also one that should not have been."""
    kind = next((v for k, v in exchange.request_headers.items() if k.lower() == "content-type"), "")
    return bool(exchange.request_body) and "json" not in kind


def _may_replace(case: schemathesis.Case[Any], run: EngineRun) -> bool:
    """Whether a request's path parameters are valid but made up."""
    meta = case.meta
    component = meta.components.get(ParameterLocation.PATH) if meta else None
    if component is not None and component.mode.is_negative:
        return False
    return not any(str(value) in run.known_values for value in case.path_parameters.values())


def _path_of(case: schemathesis.Case[Any]) -> str:
    return str(case.operation.path)


def _name(run: EngineRun, method: str, path: str) -> str:
    operation: Operation | None = run.contract.find(method, path)
    return operation.id if operation else f"{method.upper()} {path}"


def _is_network(error: Exception) -> bool:
    import requests

    return isinstance(error, requests.RequestException | ConnectionError | TimeoutError)


def _unanswered(error: Exception) -> Exchange | None:
    request = getattr(error, "request", None)
    if request is None or not getattr(request, "url", None):
        return None
    body = getattr(request, "body", None) or b""
    return Exchange(
        request.method, request.url, dict(request.headers), body.encode() if isinstance(body, str) else bytes(body)
    )

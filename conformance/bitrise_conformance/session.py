"""Asking one operation at a time, as the semantic checks and the discovery walk do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import requests

from bitrise_conformance.contract import Contract, Json, Operation
from bitrise_conformance.findings import Exchange, Finding, Findings
from bitrise_conformance.judge import NOT_IMPLEMENTED, Judge
from bitrise_conformance.wire import Refused, Wire

SIGNED = "\0signed"
"""Send the token under test."""

TIMEOUT = 15.0
"""Seconds for one answer."""


@dataclass(frozen=True)
class Answer:
    """What came back; `status` is None when nothing did."""

    exchange: Exchange
    json: Json = None

    @property
    def status(self) -> int | None:
        return self.exchange.status

    @property
    def ok(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def implemented(self) -> bool:
        return self.status != NOT_IMPLEMENTED

    @property
    def data(self) -> Json:
        """The thing within the ``data`` envelope, or the whole value where there is none."""
        return self.json["data"] if isinstance(self.json, dict) and "data" in self.json else self.json


class Api:
    """Sends requests through a :class:`Wire`; every answer is judged, findings go to one place."""

    def __init__(self, contract: Contract, wire: Wire, judge: Judge, findings: Findings) -> None:
        self.contract = contract
        self.wire = wire
        self.judge = judge
        self.findings = findings
        self._session = requests.Session()
        self._anonymous = requests.Session()
        self._anonymous.is_anonymous = True  # type: ignore[attr-defined]
        for session in (self._session, self._anonymous):
            session.trust_env = False
            session.headers.clear()
            session.headers.update({"Accept": "*/*", "User-Agent": "bitrise-conformance"})

    def call(
        self,
        operation: Operation | str,
        values: Mapping[str, Any] | None = None,
        *,
        query: Mapping[str, Any] | None = None,
        body: Json = None,
        token: str | None = SIGNED,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
        judged: bool = True,
    ) -> Answer:
        """Ask an operation.

        Args:
            values: path parameters.
            body: sent as JSON; `content` is sent as it is.
            token: `SIGNED`, None for no token at all, or the value of the Authorization header.
            judged: whether the answer alone may become a finding.
        """
        operation = self.contract[operation] if isinstance(operation, str) else operation
        path = operation.url_path(values or {})
        answer = self.request(
            operation.method, path, query=query, body=body, token=token, headers=headers, content=content
        )
        if answer.status is None and not answer.exchange.headers.get("refused"):
            self.report("no-answer", operation, "every request is answered", "no answer came", answer)
        elif judged:
            for finding in self.judge(operation, answer.exchange):
                self.findings.add(finding)
        return answer

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Json = None,
        token: str | None = SIGNED,
        headers: Mapping[str, str] | None = None,
        content: bytes | None = None,
    ) -> Answer:
        """Ask any path below the base URL, or any address of the API's host; nothing is judged."""
        url = path if "://" in path else self.wire.policy.base_url.rstrip("/") + path
        if query:
            url += "?" + urlencode({k: v for k, v in query.items() if v is not None}, doseq=True)
        sent = dict(headers or {})
        if token is not None and token != SIGNED:
            sent["Authorization"] = token
        if body is not None:
            content = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        session = self._anonymous if token is None else self._session
        prepared = session.prepare_request(requests.Request(method, url, headers=sent, data=content))
        try:
            response = session.send(prepared, timeout=TIMEOUT, allow_redirects=False)
        except Refused:
            return Answer(Exchange(method, url, sent, content or b"", headers={"refused": "yes"}))
        except requests.RequestException as error:
            why = type(error).__name__
            return Answer(Exchange(method, url, sent, content or b"", signed=token == SIGNED, headers={"why": why}))
        return Answer(
            Exchange(
                method,
                url,
                sent,
                content or b"",
                response.status_code,
                {k.lower(): v for k, v in response.headers.items()},
                response.content,
                response.elapsed.total_seconds(),
                signed=token == SIGNED,
            ),
            _json(response),
        )

    def report(
        self, rule: str, operation: Operation | str, clause: str, message: str, answer: Answer | None = None
    ) -> None:
        """Add a finding; a request that the guard did not send shows nothing."""
        if answer is not None and answer.exchange.headers.get("refused"):
            return
        name = operation.id if isinstance(operation, Operation) else operation
        self.findings.add(Finding(rule, name, clause, message, answer.exchange if answer else None))


def _json(response: requests.Response) -> Json:
    try:
        return json.loads(response.content)
    except ValueError:
        return None

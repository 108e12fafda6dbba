"""Is the server there, is it the API, and does it accept the token? Asked before anything else, in bounded time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import requests

from bitrise_conformance.contract import Contract, Operation
from bitrise_conformance.discover import required_query
from bitrise_conformance.wire import Wire, host, origin, resolve

TIMEOUT = 8.0
"""Seconds for one probe; there are at most :data:`PROBES` that get no answer."""
PROBES = 3


class TargetError(Exception):
    """The job cannot run against this server; the message is one line that says why and what to do."""


def check_address(url: str) -> str:
    """A base URL without its last slash.

    Raises:
        TargetError: it is not an http(s) address of a host, or carries credentials.
    """
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises for a bad port
    except ValueError as error:
        raise TargetError(f"--base-url {url!r}: {error}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise TargetError(f"--base-url {url!r}: not an address such as https://api.bitrise.io/v0.1")
    if parts.username or parts.password:
        raise TargetError("--base-url: carries credentials; use --token-env")
    if parts.query or parts.fragment:
        raise TargetError(f"--base-url {url!r}: must end in the path, without ? and #")
    return url.rstrip("/")


def probe(contract: Contract, wire: Wire, *, needs_token: bool = True) -> None:
    """Ask up to three operations; one good answer is enough.

    Raises:
        TargetError: no answer, or none that this API would give.
    """
    problems: list[str] = []
    with requests.Session() as session:
        session.trust_env = False
        for operation in _probes(contract):
            problem = _ask(session, wire, operation, needs_token)
            if problem is None:
                return
            problems.append(problem)
            if problem.startswith("refused:"):
                break
    raise TargetError(f"{wire.policy.base_url}: {problems[-1].removeprefix('refused:').strip()}")


def _probes(contract: Contract) -> Iterator[Operation]:
    plain = [op for op in contract if op.method == "GET" and not op.path_parameters and not op.required_query]
    plain.sort(key=lambda op: (not op.pagination, op.path != "/apps", op.path))
    yield from plain[:PROBES]


def _ask(session: requests.Session, wire: Wire, operation: Operation, needs_token: bool) -> str | None:
    """None for a good answer, else what was wrong; `refused:` when asking again is no use."""
    limit = {"limit": 1} if "limit" in operation.query else {}
    url = wire.policy.base_url + operation.path
    try:
        response = session.get(
            url, params={**limit, **required_query(operation)}, timeout=TIMEOUT, allow_redirects=False
        )
    except requests.exceptions.SSLError as error:
        return f"refused: TLS error ({_reason(error)})"
    except requests.exceptions.Timeout:
        return f"no answer within {TIMEOUT:g} s"
    except requests.exceptions.ConnectionError as error:
        text = str(error)
        if "refused" in text:
            return "refused: connection refused; is the server running?"
        if "resolve" in text or "Name or service" in text or "getaddrinfo" in text:
            return "refused: no such host"
        return f"the connection broke ({_reason(error)})"
    except requests.RequestException as error:
        return f"refused: {_reason(error)}"
    return _problem(response, operation, needs_token)


def _problem(response: requests.Response, operation: Operation, needs_token: bool) -> str | None:
    status = response.status_code
    if response.is_redirect:
        target = resolve(response.url, response.headers["Location"])
        where = host(target) if origin(target) != origin(response.url) else urlsplit(target).path
        return f"{operation.label} redirects to {where}; give the address it leads to, the token is not sent there"
    if status == 401 and needs_token:
        return f"{operation.label} answers 401; the token is missing, wrong or expired"
    if status in (502, 503, 504):
        return f"{operation.label} answers {status}; the server behind it is not there"
    if "html" in response.headers.get("Content-Type", "") and not _is_json(response.content):
        return f"{operation.label} answers HTML ({status}), not JSON; is this the API's address?"
    return None


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True


def _reason(error: Exception) -> str:
    text = str(error)
    for mark in ("certificate verify failed: ", "[SSL: "):
        if mark in text:
            return text.partition(mark)[2].partition("(")[0].strip(" ]:'")[:120]
    inner = error.args[0] if error.args else error
    return type(getattr(inner, "reason", inner)).__name__

"""The job against a server that is not ours: Stoplight's Prism, which answers from the contract alone.

``python -m bitrise_conformance.foreign`` starts ``@stoplight/prism-cli`` through ``npx`` on ``spec/openapi.json`` and
runs the job over everything. Prism keeps no state and knows no token, so findings are expected; each rule that may
appear is explained in ``docs/foreign-server.md``. Exit codes: 0 the job ran to its end and every finding is explained,
1 a finding is not, 2 could not run. Without Node it says so and ends with 0.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bitrise_conformance.contract import Contract
from bitrise_conformance.wire import origin

PRISM = "@stoplight/prism-cli@5"
TOKEN = "not-a-token-prism-knows-none"
START = 180.0
"""Seconds for npx to fetch Prism and for it to listen."""

EXPLAINED = {
    "created-otherwise": "it keeps no state",
    "deleted-still-there": "it keeps no state",
    "unknown-found": "it keeps no state",
    "update-lost": "it keeps no state",
    "filter-ignored": "answers do not depend on the request",
    "paging-broken": "answers do not depend on the request",
    "paging-limit": "answers do not depend on the request",
    "paging-loop": "answers do not depend on the request",
    "paging-repeats": "answers do not depend on the request",
    "wrong-token-accepted": "any token is a token",
    "secret-shown": "values are made from their type",
    "states-disagree": "values are made from their type",
    "undocumented-field": "its own errors have another shape",
    "undeclared-method": "405 comes without Allow",
    "invalid-input-accepted": "it validates less",
    "slow-answer": "npm's Prism may need long for its first answer",
}
"""Why Prism breaks a rule; the page says it at more length."""


def main() -> int:
    """Run and say what is not explained."""
    if shutil.which("npx") is None:
        print("foreign: skipped, Node is not installed (npx is needed to run Prism)")
        return 0
    with tempfile.TemporaryDirectory(prefix="bitrise-foreign-") as folder:
        spec = Path(folder, "openapi.json")
        spec.write_text(json.dumps(Contract.load().document), encoding="utf-8")
        with _prism(spec) as base_url:
            if base_url is None:
                print("foreign: Prism did not start", file=sys.stderr)
                return 2
            command = [sys.executable, "-m", "bitrise_conformance", "--base-url", base_url, "--seed", "1"]
            command += ["--allow-writes", "--disposable", "--token-env", "FOREIGN_TOKEN", "--report", "report/foreign"]
            command += sys.argv[1:]
            code = subprocess.run(command, env={**os.environ, "FOREIGN_TOKEN": TOKEN}, check=False).returncode
    if code not in (0, 1):
        return 2
    report = json.loads(Path("report/foreign/report.json").read_text(encoding="utf-8"))
    unexplained = sorted({finding["rule"] for finding in report["findings"]} - set(EXPLAINED))
    print(f"foreign: {len(report['findings'])} findings, all explained" if not unexplained else "")
    for rule in unexplained:
        print(f"foreign: {rule} is not explained in docs/foreign-server.md", file=sys.stderr)
    return 1 if unexplained else 0


@contextmanager
def _prism(spec: Path) -> Iterator[str | None]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["npx", "--yes", PRISM, "mock", str(spec), "--port", str(port), "--host", "127.0.0.1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    base_url = f"http://127.0.0.1:{port}"
    try:
        yield base_url if _listens(base_url, process) else None
    finally:
        os.killpg(process.pid, 15)
        process.wait(timeout=20)


def _listens(base_url: str, process: subprocess.Popen[bytes]) -> bool:
    _, name, port = origin(base_url)
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection((name, port or 80), timeout=1).close()
        except OSError:
            time.sleep(0.5)
        else:
            return True
    return False


if __name__ == "__main__":
    raise SystemExit(main())

"""Targets that cannot be tested: exit 2 in bounded time, one clear line."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bitrise_conformance.cli import main

TOKEN = "bitpat_target_0123456789"


@pytest.fixture(autouse=True)
def _token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BITRISE_TOKEN", TOKEN)


def refused(url: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, *more: str) -> str:
    """Run the job, which must end in 2 soon; the line it says."""
    start = time.monotonic()
    code = main(["--base-url", url, "--report", str(tmp_path / "report"), *more])
    assert time.monotonic() - start < 40
    output = capsys.readouterr()
    assert code == 2
    lines = output.err.strip().splitlines()
    assert len(lines) == 1
    assert TOKEN not in output.err + output.out
    assert "Traceback" not in output.err
    assert not (tmp_path / "report").exists()
    return lines[0]


def test_connection_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "connection refused" in refused(f"http://127.0.0.1:{port}/v0.1", capsys, tmp_path)


def test_no_such_host(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    line = refused("http://no-such-host.invalid/v0.1", capsys, tmp_path)
    assert "no-such-host.invalid" in line


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((401, {"Content-Type": "application/json"}, b'{"message":"Unauthorized"}'), "401"),
        ((502, {"Content-Type": "text/html"}, b"<html>Bad Gateway</html>"), "502"),
        ((200, {"Content-Type": "text/html"}, b"<html>Sign in</html>"), "HTML"),
        ((302, {"Location": "https://example.invalid/login"}, b""), "redirects to example.invalid"),
        (None, "connection broke"),
    ],
)
def test_a_server_that_is_not_the_api(
    answer: Any, says: str, serve: Callable[..., Any], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    server = serve(lambda *request: answer)
    assert says in refused(server.base_url, capsys, tmp_path)
    assert len(server.received) <= 8


def test_a_server_that_hangs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("bitrise_conformance.target.TIMEOUT", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/v0.1"
        assert "no answer within" in refused(url, capsys, tmp_path)


def test_a_certificate_that_nobody_knows(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-keyout",
            str(key),
            "-out",
            str(certificate),
        ],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("no openssl to make a certificate with")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_tls_once, args=(listener, context), daemon=True).start()
        line = refused(f"https://127.0.0.1:{listener.getsockname()[1]}/v0.1", capsys, tmp_path)
    assert "TLS error" in line


def _tls_once(listener: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        try:
            context.wrap_socket(connection, server_side=True).close()
        except OSError:
            connection.close()


@pytest.mark.parametrize(
    "url",
    [
        "ftp://x/v0.1",
        "api.bitrise.io",
        "http://",
        "http://user:secret@127.0.0.1/v0.1",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1/?a=1",
    ],
)
def test_an_address_that_is_none(url: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    line = refused(url, capsys, tmp_path)
    assert "--base-url" in line
    assert "secret" not in line


def test_a_missing_token_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("BITRISE_TOKEN")
    assert "BITRISE_TOKEN" in refused("http://127.0.0.1:1/v0.1", capsys, tmp_path)
    assert "OTHER_NAME" in refused("http://127.0.0.1:1/v0.1", capsys, tmp_path, "--token-env", "OTHER_NAME")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--shard", "5/4"],
        ["--shard", "x"],
        ["--seed", "-1"],
        ["--time-budget", "soon"],
        ["--baseline", "/no/such/file"],
        ["--fault", "no-such-fault"],
        ["merge", "/no/such"],
        ["check", "/no/such"],
    ],
)
def test_bad_arguments_end_in_2(arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    report = [] if arguments[0] in ("merge", "check") else ["--report", str(tmp_path / "report")]
    try:
        code = main([*arguments, *report])
    except SystemExit as exit_:
        code = exit_.code  # type: ignore[assignment]
    assert code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_command_is_a_module_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bitrise_conformance", "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "--base-url" in done.stdout


@pytest.mark.parametrize("missing", ["requests", "schemathesis", "jsonschema_rs"])
@pytest.mark.parametrize("arguments", [[], ["check", "x"], ["--base-url", "http://127.0.0.1:1/v0.1"]])
def test_without_its_extra_it_says_what_to_install(missing: str, arguments: list[str]) -> None:
    run = f"from bitrise_conformance.cli import main; sys.exit(main({arguments!r}))"
    source = f"import sys; sys.modules[{missing!r}] = None; {run}"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"bitrise-conformance: needs its extra ({missing} is missing): pip install 'bitrise-client[conformance]'"
    ]

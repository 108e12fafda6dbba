"""The command: what it prints, how it ends, what it refuses."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bitrise_sandbox.cli import main

COMMAND = [sys.executable, "-m", "bitrise_sandbox"]
SMALL = ["--apps", "3", "--builds", "10"]


@contextmanager
def running(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """The command with its address and its token, killed at the end if it is still there."""
    process = subprocess.Popen(
        [*COMMAND, *SMALL, "--port", "0", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        found = re.fullmatch(r"bitrise-sandbox listening on (http://\S+/v0\.1)\n", first)
        assert found, (first, process.stderr)
        token = process.stdout.readline().removeprefix("token: ").strip()
        yield process, found[1], token
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_it_prints_its_address_token_and_curl_line_serves_and_ends_cleanly(sent: signal.Signals) -> None:
    with running() as (process, address, token):
        assert process.stdout is not None
        curl = process.stdout.readline()
        assert f"curl -H 'Authorization: token {token}' {address}/me" in curl
        assert httpx.get(f"{address}/me", headers={"Authorization": f"token {token}"}).status_code == 200
        process.send_signal(sent)
        rest, errors = process.communicate(timeout=10)
        assert (process.returncode, rest, errors) == (0, "", "")


def test_it_ends_though_a_client_keeps_its_connection() -> None:
    with running() as (process, address, _):
        port = int(address.split(":")[2].split("/")[0])
        with socket.create_connection(("127.0.0.1", port)) as idle, httpx.Client() as client:
            idle.sendall(b"GET /v0.1/me HTTP/1.1\r\n")
            client.get(address)
            process.terminate()
            assert process.wait(timeout=10) == 0


def test_the_options_reach_the_server(tmp_path: Path) -> None:
    with running("--token", "mine", "--fault", "undocumented-status:user-profile", "--seed", "3") as (
        _,
        address,
        token,
    ):
        headers = {"Authorization": "token mine"}
        assert token == "mine"
        assert httpx.get(f"{address}/me", headers=headers).status_code == 418
        assert httpx.get(f"{address}/apps", headers=headers).json()["paging"]["total_item_count"] == 3


def test_what_it_held_is_dumped_at_the_end_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "held.yaml"
    headers = {"Authorization": "token mine"}
    with running("--token", "mine", "--dump", str(file)) as (process, address, _):
        body = {"repo_url": "https://x.invalid/a/kept", "is_public": False}
        slug = httpx.post(f"{address}/apps/register", json=body, headers=headers).json()["slug"]
        process.terminate()
        assert process.wait(timeout=20) == 0
    assert "mine" not in file.read_text().split()
    assert list(tmp_path.iterdir()) == [file]
    with running("--token", "mine", "--data", str(file)) as (_, address, _):
        assert httpx.get(f"{address}/apps/{slug}", headers=headers).json()["data"]["title"] == "kept"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--port", "http"], "--port"),
        (["--port", "70000"], "--port"),
        (["--port", "-1"], "--port"),
        (["--seed", "x"], "--seed"),
        (["--speed", "fast"], "--speed"),
        (["--speed", "nan"], "--speed"),
        (["--token", "two words"], "--token"),
        (["--apps", "lots"], "--apps"),
        (["--fault", "no-such"], "no-such"),
        (["--data", "/no/such/file.yaml"], "/no/such/file.yaml"),
        (["--host", "nowhere.invalid"], "nowhere.invalid"),
        (["--unknown"], "--unknown"),
        (["extra"], "extra"),
    ],
)
def test_bad_arguments_are_one_line_and_exit_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main([*SMALL, "--port", "0", *arguments])
    except SystemExit as end:
        code = int(str(end.code))
    out, errors = capsys.readouterr()
    assert (code, out) == (2, "")
    assert errors.count("\n") == 1
    assert words in errors
    assert errors.startswith("bitrise-sandbox: ")


def test_a_port_in_use_is_one_line_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main([*SMALL, "--port", port]) == 2
    out, errors = capsys.readouterr()
    assert out == ""
    assert errors == f"bitrise-sandbox: cannot listen on 127.0.0.1:{port}: Address already in use\n"


@pytest.mark.parametrize("missing", ["jsonschema_rs", "starlette", "uvicorn", "yaml"])
def test_without_its_extra_it_says_what_to_install(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from bitrise_sandbox.cli import main; sys.exit(main([]))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "bitrise-sandbox needs its extra: pip install 'bitrise-client[sandbox]'\n"


def test_the_faults_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list-faults"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 40
    assert any(line.startswith("slow-answers[:SECONDS] ") for line in lines)


def test_a_reader_that_leaves_is_no_error() -> None:
    code = "from bitrise_sandbox.cli import main; import sys; sys.stdin.readline(); sys.exit(main(['--list-faults']))"
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate("go\n", timeout=20)
    assert (process.returncode, errors) == (0, "")


def test_a_fast_clock(tmp_path: Path) -> None:
    with running("--speed", "1000", "--token", "mine") as (_, address, _):
        headers = {"Authorization": "token mine"}
        app = httpx.get(f"{address}/apps", headers=headers).json()["data"][0]["slug"]
        body = {"build_params": {"branch": "main"}}
        build = httpx.post(f"{address}/apps/{app}/builds", json=body, headers=headers).json()["build_slug"]
        until = time.monotonic() + 10
        while time.monotonic() < until:
            shown = httpx.get(f"{address}/apps/{app}/builds/{build}", headers=headers).json()["data"]
            if shown["status"] == 1:
                break
        assert shown["status_text"] == "success"

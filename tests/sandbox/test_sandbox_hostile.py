"""Hostile clients over real sockets: no 500, memory bounded, still serving."""

from __future__ import annotations

import contextlib
import gc
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bitrise_sandbox import Sandbox, wire

MEGABYTE = 1024 * 1024


@pytest.fixture
def server() -> Iterator[Sandbox]:
    with Sandbox(apps=3, builds=20) as sandbox:
        yield sandbox


@pytest.fixture
def still_serving(server: Sandbox) -> Iterator[None]:
    yield
    assert httpx.get(f"{server.base_url}/me", headers={"Authorization": server.token}, timeout=5).status_code == 200


def port(server: Sandbox) -> int:
    return int(server.base_url.split(":")[2].split("/")[0])


def send(server: Sandbox, data: bytes, *, parts: int = 1, wait: float = 5.0) -> bytes:
    """What comes back to raw bytes, sent in so many parts; what was read when the server closes early."""
    with socket.create_connection(("127.0.0.1", port(server)), timeout=wait) as sock:
        try:
            for _ in range(parts):
                sock.sendall(data)
        except OSError:
            pass
        received = b""
        try:
            while not received.partition(b"\r\n\r\n")[1] or not received.partition(b"\r\n\r\n")[2]:
                more = sock.recv(65536)
                if not more:
                    break
                received += more
        except OSError:
            pass
        return received


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


@pytest.mark.usefixtures("still_serving")
@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02 nonsense\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /v0.1/me\r\n\r\n",
        b"GET /v0.1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET /v0.1/me HTTP/1.1\r\nHost: a\r\nAuthorization: \xff\xfe\r\n\r\n",
        b"GET /v0.1/apps/%ZZ%0/%%% HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /v0.1/apps?limit=%FF%FE&next=%00 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET http://elsewhere.invalid/v0.1/me HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET /v0.1/me HTTP/1.1\r\nHost: <script>\r\n\r\n",
        b"POST /v0.1/apps/register HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        b"POST /v0.1/apps/register HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"POST /v0.1/apps/register HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"POST /v0.1/me HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /v0.1/me HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    ],
)
def test_nonsense_is_refused(server: Sandbox, data: bytes) -> None:
    assert 400 <= status(send(server, data)) < 500


@pytest.mark.usefixtures("still_serving")
def test_ten_megabytes_of_headers_are_refused_early(server: Sandbox) -> None:
    head = b"GET /v0.1/me HTTP/1.1\r\nHost: a\r\nX: "
    answer = send(server, head + b"x" * 10 * MEGABYTE)
    assert status(answer) in (0, 400, 431)
    many = head + b"x\r\n" + b"".join(b"A%d: b\r\n" % n for n in range(200_000))
    assert status(send(server, many)) in (0, 400, 431)


@pytest.mark.usefixtures("still_serving")
def test_a_body_above_the_limit_is_413_announced_or_not(server: Sandbox) -> None:
    head = f"POST /v0.1/apps/register HTTP/1.1\r\nHost: a\r\nAuthorization: {server.token}\r\n".encode()
    announced = send(server, head + b"Content-Length: 50000000\r\n\r\n")
    assert status(announced) == 413
    assert b'{"message":"body: larger than' in announced
    chunk = b"%x\r\n" % MEGABYTE + b" " * MEGABYTE + b"\r\n"
    assert status(send(server, head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk)) == 413


@pytest.mark.usefixtures("still_serving")
def test_a_body_that_never_comes_is_given_up(server: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "BODY_TIMEOUT", 0.2)
    head = f"POST /v0.1/apps/register HTTP/1.1\r\nHost: a\r\nAuthorization: {server.token}\r\n".encode()
    assert status(send(server, head + b"Content-Length: 10\r\n\r\nabc")) == 408


@pytest.mark.usefixtures("still_serving")
def test_slow_clients_hold_up_nobody(server: Sandbox) -> None:
    idle = [socket.create_connection(("127.0.0.1", port(server))) for _ in range(100)]
    try:
        for n, sock in enumerate(idle):
            sock.sendall(
                b"POST /v0.1/apps/register HTTP/1.1\r\nHost: a\r\n" + (b"Content-Length: 9\r\n\r\n{" if n % 2 else b"")
            )
        headers = {"Authorization": server.token}
        assert httpx.get(f"{server.base_url}/apps", headers=headers, timeout=5).status_code == 200
    finally:
        for sock in idle:
            sock.close()


@pytest.mark.usefixtures("still_serving")
@pytest.mark.parametrize(
    "body",
    [
        b'{"repo_url":' + b"[" * 300_000 + b"]" * 300_000 + b"}",
        b'{"repo_url":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}",
        b'{"is_public":true,"repo_url":"' + b"\\u0000" * 100_000 + b'"}',
        b'{"is_public":true,"repo_url":"\\ud800"}',
        b'{"is_public":true,"repo_url":"x","title":"\xed\xa0\x80"}',
        b'{"is_public":' + b"1" * 900_000 + b',"repo_url":"x"}',
        b'{"is_public":true,"repo_url":"x",' + b",".join(b'"k%d":0' % n for n in range(60_000)) + b"}",
        b'{"is_public":true,"is_public":"x","repo_url":"x"}',
        b"\xff\xfe\x00" * 1000,
    ],
)
def test_nasty_json_is_no_500(server: Sandbox, body: bytes) -> None:
    headers = {"Authorization": server.token, "Content-Type": "application/json"}
    answer = httpx.post(f"{server.base_url}/apps/register", content=body, headers=headers, timeout=20)
    assert answer.status_code in (200, 400), answer.text[:200]
    if answer.status_code == 200:
        shown = httpx.get(f"{server.base_url}/apps/{answer.json()['slug']}", headers=headers)
        assert shown.status_code == 200
        assert shown.json()["data"]["slug"] == answer.json()["slug"]


@pytest.mark.usefixtures("still_serving")
def test_clients_that_leave_in_the_middle(server: Sandbox) -> None:
    def leave() -> None:
        for _ in range(20):
            with socket.create_connection(("127.0.0.1", port(server))) as sock:
                sock.sendall(f"GET /v0.1/builds HTTP/1.1\r\nHost: a\r\nAuthorization: {server.token}\r\n\r\n".encode())

    threads = [threading.Thread(target=leave) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the memory of another process is told on Linux only")
def test_memory_stays_bounded_under_all_of_it() -> None:
    command = [sys.executable, "-m", "bitrise_sandbox", "--port", "0", "--token", "t", "--apps", "3", "--builds", "20"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split()[-1]
        headers = {"Authorization": "t", "Content-Type": "application/json"}
        with httpx.Client(base_url=address, headers=headers, timeout=20) as client:
            client.get("/me")
            before = resident(process.pid)
            for _ in range(60):
                client.post("/apps/register", content=b'{"repo_url":' + b"[" * 400_000)
                client.post("/validate-bitrise-yml", json={"bitrise_yml": "[" * 100_000})
                client.get("/apps", params={"title": "x" * 20_000})
                with contextlib.suppress(httpx.HTTPError):
                    client.get("/apps", headers={"X-Large": "x" * 4 * MEGABYTE})
            assert client.get("/me").status_code == 200
        assert resident(process.pid) - before < 60 * MEGABYTE
    finally:
        process.kill()
        process.communicate()


def resident(pid: int) -> int:
    gc.collect()
    time.sleep(0.1)
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

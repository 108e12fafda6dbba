"""Requests per second of the sandbox's `GET /apps?limit=50`, as a ratio to a bare Starlette route with the same bytes.

Both are served by the same uvicorn settings, each by a process bound to one core, and asked in short alternating
turns by one client that keeps its connections open. Prints one line of JSON: ``ratio`` is the median over the turns
of requests per second of the server's CPU time, which neighbours on the machine hardly touch; ``wall_ratio`` is
the same by the clock. Only Linux tells the CPU time of another process; elsewhere both are by the clock.
``start_ms`` is what a sandbox with its full content takes from nothing to listening, imports aside.

    python benchmarks/sandbox_throughput.py [--turns N] [--seconds S]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bitrise_sandbox import Sandbox
from bitrise_sandbox.serving import Server

PATH = "/v0.1/apps?limit=50"
CONNECTIONS = 8
START = 1_790_000_000.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=0.5, help="of each turn")
    parser.add_argument("--serve", choices=("sandbox", "bare"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
    else:
        compare(options.turns, options.seconds)


def compare(turns: int, seconds: float) -> None:
    servers = {name: start(name) for name in ("bare", "sandbox")}
    try:
        wall: dict[str, list[float]] = {name: [] for name in servers}
        cpu: dict[str, list[float]] = {name: [] for name in servers}
        bodies = {}
        for _ in range(turns):
            for name, (process, port, token) in servers.items():
                before = cpu_seconds(process.pid)
                count, elapsed, bodies[name] = asyncio.run(load(port, token, seconds))
                wall[name].append(count / elapsed)
                cpu[name].append(count / ((cpu_seconds(process.pid) - before) or elapsed))
    finally:
        for process, _, _ in servers.values():
            process.terminate()
            process.wait()
    assert bodies["bare"] == bodies["sandbox"], "the two do not answer the same bytes"
    ratios = ratio(cpu)
    began = time.perf_counter()
    with Sandbox():
        started = time.perf_counter() - began
    result = {
        "benchmark": "sandbox_throughput",
        "start_ms": round(started * 1000),
        "bytes": len(bodies["bare"]),
        "sandbox_per_second": round(statistics.median(cpu["sandbox"])),
        "bare_per_second": round(statistics.median(cpu["bare"])),
        "ratio": round(statistics.median(ratios), 3),
        "lowest": round(min(ratios), 3),
        "highest": round(max(ratios), 3),
        "wall_ratio": round(statistics.median(ratio(wall)), 3),
    }
    print(json.dumps(result))


def ratio(rates: dict[str, list[float]]) -> list[float]:
    return [mine / bare for mine, bare in zip(rates["sandbox"], rates["bare"], strict=True)]


def cpu_seconds(pid: int) -> float:
    """CPU time a process has used, in seconds; 0 where it cannot be told."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start(name: str) -> tuple[subprocess.Popen[str], int, str]:
    command = [sys.executable, __file__, "--serve", name]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    port, token = process.stdout.readline().split()
    return process, int(port), token


def serve(name: str) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    sandbox = Sandbox(start=START)
    app = sandbox.app if name == "sandbox" else bare(first_page(sandbox))
    server = Server(app, "127.0.0.1", 0)
    print(server.base_url.split(":")[2].split("/")[0], sandbox.token, flush=True)
    asyncio.run(server.serve())


def first_page(sandbox: Sandbox) -> bytes:
    import httpx

    headers = {"Authorization": f"token {sandbox.token}"}
    with httpx.Client(transport=sandbox.transport(), base_url="http://sandbox.local", headers=headers) as client:
        return client.get(PATH).raise_for_status().content


def bare(body: bytes) -> Starlette:
    async def apps(request: Request) -> Response:
        return Response(body, media_type="application/json")

    return Starlette(routes=[Route("/v0.1/apps", apps)])


async def load(port: int, token: str, seconds: float) -> tuple[int, float, bytes]:
    """How many requests were answered over a few open connections, in how many seconds, and the body."""
    request = f"GET {PATH} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: token {token}\r\n\r\n".encode()
    until = time.perf_counter() + seconds
    began = time.perf_counter()
    results = await asyncio.gather(*(ask(port, request, until) for _ in range(CONNECTIONS)))
    elapsed = time.perf_counter() - began
    return sum(count for count, _ in results), elapsed, results[0][1]


async def ask(port: int, request: bytes, until: float) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    count, body = 0, b""
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head[:200]
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        body = await reader.readexactly(length)
        count += 1
    writer.close()
    return count, body


if __name__ == "__main__":
    main()

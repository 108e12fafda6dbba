"""Listing 10,000 builds through the client, as a ratio to a plain loop of httpx and json.loads.

    python benchmarks/list_builds.py [--pages 200] [--turns 15]

A server in another process gives pages of 50 realistic builds. Both sides read all of them over one connection, in
short alternating turns; the ratio is that of this process's CPU time in all of them. The second line is for an
environment without orjson, which the client uses where it is installed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import time
from collections.abc import Callable
from typing import Any

import httpx

from bitrise_client import Bitrise
from bitrise_client import _calls as calls

PER_PAGE = 50


def build(number: int) -> dict[str, Any]:
    """A build as the API describes a finished one."""
    slug = f"{number:08x}-9f2b-4951-8cbe-e15a2a1e39a8"
    return {
        "triggered_at": "2026-03-04T05:06:07Z",
        "started_on_worker_at": "2026-03-04T05:06:09Z",
        "environment_prepare_finished_at": "2026-03-04T05:06:09Z",
        "finished_at": "2026-03-04T05:21:47Z",
        "slug": slug,
        "status": 1 if number % 5 else 2,
        "status_text": "success" if number % 5 else "error",
        "abort_reason": None,
        "is_on_hold": False,
        "is_processed": True,
        "is_status_sent": True,
        "log_format": "json",
        "branch": f"feature/PROJ-{number}-do-the-thing",
        "build_number": number,
        "commit_hash": f"{number:040x}",
        "commit_message": f"PROJ-{number}: do the thing\n\nWith a body that says why it is done and what is left.",
        "tag": None,
        "triggered_workflow": "primary",
        "triggered_by": "webhook-github/someone",
        "machine_type_id": "g2.mac.medium",
        "stack_identifier": "osx-xcode-16.2.x",
        "original_build_params": {
            "commit_hash": f"{number:040x}",
            "commit_message": f"PROJ-{number}: do the thing",
            "branch": f"feature/PROJ-{number}-do-the-thing",
            "branch_repo_owner": "someone",
            "base_repository_url": "https://github.com/someone/project.git",
            "pull_request_id": number,
            "pull_request_author": "someone",
            "commit_paths": [{"added": [], "removed": [], "modified": ["app/src/main/Main.kt", "README.md"]}],
            "workflow_id": "primary",
        },
        "pipeline_workflow_id": None,
        "pull_request_id": number,
        "pull_request_target_branch": "main",
        "pull_request_view_url": f"https://github.com/someone/project/pull/{number}",
        "commit_view_url": f"https://github.com/someone/project/commit/{number:040x}",
        "credit_cost": 4,
        "rebuildable": True,
    }


def serve(pages: int, port: Any) -> None:
    """Answer requests for builds until the process ends."""
    answers = []
    for page in range(pages):
        paging: dict[str, Any] = {"total_item_count": pages * PER_PAGE, "page_item_limit": PER_PAGE}
        if page + 1 < pages:
            paging["next"] = str(page + 1)
        items = [build(page * PER_PAGE + number) for number in range(PER_PAGE)]
        body = json.dumps({"data": items, "paging": paging}, separators=(",", ":")).encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        answers.append(head.encode() + body)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            while (await reader.readline()).strip():
                pass
            number = line.partition(b"next=")[2].partition(b" ")[0].partition(b"&")[0]
            writer.write(answers[int(number or 0)])
            await writer.drain()
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


def plain(client: httpx.Client, base_url: str) -> int:
    """The reference: what a program without this library would do."""
    count = 0
    params = {"limit": str(PER_PAGE)}
    while True:
        response = client.get(f"{base_url}/apps/app/builds", params=params, headers={"Authorization": "token x"})
        page = json.loads(response.content)
        for _ in page["data"]:
            count += 1
        following = page["paging"].get("next")
        if not following:
            return count
        params["next"] = following


def typed(client: Bitrise) -> int:
    """The same through the client."""
    count = 0
    for _ in client.builds.list("app", limit=PER_PAGE):
        count += 1
    return count


def cpu_seconds(run: Callable[[], int], expected: int) -> float:
    """CPU time of this process for one run."""
    before = time.process_time()
    count = run()
    if count != expected:
        raise SystemExit(f"{count} builds came instead of {expected}")
    return time.process_time() - before


def compare(ours: Callable[[], int], reference: Callable[[], int], expected: int, turns: int) -> None:
    """Run both in turns and print the ratio of their CPU times."""
    cpu_seconds(ours, expected)  # warms up
    cpu_seconds(reference, expected)
    own = other = 0.0
    for _ in range(turns):
        own += cpu_seconds(ours, expected)
        other += cpu_seconds(reference, expected)
    print(
        f"listing {expected} builds: ratio {own / other:.2f} "
        f"({own / turns:.3f} s CPU, JSON by {calls.loads.__module__} : {other / turns:.3f} s for httpx and json.loads)"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--pages", type=int, default=200, help="pages of 50 builds (default 200)")
    arguments.add_argument("--turns", type=int, default=15, help="alternating turns (default 15)")
    options = arguments.parse_args()
    port: Any = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(options.pages, port), daemon=True)
    server.start()
    base_url = f"http://127.0.0.1:{port.get(timeout=30)}/v0.1"
    expected = options.pages * PER_PAGE
    with httpx.Client() as reference, Bitrise("benchmark-token", base_url=base_url) as bitrise:
        for loads in dict.fromkeys((calls.loads, json.loads)):
            calls.loads = loads
            compare(lambda: typed(bitrise), lambda: plain(reference, base_url), expected, options.turns)
    server.terminate()


if __name__ == "__main__":
    main()

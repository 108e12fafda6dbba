"""Memory of a download, as a ratio of a big file's to a small file's.

    python benchmarks/download_memory.py [--big 2048] [--small 2]

A server in another process gives files of so many megabytes; each is downloaded by an interpreter of its own, whose
peak memory is compared.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import subprocess
import sys
import time
from typing import Any

MEGABYTE = 1 << 20

DOWNLOAD = """
import resource, sys
from bitrise_client import Bitrise
with Bitrise("benchmark-token", base_url=sys.argv[1]) as bitrise, open("/dev/null", "wb") as sink:
    bitrise.artifacts.download("app", "build", sys.argv[2], to=sink)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def serve(port: Any) -> None:
    """Answer for artifacts whose slug is their size in megabytes."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            while (await reader.readline()).strip():
                pass
            path = line.split()[1].decode()
            megabytes = int(path.rpartition("/")[2])
            if path.startswith("/file/"):
                writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {megabytes * MEGABYTE}\r\n\r\n".encode())
                for _ in range(megabytes):
                    writer.write(bytes(MEGABYTE))
                    await writer.drain()
                continue
            host, number = writer.get_extra_info("sockname")[:2]
            artifact = {
                "slug": str(megabytes),
                "title": "big.ipa",
                "file_size_bytes": megabytes * MEGABYTE,
                "is_public_page_enabled": False,
                "expiring_download_url": f"http://{host}:{number}/file/{megabytes}",
            }
            body = json.dumps({"data": artifact}).encode()
            writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


def peak_memory(base_url: str, megabytes: int) -> float:
    """Peak memory in megabytes of an interpreter that downloads a file."""
    command = [sys.executable, "-c", DOWNLOAD, base_url, str(megabytes)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--big", type=int, default=2048, help="megabytes of the big file (default 2048)")
    arguments.add_argument("--small", type=int, default=2, help="megabytes of the small file (default 2)")
    options = arguments.parse_args()
    port: Any = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(port,), daemon=True)
    server.start()
    base_url = f"http://127.0.0.1:{port.get(timeout=30)}/v0.1"
    small = peak_memory(base_url, options.small)
    started = time.monotonic()
    big = peak_memory(base_url, options.big)
    rate = options.big / (time.monotonic() - started)
    server.terminate()
    print(
        f"memory of a download: ratio {big / small:.2f} "
        f"({big:.0f} MB for {options.big} MB : {small:.0f} MB for {options.small} MB; {rate:.0f} MB/s)"
    )


if __name__ == "__main__":
    main()

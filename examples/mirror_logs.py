#!/usr/bin/env python3
"""Keep a copy of the log of every build, as `FOLDER/APP_SLUG/BUILD_SLUG.log`; what is there already stays.

    BITRISE_TOKEN=… python mirror_logs.py logs/ --days 7

A log that cannot be fetched, for instance because it is not archived yet, is told and left for the next run. Ends with
0, 1 when some logs were left, 2 when the builds could not be listed.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path

from bitrise_client import AsyncBitrise, BitriseError

DAY = 86400
AT_ONCE = 8


def main(arguments: list[str] | None = None) -> int:
    """Mirror the logs; returns the exit code."""
    parser = argparse.ArgumentParser(description="Keep a copy of the log of every build.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--days", type=float, default=7, help="how far to look back; default: 7")
    options = parser.parse_args(arguments)
    try:
        left = asyncio.run(_mirror(options.folder, after=int(time.time() - options.days * DAY)))
    except (BitriseError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 1 if left else 0


async def _mirror(folder: Path, after: int) -> int:
    """Fetch what is missing; returns how many logs were left."""
    left = 0
    async with AsyncBitrise() as bitrise:
        apps = [app.slug async for app in bitrise.apps.list()]
        builds = await bitrise.builds.list_many(apps, concurrency=AT_ONCE, after=after)
        wanted = asyncio.Semaphore(AT_ONCE)

        async def fetch(app_slug: str, build_slug: str, path: Path) -> None:
            nonlocal left
            async with wanted:
                try:
                    await bitrise.builds.download_log(app_slug, build_slug, to=path)
                    print(path)
                except (BitriseError, OSError) as error:
                    left += 1
                    print(f"left for later: {error}", file=sys.stderr)

        async with asyncio.TaskGroup() as tasks:
            for app_slug, found in builds.items():
                for build in found:
                    path = folder / app_slug / f"{build.slug}.log"
                    if build.finished_at is not None and not path.exists():
                        path.parent.mkdir(parents=True, exist_ok=True)
                        tasks.create_task(fetch(app_slug, build.slug, path))
    return left


if __name__ == "__main__":
    sys.exit(main())

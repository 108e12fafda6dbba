#!/usr/bin/env python3
"""A report of build times, for a nightly job: one line of CSV for each build that ended in the last days.

    BITRISE_TOKEN=… python build_times.py build-times.csv --days 1

Times are in seconds. The file is replaced only once the report is whole. Ends with 0, or 2 when the report could not
be made.
"""

import argparse
import csv
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bitrise_client import Bitrise, BitriseError

COLUMNS = ["app", "build", "workflow", "branch", "status", "triggered_at", "waited", "ran"]
DAY = 86400


def main(arguments: list[str] | None = None) -> int:
    """Write the report; returns the exit code."""
    parser = argparse.ArgumentParser(description="Write the times of all builds of the last days as CSV.")
    parser.add_argument("file", type=Path, help="the CSV file to write")
    parser.add_argument("--days", type=float, default=1, help="how far to look back; default: 1")
    options = parser.parse_args(arguments)
    unfinished = options.file.with_name(f"{options.file.name}.part")
    try:
        with Bitrise() as bitrise, unfinished.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            writer.writerows(_rows(bitrise, after=int(time.time() - options.days * DAY)))
        unfinished.replace(options.file)
    except (BitriseError, OSError) as error:
        unfinished.unlink(missing_ok=True)
        print(error, file=sys.stderr)
        return 2
    return 0


def _rows(bitrise: Bitrise, after: int) -> Iterator[list[object]]:
    titles = {app.slug: app.title for app in bitrise.apps.list()}
    for app_slug, builds in bitrise.builds.list_many(titles, after=after).items():
        for build in builds:
            if build.finished_at is None:
                continue
            yield [
                titles[app_slug],
                build.build_number,
                build.triggered_workflow,
                build.branch,
                build.status_text,
                build.triggered_at.isoformat(),
                _seconds(build.triggered_at, build.started_on_worker_at or build.finished_at),
                _seconds(build.started_on_worker_at, build.finished_at),
            ]


def _seconds(start: datetime | None, end: datetime | None) -> int | None:
    return None if start is None or end is None else round((end - start).total_seconds())


if __name__ == "__main__":
    sys.exit(main())

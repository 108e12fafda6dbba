#!/usr/bin/env python3
"""Start a build, show its log, wait for its end and fetch its artifacts: a step of another CI job.

    BITRISE_TOKEN=… python trigger_wait_download.py APP_SLUG --workflow primary --branch main --to out/

Ends with 0 when the build succeeded, 1 when it did not, 2 when it could not be run or watched, 124 on a time-out.
"""

import argparse
import sys

from bitrise_client import Bitrise, BitriseError, BuildFailed, WaitTimeout, raise_for_status


def main(arguments: list[str] | None = None) -> int:
    """Run the job; returns the exit code."""
    options = _options(arguments)
    try:
        with Bitrise() as bitrise:
            started = bitrise.builds.trigger(options.app, workflow=options.workflow, branch=options.branch)
            print(f"build #{started.number} started: {started.url}", file=sys.stderr)
            for text in bitrise.builds.follow_log(options.app, started.slug):
                print(text, end="", flush=True)
            build = bitrise.builds.wait(options.app, started.slug, timeout=options.timeout)
            for path in bitrise.artifacts.download_all(options.app, build.slug, to=options.to):
                print(f"fetched {path}", file=sys.stderr)
            raise_for_status(build)
    except BuildFailed as error:
        return _told(error, 1)
    except WaitTimeout as error:
        return _told(error, 124)
    except (BitriseError, OSError) as error:
        return _told(error, 2)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Start a Bitrise build, wait for it and fetch its artifacts.")
    parser.add_argument("app", help="the app's slug")
    parser.add_argument("--workflow", required=True)
    parser.add_argument("--branch", default="main", help="default: main")
    parser.add_argument("--to", default="artifacts", help="folder for the artifacts; default: artifacts")
    parser.add_argument("--timeout", type=float, default=3600, help="seconds to wait after the log; default: 3600")
    return parser.parse_args(arguments)


def _told(error: Exception, code: int) -> int:
    print(error, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())

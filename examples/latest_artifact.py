#!/usr/bin/env python3
"""Fetch an artifact of the latest successful build of a workflow: what a tester wants on a phone, or a release on disk.

    BITRISE_TOKEN=… python latest_artifact.py APP_SLUG primary --branch main --name '*.apk' --to out/

Prints the path of each file. Ends with 0, 1 when there is no such build or artifact, 2 when it could not be fetched.
"""

import argparse
import fnmatch
import sys
from pathlib import Path

from bitrise_client import Bitrise, BitriseError


def main(arguments: list[str] | None = None) -> int:
    """Fetch the artifacts; returns the exit code."""
    parser = argparse.ArgumentParser(description="Fetch artifacts of the latest successful build of a workflow.")
    parser.add_argument("app", help="the app's slug")
    parser.add_argument("workflow")
    parser.add_argument("--branch", help="only builds of this branch")
    parser.add_argument("--name", default="*", help="shell pattern of the artifact's name; default: every one")
    parser.add_argument("--to", type=Path, default=".", help="folder; default: the present one")
    options = parser.parse_args(arguments)
    try:
        with Bitrise() as bitrise:
            build = bitrise.builds.latest(options.app, workflow=options.workflow, branch=options.branch)
            if build is None:
                print(f"no successful build of {options.workflow}", file=sys.stderr)
                return 1
            options.to.mkdir(parents=True, exist_ok=True)
            found = 0
            for artifact in bitrise.artifacts.list(options.app, build.slug):
                if fnmatch.fnmatch(artifact.title or "", options.name):
                    print(bitrise.artifacts.download(options.app, build.slug, artifact.slug, to=options.to))
                    found += 1
    except (BitriseError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if not found:
        print(f"build #{build.build_number} has no artifact named {options.name}", file=sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())

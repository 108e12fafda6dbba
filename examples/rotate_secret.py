#!/usr/bin/env python3
"""Give a secret a new value in every app that has it.

    BITRISE_TOKEN=… python rotate_secret.py API_KEY --dry-run
    pass show new-api-key | BITRISE_TOKEN=… python rotate_secret.py API_KEY

The new value is read from standard input, so that it stands in no command line; it is printed nowhere. Apps where it
fails are told and the others are still done. Ends with 0, 1 when some app could not be done, 2 when none could.
"""

import argparse
import sys
from collections.abc import Iterator

from bitrise_client import APIStatusError, Bitrise, BitriseError


def main(arguments: list[str] | None = None) -> int:
    """Rotate the secret; returns the exit code."""
    parser = argparse.ArgumentParser(
        description="Give a secret a new value, read from stdin, in every app that has it."
    )
    parser.add_argument("name", help="the secret's name")
    parser.add_argument("--dry-run", action="store_true", help="only say where it would be changed")
    options = parser.parse_args(arguments)
    value = "" if options.dry_run else sys.stdin.readline().rstrip("\n")
    if not value and not options.dry_run:
        print("no new value on standard input", file=sys.stderr)
        return 2
    failed = 0
    try:
        with Bitrise() as bitrise:
            for app_slug, title in _apps_with(bitrise, options.name):
                try:
                    if not options.dry_run:
                        bitrise.secrets.update(app_slug, options.name, body={"value": value})
                    print(f"{'would change' if options.dry_run else 'changed'} in {title}")
                except APIStatusError as error:
                    failed += 1
                    print(f"not changed in {title}: {error}", file=sys.stderr)
    except BitriseError as error:
        print(error, file=sys.stderr)
        return 2
    return 1 if failed else 0


def _apps_with(bitrise: Bitrise, name: str) -> Iterator[tuple[str, str]]:
    for app in bitrise.apps.list():
        if any(secret.name == name for secret in bitrise.secrets.list(app.slug)):
            yield app.slug, app.title or app.slug


if __name__ == "__main__":
    sys.exit(main())

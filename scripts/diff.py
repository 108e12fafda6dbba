#!/usr/bin/env python3
"""What changed between two documents, for someone who uses a client of the API.

OLD and NEW are files or http(s) addresses: what Bitrise publishes (Swagger 2.0) or the contract (OpenAPI 3),
as JSON or YAML. Ends with 0; with 1 when --fail-on is given and reached; with 2 when a document or an argument
cannot be used.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from pipeline.changes import Change, Level, as_json, as_markdown, as_text, compare
from pipeline.changes.report import one_line
from pipeline.errors import DocumentError, FetchError
from pipeline.source import parse, pull

FORMATS: dict[str, Callable[[Sequence[Change]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the changes; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        old, new = (_read(source) for source in (options.old, options.new))
        changes = compare(old, new)
    except (DocumentError, FetchError) as error:
        print(f"diff.py: {one_line(str(error), 500)}", file=sys.stderr)
        return 2
    _print(FORMATS[options.format](changes))
    reached = any(change.level.rank <= options.fail_on.rank for change in changes) if options.fail_on else False
    return int(reached)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="diff.py", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("old", metavar="OLD", help="file or address of the older document")
    parser.add_argument("new", metavar="NEW", help="file or address of the newer document")
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument(
        "--fail-on",
        type=Level,
        choices=[Level.BREAKING, Level.WARNING],
        metavar="{breaking,warning}",
        help="end with 1 when there is a change of this level or a worse one",
    )
    return parser


def _print(text: str) -> None:
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _read(source: str) -> dict[str, object]:
    fetched = pull(source)
    if fetched is None:
        raise FetchError(f"{source} answered that it has not changed")
    try:
        return parse(fetched.content)
    except DocumentError as error:
        raise DocumentError(f"{source}: {error}") from None


if __name__ == "__main__":
    sys.exit(main())

"""`bitrise-sandbox`: the server on the command line."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

_NEEDED = ("jsonschema_rs", "starlette", "uvicorn", "yaml")
"""Modules of the extra; imported only once they are known to be there."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until told to stop. 0: ended on request, 2: could not start; one line says why."""
    options = _parser().parse_args(arguments)
    if any(find_spec(name) is None for name in _NEEDED):
        print("bitrise-sandbox needs its extra: pip install 'bitrise-client[sandbox]'", file=sys.stderr)
        return 2
    if options.list_faults:
        from .faults import describe

        _print(describe())
        return 0
    from .sandbox import Sandbox

    try:
        sandbox = Sandbox(
            token=options.token,
            seed=options.seed,
            faults=options.fault,
            apps=options.apps,
            builds=options.builds,
            speed=options.speed,
            data=options.data,
        )
        server = sandbox.listen(options.host, options.port)
    except (ValueError, OSError) as error:
        where = f"cannot listen on {options.host}:{options.port}: " if isinstance(error, OSError) else ""
        print(f"bitrise-sandbox: {where}{_reason(error)}", file=sys.stderr)
        return 2
    _print(
        f"bitrise-sandbox listening on {server.base_url}",
        f"token: {sandbox.token}",
        f"try:   curl -H 'Authorization: token {sandbox.token}' {sandbox.base_url}/me",
    )
    asyncio.run(server.serve(until=(signal.SIGINT, signal.SIGTERM)))
    if options.dump is not None:
        sandbox.dump(options.dump)
    return 0


def _print(*lines: str) -> None:
    """Print at once; a reader who has seen enough and left is no error."""
    try:
        print(*lines, sep="\n", flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line and exit 2, without the usage in front of it."""
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="bitrise-sandbox", description="A local, stateful stand-in for the Bitrise API v0.1.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=8080, help="port, 0 for any free one (default: %(default)s)")
    parser.add_argument("--token", type=_token, help="the token to accept (default: one made from the seed)")
    parser.add_argument("--seed", type=int, default=0, help="what the content is made from (default: %(default)s)")
    parser.add_argument("--apps", type=_count, default=120, help="apps at the start (default: %(default)s)")
    parser.add_argument("--builds", type=_count, default=2000, help="builds at the start (default: %(default)s)")
    parser.add_argument("--speed", type=_speed, default=1.0, help="sandbox seconds per second (default: %(default)s)")
    parser.add_argument("--data", type=Path, metavar="FILE", help="YAML with what to hold at the start")
    parser.add_argument("--dump", type=Path, metavar="FILE", help="write what is held to this YAML at the end")
    parser.add_argument(
        "--fault", action="append", default=[], metavar="NAME[:ARG]", help="be wrong in this way; may be repeated"
    )
    parser.add_argument("--list-faults", action="store_true", help="print the ways to be wrong, and end")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > 100_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 100000")
    return int(text)


def _speed(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1000000")
    return value


def _token(text: str) -> str:
    if not text or not text.isprintable() or " " in text or not text.isascii():
        raise argparse.ArgumentTypeError("a token is printable ASCII without spaces")
    return text


if __name__ == "__main__":
    sys.exit(main())

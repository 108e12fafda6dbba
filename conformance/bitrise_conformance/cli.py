"""``bitrise-conformance``: is a server what the contract says?

Exit codes: 0 nothing new, 1 new findings, 2 could not run, 3 stale known issues under ``--strict``.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bitrise_conformance.shard import Shard

COULD_NOT_RUN = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; what went wrong is one line, never a traceback."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    command = COMMANDS.get(arguments[0]) if arguments else None
    try:
        return command(arguments[1:]) if command else _test(arguments)
    except KeyboardInterrupt:
        return _fail("interrupted")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    except ModuleNotFoundError as error:
        return _fail(f"needs its extra ({error.name} is missing): pip install 'bitrise-client[conformance]'")
    except Exception as error:  # noqa: BLE001 - a command never shows a traceback
        return _fail(_one_line(error))


def _test(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    from bitrise_conformance.job import Options, run
    from bitrise_conformance.report import final_lines
    from bitrise_conformance.report.terminal import annotation_lines, table_lines

    outcome = run(
        Options(
            base_url=options.base_url,
            token_env=options.token_env,
            other_token_env=options.other_token_env,
            allow_writes=options.allow_writes,
            disposable=options.disposable,
            app=options.app,
            report=options.report,
            baseline=options.baseline,
            seed=options.seed,
            time_budget=options.time_budget,
            shard=options.shard,
            strict=options.strict,
            against=options.against,
            rate=options.rate,
            faults=tuple(options.fault),
        ),
        say=_say,
    )
    if options.table:
        print("\n".join(table_lines(outcome.report)))
    print("\n".join(final_lines(outcome.report, options.report)))
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print("\n".join(annotation_lines(outcome.report)))
        _summarise(options.report / "summary.md")
    return outcome.code


def _check(arguments: Sequence[str]) -> int:
    from bitrise_conformance.recorded.command import check

    return check(arguments)


def _record(arguments: Sequence[str]) -> int:
    from bitrise_conformance.recorded.command import record

    return record(arguments)


def _merge(arguments: Sequence[str]) -> int:
    from bitrise_conformance.merge import merge

    return merge(arguments)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {"check": _check, "record": _record, "merge": _merge}
"""Subcommands; without one the job runs."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bitrise-conformance",
        description="Test a server against the contract of the Bitrise API; without --base-url, the sandbox.",
        epilog="Also: check FILE… (recorded traffic), record (a script's traffic), merge (shards' reports).",
    )
    parser.add_argument("--base-url", metavar="URL", help="the API to test, such as https://api.bitrise.io/v0.1")
    parser.add_argument("--token-env", metavar="NAME", default="BITRISE_TOKEN", help="variable that holds the token")
    parser.add_argument("--other-token-env", metavar="NAME", help="variable that holds a token of somebody else")
    parser.add_argument("--allow-writes", action="store_true", help="also create, change and delete own things")
    parser.add_argument(
        "--disposable", action="store_true", help="with --allow-writes: the server may be written anywhere"
    )
    parser.add_argument("--app", metavar="SLUG", help="stay within one app")
    parser.add_argument("--report", metavar="DIR", type=Path, default=Path("report"), help="where to write the report")
    parser.add_argument("--baseline", metavar="FILE", type=Path, help="known issues, with reason, link and expiry")
    parser.add_argument("--seed", metavar="N", type=_natural, help="the same seed sends the same requests")
    parser.add_argument("--time-budget", metavar="S", type=_seconds, help="stop generating after so many seconds")
    parser.add_argument("--shard", metavar="I/N", type=_shard, default=Shard(), help="test the I-th of N parts")
    parser.add_argument("--strict", action="store_true", help="fail (3) when a known issue no longer occurs")
    parser.add_argument(
        "--against", choices=("contract", "published"), default="contract", help="which document to judge by"
    )
    parser.add_argument("--rate", metavar="N", type=_seconds, help="requests per second; 0 for no limit")
    parser.add_argument("--fault", metavar="NAME[:ARG]", action="append", default=[], help="a fault of the sandbox")
    parser.add_argument("--table", action="store_true", help="print the whole table operation × status")
    return parser


def _natural(text: str) -> int:
    if not text.isdigit() or len(text) > 18:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0")
    return int(text)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value < 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0")
    return value


def _shard(text: str) -> Shard:
    try:
        return Shard.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _say(line: str) -> None:
    print(line, flush=True)


def _summarise(path: Path) -> None:
    if target := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(target).open("a", encoding="utf-8") as file:
            file.write(path.read_text(encoding="utf-8"))


def _fail(message: str) -> int:
    print(f"bitrise-conformance: {message}", file=sys.stderr)
    return COULD_NOT_RUN


def _one_line(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    text = " ".join(str(error).split())[:300]
    known = type(error).__module__.startswith("bitrise_conformance")
    return text if known and text else f"{type(error).__name__}: {text}"

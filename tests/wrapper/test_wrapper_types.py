"""Types: mypy and pyright accept a program that calls every method, and reject wrong calls."""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bitrise_api
from bitrise_client import AsyncBitrise, Bitrise

ROOT = Path(__file__).resolve().parents[2]

GOOD = """
from pathlib import Path
from typing import assert_type

import httpx
from bitrise_api.models import App, Build
from bitrise_client import (
    AsyncBitrise, Bitrise, LogCursor, LogText, NotFoundError, RateLimitError, RetryEvent, TriggeredBuild,
    WaitTimeout, parse_webhook, raise_for_status,
)


def told(event: RetryEvent) -> None:
    print(event.delay)


def main(last: LogCursor | None) -> None:
    with Bitrise(lambda: "t", timeout=5, max_retries=1, transport=httpx.HTTPTransport(), on_retry=told) as bitrise:
        for app in bitrise.apps.list(limit=10):
            assert_type(app, App)
        for page in bitrise.apps.list().pages():
            assert_type(page.next_cursor, str | None)
        assert_type(bitrise.apps.list().first(), App | None)
        assert_type(bitrise.apps.list().look_ahead().collect(limit=3), list[App])
        build = bitrise.builds.trigger("a", workflow="w", branch="b", environments={"K": "V"}, priority=1)
        assert_type(build, TriggeredBuild)
        for text in bitrise.builds.follow_log("a", build.slug, poll=1.0, resume=last):
            assert_type(text, LogText)
            last = text.cursor
        try:
            finished = bitrise.builds.wait("a", build.slug, timeout=10)
        except WaitTimeout as error:
            assert_type(error.build, Build | None)
            raise
        assert_type(raise_for_status(finished), Build)
        newest = bitrise.builds.latest("a", workflow="w", branch=None, status="success")
        if newest is not None:
            print(newest.slug, newest.finished_at and newest.finished_at.year)
        assert_type(bitrise.builds.list_many(["a"], limit=3), dict[str, list[Build]])
        bitrise.builds.abort("a", "b", reason="r", with_success=True)
        assert_type(bitrise.builds.download_log("a", "b", to="out/"), Path)
        with open("file", "wb") as file:
            assert_type(bitrise.artifacts.download("a", "b", "c", to=file, progress=lambda n, of: None), Path)
        assert_type(bitrise.artifacts.download_all("a", "b", to=Path("out"), concurrency=2), list[Path])
        bitrise.android_keystore_files.upload("a", "p", alias="x", password="y", private_key_password="z")
        bitrise.build_certificates.upload("a", Path("p"))
        bitrise.provisioning_profiles.upload("a", "p", name="n")
        bitrise.generic_project_files.upload("a", "p", env_key="K")
        bitrise.with_options(timeout=None).with_options(max_retries=3).users.me()
        bitrise.request("GET", "/x", params={"a": 1})
        try:
            bitrise.apps.get("a")
        except (NotFoundError, RateLimitError) as error:
            print(error.retry_after, error.body, error.headers["x"])
    assert_type(parse_webhook(b"{}", "build/finished").build_slug, str | None)


async def amain() -> None:
    async with AsyncBitrise() as bitrise:
        async for app in bitrise.apps.list():
            assert_type(app, App)
        assert_type(await bitrise.apps.list().collect(), list[App])
        build = await bitrise.builds.trigger("a", pipeline="p")
        async for text in bitrise.builds.follow_log("a", build.slug):
            assert_type(text, LogText)
        assert_type(await bitrise.builds.wait("a", build.slug), Build)
        assert_type(await bitrise.builds.latest("a"), Build | None)
        assert_type(await bitrise.artifacts.download("a", "b", "c", to="x"), Path)
        await bitrise.generic_project_files.upload("a", "p", env_key="K")
        await bitrise.request("GET", "/x")
"""

BAD = """
from bitrise_client import AsyncBitrise, Bitrise


def main(bitrise: Bitrise) -> None:
    bitrise.apps.list(limt=3)  # wrong name
    bitrise.apps.list(limit="3")  # wrong type
    bitrise.apps.get(3)  # wrong type
    bitrise.apps.get()  # missing argument
    bitrise.builds.trigger("a", workflw="w")  # wrong name
    bitrise.builds.trigger("a", priority="high")  # wrong type
    bitrise.builds.wait("a", "b", timeout="long")  # wrong type
    bitrise.builds.wait("a")  # missing argument
    bitrise.builds.latest("a").slug  # unhandled None
    bitrise.apps.list().first().title  # unhandled None
    bitrise.builds.get("a", "b").finished_at.year  # unhandled None
    bitrise.builds.get("a", "b").no_such_field  # unknown attribute
    bitrise.artifacts.download("a", "b", "c")  # missing argument
    bitrise.generic_project_files.upload("a", "p")  # missing argument
    bitrise.no_such_resource  # unknown attribute
    Bitrise(timeout="5")  # wrong type
    Bitrise(retries=5)  # wrong name


async def amain(bitrise: AsyncBitrise) -> None:
    (await bitrise.builds.latest("a")).slug  # unhandled None
    await bitrise.builds.wait("a", "b", pol=1)  # wrong name
    for app in bitrise.apps.list():  # not iterable without async
        pass
"""


def every_method(client: type[Bitrise | AsyncBitrise], await_: str) -> str:
    """A call of every operation, with arguments made from its signature."""
    lines = [
        f"from bitrise_client import {client.__name__}",
        "",
        "",
        f"{await_ and 'async '}def main(bitrise: {client.__name__}) -> None:",
    ]
    made = client("x" * 9)
    for name in sorted(bitrise_api.OPERATIONS.values()):
        resource, _, method = name.partition(".")
        function = getattr(getattr(made, resource), method)
        arguments = []
        for parameter in inspect.signature(function).parameters.values():
            annotation = str(parameter.annotation)
            if parameter.kind is parameter.POSITIONAL_ONLY and parameter.annotation != "Context":
                arguments.append('"x"')
            elif parameter.kind is parameter.KEYWORD_ONLY and parameter.default is parameter.empty:
                value = {"int": "1", "str": '"x"', "bool": "True"}.get(annotation, "{}")
                arguments.append(f"{parameter.name}={value if 'list[' not in annotation else '[]'}")
        paginated = "Pager" in str(function.__annotations__.get("return"))
        lines.append(f"    {'' if paginated else await_}bitrise.{name}({', '.join(arguments)})")
    return "\n".join(lines) + "\n"


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    (tmp_path / "good.py").write_text(GOOD)
    (tmp_path / "bad.py").write_text(BAD)
    (tmp_path / "every.py").write_text(every_method(Bitrise, ""))
    (tmp_path / "every_async.py").write_text(every_method(AsyncBitrise, "await "))
    return tmp_path


def marked_lines(folder: Path) -> set[tuple[str, int]]:
    return {
        (path.name, number)
        for path in folder.glob("*.py")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if "  # " in line
    }


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_checker(checker: str, programs: Path) -> None:
    found = {"mypy": _mypy, "pyright": _pyright}[checker](programs)
    assert found == marked_lines(programs)


def _mypy(folder: Path) -> set[tuple[str, int]]:
    pytest.importorskip("mypy")
    files = sorted(path.name for path in folder.glob("*.py"))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context", *files],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return _errors(done.stdout, r"^(\S+?):(\d+): error: ")


def _pyright(folder: Path) -> set[tuple[str, int]]:
    command = shutil.which("pyright", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("pyright is not installed")
    done = subprocess.run(
        [command, "--pythonpath", sys.executable, "."], cwd=folder, capture_output=True, text=True, timeout=240
    )
    if "error" not in done.stdout:
        pytest.skip(f"pyright cannot run here: {done.stderr[-200:]}")
    return _errors(done.stdout, r"^\s*\S*?([\w.]+):(\d+):\d+ - error: ")


def _errors(output: str, pattern: str) -> set[tuple[str, int]]:
    return {(match[1], int(match[2])) for match in re.finditer(pattern, output, re.MULTILINE)}

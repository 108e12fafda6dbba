"""Every example of the README and of docs/ is run: Python in the page's order, tests by pytest, commands by a shell.

A page's Python examples share their names. They start with `bitrise`, a client of a sandbox, and with `app_slug` and
`build_slug`, an app and its latest successful build. An example followed by a block titled "Output" prints that.
"""

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
import yaml

from bitrise_client import Bitrise
from bitrise_sandbox import Sandbox

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

# Commands of pages that no test can run, and why.
NOT_RUN = {
    r"python3 -m pip install tox && tox run -e \w+": "minutes long; CI runs each as a step of its own",
    r"(python3 -m |\.venv/bin/)?pip install .*": "would change the environment that runs the tests",
    r"export \w+=…": "stands for a value that only the reader has",
    r"python scripts/regenerate\.py( .*)?": "fetches the published document, or rewrites this tree; tested on its own",
    r"(\.venv/bin/)?bitrise-conformance( .*)?": "minutes long; tested on its own",
    r"python3 -m venv .*": "makes an environment that no test needs",
}
# Files that examples read, by name.
GIVEN_FILES = ["release.keystore", "distribution.p12", "AdHoc.mobileprovision", "google-services.json"]
FENCE = re.compile(r"^```(?P<language>\w*)(?P<rest>[^\n]*)\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block of a page."""

    page: Path
    line: int
    language: str
    title: str
    code: str

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found = []
    for match in FENCE.finditer(text):
        title = re.search(r'title="([^"]*)"', match["rest"])
        line = text.count("\n", 0, match.start()) + 2
        found.append(Block(page, line, match["language"], title[1] if title else "", match["code"]))
    return found


ALL = [block for page in PAGES for block in blocks(page)]


def is_session(block: Block) -> bool:
    return block.language == "python" and not block.title


def is_included(block: Block) -> bool:
    return block.code.startswith("--8<--")


def pages_with_python() -> list[Path]:
    return [page for page in PAGES if any(is_session(block) for block in blocks(page))]


def named(value: object) -> str:
    return value.place if isinstance(value, Block) else str(value)


@pytest.mark.parametrize("page", pages_with_python(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python_examples_run_in_their_order(page: Path, sandbox: Sandbox) -> None:
    for name in GIVEN_FILES:
        Path(name).write_bytes(b"content of " + name.encode())
    with Bitrise() as bitrise:
        names = {"bitrise": bitrise, "__name__": "__main__", **_finished_build(bitrise)}
        written = blocks(page)
        for block, following in zip(written, [*written[1:], None], strict=True):
            if not is_session(block):
                continue
            printed = io.StringIO()
            # Line numbers of the page, so that a failure points into it.
            code = compile("\n" * (block.line - 1) + block.code, str(page), "exec")
            with contextlib.redirect_stdout(printed):
                exec(code, names)
            if following is not None and following.title == "Output":
                assert printed.getvalue() == following.code, block.place


@pytest.mark.slow
def test_python_examples_are_typed(tmp_path: Path) -> None:
    given = "from bitrise_client import Bitrise\n\nbitrise: Bitrise\napp_slug: str\nbuild_slug: str\n"
    for page in pages_with_python():
        session = (f"# {block.place}\n{block.code}" for block in blocks(page) if is_session(block))
        module = page.relative_to(ROOT).with_suffix("").as_posix().replace("/", "_").replace("-", "_").lower()
        (tmp_path / f"{module}.py").write_text(given + "\n".join(session))
    sources = os.pathsep.join(str(ROOT / folder) for folder in ("generated", "wrapper", "conformance"))
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "--allow-redefinition", "."],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": sources},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("block", [b for b in ALL if b.language == "python" and b.title.startswith("test_")], ids=named)
def test_examples_of_tests_pass(block: Block, tmp_path: Path) -> None:
    (tmp_path / block.title).write_text(block.code)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), block.title]
    if "bitrise" not in _plugins():
        command[3:3] = ["-p", "bitrise_client.pytest_plugin"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert f"{block.code.count('def test_')} passed" in ran.stdout


@pytest.mark.parametrize("block", [b for b in ALL if b.language in ("sh", "console")], ids=named)
def test_commands_do_what_the_page_says(block: Block, sandbox: Sandbox) -> None:
    for command, output in _commands(block):
        if any(re.fullmatch(pattern, command) for pattern in NOT_RUN):
            continue
        if command.startswith("bitrise-sandbox") and "--list-faults" not in command:
            _serves(command)
            continue
        ran = subprocess.run(
            command, shell=True, cwd=ROOT, capture_output=True, text=True, timeout=120, env=_environment(), check=False
        )
        assert ran.returncode == 0, f"{block.place}: {command}\n{ran.stderr}"
        if output is not None:
            assert ran.stdout == output, f"{block.place}: {command}"


@pytest.mark.parametrize("block", [b for b in ALL if b.language in ("json", "toml", "yaml")], ids=named)
def test_data_can_be_read(block: Block) -> None:
    {"json": json.loads, "toml": tomllib.loads, "yaml": yaml.safe_load}[block.language](block.code)


def test_no_example_escapes() -> None:
    known = {"python", "sh", "console", "json", "toml", "yaml", "text", ""}
    assert {block.language for block in ALL} <= known, "a kind of example that no test here runs"
    for block in ALL:
        if block.language == "python" and block.title and not block.title.startswith("test_"):
            assert is_included(block), f"{block.place}: neither a session, nor a test, nor a tested script"
    assert len([block for block in ALL if is_session(block)]) > 30


def test_every_exception_is_needed() -> None:
    commands = [command for block in ALL if block.language in ("sh", "console") for command, _ in _commands(block)]
    for pattern in NOT_RUN:
        assert any(re.fullmatch(pattern, command) for command in commands), f"no page has {pattern}"


def test_included_scripts_exist() -> None:
    included = [block.code for block in ALL if is_included(block)]
    assert len(included) == len(list((ROOT / "examples").glob("*.py")))
    for code in included:
        path = re.fullmatch(r'--8<-- "(examples/\w+\.py)"\n', code)
        assert path is not None
        assert (ROOT / path[1]).is_file()


def _finished_build(bitrise: Bitrise) -> dict[str, str]:
    for app in bitrise.apps.list():
        build = bitrise.builds.latest(app.slug)
        if build is not None and bitrise.artifacts.list(app.slug, build.slug).first() is not None:
            return {"app_slug": app.slug, "build_slug": build.slug}
    raise AssertionError("the sandbox has no finished build with an artifact")


def _commands(block: Block) -> Iterator[tuple[str, str | None]]:
    """The commands of a block; a console block has their output too."""
    if block.language == "console":
        for part in re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output
        return
    for line in block.code.replace("\\\n", " ").splitlines():
        command = re.sub(r"\s+#.*$", "", line).strip()
        if command and not command.startswith("#"):
            yield re.sub(r"\s+", " ", command), None


def _serves(command: str) -> None:
    """A server command starts, says where it listens, answers there, and ends when told to."""
    process = subprocess.Popen(shlex.split(command), stdout=subprocess.PIPE, text=True, env=_environment())
    try:
        assert process.stdout is not None
        said, _, address = process.stdout.readline().strip().rpartition(" ")
        assert said == "bitrise-sandbox listening on"
        assert httpx.get(f"{address}/me").status_code == 401
    finally:
        process.terminate()
        process.communicate(timeout=20)
    assert process.returncode == 0


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def _plugins() -> set[str]:
    from importlib.metadata import entry_points

    return {entry.name for entry in entry_points(group="pytest11")}


def test_the_commands_are_installed() -> None:
    assert shutil.which("bitrise-sandbox", path=_environment()["PATH"])

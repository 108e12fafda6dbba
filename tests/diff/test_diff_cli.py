"""`scripts/diff.py`: its outputs, its exit codes, and its one line for what cannot be compared."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Write = Callable[[str, Any], Path]


@pytest.fixture
def run() -> Run:
    def ran(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, str(SCRIPTS / "diff.py"), *map(str, arguments)]
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "200"}
        return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=60, check=False)

    return ran


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, document: Any) -> Path:
        path = tmp_path / name
        if isinstance(document, bytes):
            path.write_bytes(document)
        elif name.endswith(".yaml"):
            path.write_text(yaml.safe_dump(document))
        else:
            path.write_text(json.dumps(document))
        return path

    return written


@pytest.fixture
def pair(api: Callable[..., Any], write: Write) -> tuple[Path, Path]:
    """Documents between which one property is lost and one only loses its promise to be there."""
    string = {"type": "string"}
    thing = {"type": "object", "properties": {"a": string, "b": string}, "required": ["b"]}
    old = api(response={"$ref": "#/components/schemas/Thing"}, schemas={"Thing": thing})
    new = api(
        response={"$ref": "#/components/schemas/Thing"},
        schemas={"Thing": {"type": "object", "properties": {"b": string}}},
    )
    return write("old.json", old), write("new.yaml", new)


def test_text_has_a_line_for_each_change_and_a_mark_on_what_breaks(run: Run, pair: tuple[Path, Path]) -> None:
    ran = run(*pair)
    assert (ran.returncode, ran.stderr) == (0, "")
    summary, empty, title, breaking, warning = ran.stdout.splitlines()
    assert (summary, empty, title) == ("⚠ 1 breaking, 1 warning, 0 other changes", "", "thing-show")
    assert breaking.startswith("  ⚠ breaking  response Thing.a: removed  [response-property-removed ")
    assert warning.startswith("    warning   response Thing.b: no longer required  [response-property-became-optional ")


def test_markdown_is_a_list(run: Run, pair: tuple[Path, Path]) -> None:
    assert run(*pair, "--format", "markdown").stdout == (
        "⚠ 1 breaking, 1 warning, 0 other changes.\n\n"
        "- `thing-show`\n"
        "  - ⚠ response `Thing.a`: removed\n"
        "  - response `Thing.b`: no longer required\n"
    )


def test_json_holds_the_same_changes(run: Run, pair: tuple[Path, Path]) -> None:
    told = json.loads(run(*pair, "--format", "json").stdout)
    assert told["format"] == "bitrise-changes/1"
    assert told["summary"] == {"breaking": 1, "warning": 1, "info": 0}
    assert told["changes"][0] == {
        "fingerprint": told["changes"][0]["fingerprint"],
        "rule": "response-property-removed",
        "level": "breaking",
        "subject": "Thing",
        "place": "response Thing.a",
        "old": None,
        "new": None,
        "operations": ["thing-show"],
        "message": "response Thing.a: removed",
    }


def test_fingerprints_outlive_other_changes(run: Run, pair: tuple[Path, Path], write: Write) -> None:
    old, new = pair
    more = yaml.safe_load(new.read_text())
    more["paths"]["/other"] = {
        "get": {
            "operationId": "other",
            "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}},
        }
    }
    prints = [
        {change["fingerprint"] for change in json.loads(run(old, path, "--format", "json").stdout)["changes"]}
        for path in (new, write("more.json", more))
    ]
    assert prints[0] < prints[1]


@pytest.mark.parametrize(
    ("arguments", "code"), [([], 0), (["--fail-on", "warning"], 1), (["--fail-on", "breaking"], 1)]
)
def test_it_fails_when_asked_to(run: Run, pair: tuple[Path, Path], arguments: list[str], code: int) -> None:
    assert run(*pair, *arguments).returncode == code
    assert run(pair[0], pair[0], *arguments).returncode == 0


def test_a_warning_alone_does_not_fail_on_breaking(run: Run, api: Callable[..., Any], write: Write) -> None:
    files = write("old.json", api()), write("new.json", api(deprecated=True))
    assert run(*files, "--fail-on", "breaking").returncode == 0
    assert run(*files, "--fail-on", "warning").returncode == 1


def test_a_reader_that_has_seen_enough_ends_it_quietly(run: Run, api: Callable[..., Any], write: Write) -> None:
    many = {f"property_{n}": {"type": "string"} for n in range(5000)}
    old, new = (
        write("old.json", api(response={"type": "object"})),
        write("new.json", api(response={"properties": many})),
    )
    script = f"{sys.executable} {SCRIPTS / 'diff.py'} {old} {new} | head -n 1"
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "0 breaking, 0 warnings, 5000 other changes\n"


def test_no_change_is_said(run: Run, pair: tuple[Path, Path]) -> None:
    assert run(pair[0], pair[0]).stdout == "no change that a client's user can notice\n"


def openapi(schemas: Any) -> dict[str, Any]:
    answer = {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/S0"}}}}}
    return {"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": answer}}}, "components": {"schemas": schemas}}


def nested(depth: int) -> bytes:
    return b'{"openapi": "3.1.0", "paths": ' + b'{"a": ' * depth + b"1" + b"}" * depth + b"}"


ALIASES = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12))
BOMB = f"openapi: 3.1.0\npaths: {{}}\na0: &a0 [1]\n{ALIASES}\n".encode()
# Each schema holds the next twice, so that its tree has 2**40 leaves.
NEXT = [{"allOf": [{"$ref": f"#/components/schemas/S{i + 1}"}, {"minProperties": 1}]} for i in range(40)]
ENTANGLED = openapi(
    {f"S{i}": {"properties": {"a": schema, "b": schema}} for i, schema in enumerate(NEXT)}
    | {"S40": {"properties": {"end": {"type": "string"}}}}
)

BAD: list[tuple[str, Any, str]] = [
    ("empty.json", b"", "is empty"),
    ("cut.json", b'{"swagger": "2.0", "paths": {', "not JSON"),
    ("text.yaml", b"a: b: c", "neither JSON nor YAML"),
    ("list.json", [], "not a mapping"),
    ("binary.json", b"\xff\xfe\x00", "not UTF-8"),
    ("no-version.json", {"paths": {}}, "neither Swagger 2.0 nor OpenAPI 3"),
    ("swagger-1.json", {"swagger": "1.2", "paths": {}}, "neither Swagger 2.0 nor OpenAPI 3"),
    ("no-paths.json", {"openapi": "3.1.0"}, "no `paths`"),
    ("paths-list.json", {"openapi": "3.1.0", "paths": []}, "no `paths`"),
    ("broken.json", openapi({}), "'#/components/schemas/S0' leads nowhere"),
    ("outside.json", openapi({"S0": {"$ref": "other.json#/S0"}}), "leads outside the document"),
    ("loop.json", openapi({"S0": {"$ref": "#/components/schemas/S0"}}), "leads back to itself"),
    (
        "loop-of-two.json",
        openapi({"S0": {"$ref": "#/components/schemas/S1"}, "S1": {"allOf": [{"$ref": "#/components/schemas/S0"}]}}),
        "leads back to itself",
    ),
    ("schema-list.json", openapi({"S0": []}), "should be an object, not a list"),
    ("deep.json", nested(200), "nested deeper than 100 levels"),
    ("very-deep.json", nested(100_000), "nested too deeply"),
    ("bomb.yaml", BOMB, "more than 1,000,000 values"),
    ("operation.json", {"openapi": "3.1.0", "paths": {"/a": {"get": []}}}, "GET /a should be an object"),
    (
        "twice.json",
        {"openapi": "3.1.0", "paths": {"/a": {"get": {"operationId": "x"}}, "/b": {"get": {"operationId": "x"}}}},
        "operationId 'x' stands at both GET /a and GET /b",
    ),
    (
        "parameter.json",
        {"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"in": "query"}]}}}},
        "a parameter of GET /a has no `name` and `in`",
    ),
    ("entangled.json", ENTANGLED, "too entangled"),
]


@pytest.mark.parametrize(("name", "document", "reason"), BAD, ids=[name for name, _, _ in BAD])
@pytest.mark.parametrize("place", ["old", "new"])
def test_a_document_that_cannot_be_compared_is_named_in_one_line(
    run: Run, write: Write, name: str, document: Any, reason: str, place: str
) -> None:
    bad, good = write(name, document), write("good.json", openapi({"S0": {"type": "string"}}))
    if name == "entangled.json":  # only a document that is as entangled makes the comparison go all the way
        good = write("good.json", json.loads(json.dumps(document).replace('"end"', '"finish"')))
    started = time.monotonic()
    ran = run(*((bad, good) if place == "old" else (good, bad)))
    assert time.monotonic() - started < 30
    assert (ran.returncode, ran.stdout) == (2, "")
    assert reason in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert len(ran.stderr) < 600


def test_arguments_that_make_no_sense_are_told(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    for arguments in (
        [pair[0]],
        [*pair, "--format", "xml"],
        [*pair, "--fail-on", "info"],
        [pair[0], tmp_path / "absent.json"],
        [pair[0], tmp_path],
        [pair[0], "ftp://example.com/a.json"],
    ):
        ran = run(*arguments)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "Traceback" not in ran.stderr
        assert "diff.py:" in ran.stderr


def test_names_from_a_document_stay_inside_their_line(run: Run, api: Callable[..., Any], write: Write) -> None:
    nasty = "a`<b>\n\n# title\x1b[31m" + "x" * 500
    old, new = (
        write(f"{i}.json", api(response={"type": "object", "properties": properties}))
        for i, properties in enumerate(({nasty: {}}, {}))
    )
    text, markdown = run(old, new).stdout, run(old, new, "--format", "markdown").stdout
    assert len(text.splitlines()) == 4
    assert len(markdown.splitlines()) == 4
    assert "\x1b" not in text + markdown
    assert markdown.splitlines()[3].count("`") == 2
    assert max(map(len, text.splitlines())) < 300

"""The command: one run derives everything, a second changes nothing, a failed one leaves every byte as it was."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import textwrap
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "spec" / "published.json"
SHARED = ROOT.parent / "shared" / "published"


def regenerate(*arguments, timeout=120):
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "regenerate.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def digests(folder):
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A tree regenerated from the committed document, and what the command said."""
    into = tmp_path_factory.mktemp("made")
    return into, regenerate("--from", PUBLISHED, "--into", into)


def test_one_run_derives_everything(made):
    into, run = made
    assert run.returncode == 0, run.stderr
    assert "120 operations" in run.stdout
    assert (into / "spec" / "openapi.json").read_bytes() == (ROOT / "spec" / "openapi.json").read_bytes()
    assert (into / "spec" / "published.json").read_bytes() == PUBLISHED.read_bytes()
    source = (into / "spec" / "SOURCE.toml").read_text()
    assert hashlib.sha256(PUBLISHED.read_bytes()).hexdigest() in source
    assert str(ROOT) not in source


def test_a_second_run_changes_no_byte_and_says_so(made):
    into, _ = made
    before = digests(into)
    run = regenerate("--from", PUBLISHED, "--into", into)
    assert run.returncode == 0
    assert run.stdout.splitlines()[-1] == "nothing changed"
    assert digests(into) == before


def test_the_committed_contract_and_client_come_out_byte_for_byte():
    run = regenerate("--check")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "unchanged" in run.stdout


def test_the_generated_package_works_alone(made, tmp_path):
    into, _ = made
    call_me(into, tmp_path)


def test_a_new_operation_gets_its_method_and_the_account_names_it(made, tmp_path):
    document = json.loads(PUBLISHED.read_text())
    document["paths"]["/teapots"] = {
        "get": {
            "operationId": "teapot-brew",
            "tags": ["teapots"],
            "produces": ["application/json"],
            "responses": {"200": {"schema": {"type": "object", "properties": {"data": {"type": "string"}}}}},
        }
    }
    path = tmp_path / "next.json"
    path.write_text(json.dumps(document))
    into = tmp_path / "into"
    assert regenerate("--from", PUBLISHED, "--into", into).returncode == 0
    run = regenerate("--from", path, "--into", into)
    assert run.returncode == 0, run.stderr
    assert "teapot-brew" in run.stdout
    changelog = (into / "spec" / "CHANGELOG.md").read_text()
    assert "teapot-brew" in changelog
    operations = imported(into, "import bitrise_api; print(bitrise_api.OPERATIONS['teapot-brew'])", tmp_path)
    assert operations.strip() == "teapots.teapot_brew"


def test_deriving_again_from_the_committed_document_keeps_where_it_came_from(tmp_path):
    document = tmp_path / "pulled.json"
    document.write_text(json.dumps(json.loads(PUBLISHED.read_text())))
    into = tmp_path / "into"
    assert regenerate("--from", document, "--into", into).returncode == 0
    source = (into / "spec" / "SOURCE.toml").read_text()
    run = regenerate("--from", into / "spec" / "published.json", "--into", into)
    assert run.stdout.splitlines()[-1] == "nothing changed"
    assert (into / "spec" / "SOURCE.toml").read_text() == source


def test_in_place_the_derived_pages_are_written_too(tmp_path):
    root = tmp_path / "clone"
    for folder in ("scripts", "spec", "generated", "docs", "wrapper"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__", ".stamp"))
    shutil.copy(ROOT / "pyproject.toml", root)
    stale = [root / "docs" / "truth.md", root / "docs" / "api.md", root / "generated" / "bitrise_api" / "runtime.py"]
    for path in stale:
        path.write_text("out of date\n")
    run = subprocess.run(
        [sys.executable, root / "scripts" / "regenerate.py", "--from", root / "spec" / "published.json"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(str(root / f) for f in ("generated", "wrapper", "conformance")),
        },
    )
    assert run.returncode == 0, run.stderr
    assert "out of date" not in run.stdout
    for path in stale:
        assert path.read_bytes() == (ROOT / path.relative_to(root)).read_bytes()


def spoiled(change):
    document = json.loads(PUBLISHED.read_text())
    change(document)
    return json.dumps(document)


BAD = {
    "not a document": "<html>Not Found</html>",
    "truncated": PUBLISHED.read_text()[:5000],
    "wrong version": json.dumps({"openapi": "3.0.1", "info": {}, "paths": {}}),
    "no version": json.dumps({"paths": {}}),
    "missing reference": spoiled(lambda d: d["definitions"].pop("v0.PagingResponseModel")),
    "unknown construct": spoiled(lambda d: d["paths"]["/me"]["get"].update(callbacks={})),
    "duplicate operationId": spoiled(lambda d: d["paths"]["/me"]["get"].update(operationId="app-list")),
    "hostile name": spoiled(lambda d: d["definitions"].update({"a\n'''": {"type": "object"}})),
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_a_bad_document_is_one_line_and_changes_nothing(made, tmp_path, text):
    into, _ = made
    before = digests(into)
    path = tmp_path / "bad.json"
    path.write_text(text)
    run = regenerate("--from", path, "--into", into)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1, run.stderr
    assert run.stderr.startswith("regenerate: ")
    assert digests(into) == before


@pytest.mark.parametrize("source", ["no-such-file.json", "http://127.0.0.1:1/swagger.json", "gopher://x/y"])
def test_what_cannot_be_fetched_is_one_line_and_changes_nothing(made, source):
    into, _ = made
    before = digests(into)
    run = regenerate("--from", source, "--into", into)
    assert run.returncode == 3
    assert run.stderr.count("\n") == 1
    assert digests(into) == before


@pytest.mark.parametrize("arguments", [["--check", "--into", "x"], ["--check", "--from", "x"], ["--form", "x"]])
def test_wrong_arguments_are_2(arguments):
    assert regenerate(*arguments).returncode == 2


def test_an_unchanged_address_is_asked_conditionally(server, reply, tmp_path):
    def answer(handler):
        known = handler.headers.get("If-None-Match") == '"one"'
        (reply(status=304) if known else reply(PUBLISHED.read_bytes(), ETag='"one"'))(handler)

    server.answer = answer
    address = f"{server.address}/swagger.json"
    first = regenerate("--from", address, "--into", tmp_path)
    assert first.returncode == 0, first.stderr
    second = regenerate("--from", address, "--into", tmp_path)
    assert "304" in second.stdout
    assert second.stdout.splitlines()[-1] == "nothing changed"


def test_yaml_gives_the_same_as_json(made, tmp_path):
    into, _ = made
    path = tmp_path / "published.yaml"
    path.write_text(yaml.safe_dump(json.loads(PUBLISHED.read_text())))
    other = tmp_path / "other"
    assert regenerate("--from", path, "--into", other).returncode == 0
    assert (other / "spec" / "openapi.json").read_bytes() == (into / "spec" / "openapi.json").read_bytes()


@pytest.mark.parametrize("name", ["2021-05-10", "2023-10-03", "2026-06-12", "2026-08-19"])
def test_each_document_published_so_far_gives_a_client_that_works(name, tmp_path):
    path = SHARED / f"{name}.json"
    if not path.is_file():
        pytest.skip("the published documents are not part of this repository")
    run = regenerate("--from", path, "--into", tmp_path / "into")
    assert run.returncode == 0, run.stderr
    call_me(tmp_path / "into", tmp_path)


def imported(into, code, cwd):
    """What `code` prints in a process of its own that has only the generated package of `into`."""
    environment = {**os.environ, "PYTHONPATH": str(into / "generated")}
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        capture_output=True,
        text=True,
        env=environment,
        cwd=cwd,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


class _Me(BaseHTTPRequestHandler):
    def do_GET(self):
        assert self.path == "/v0.1/me"
        assert self.headers["Authorization"] == "token not-a-real-one"
        body = b'{"data": {"username": "ada", "slug": "0a1b", "avatar_url": ""}}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def call_me(into, cwd):
    server = HTTPServer(("127.0.0.1", 0), _Me)
    thread = threading.Thread(target=server.handle_request, daemon=True)
    thread.start()
    try:
        printed = imported(
            into,
            f"""
            from pathlib import Path
            import bitrise_api
            from bitrise_api import AuthenticatedClient
            from bitrise_api.api.user import user_profile
            assert Path(bitrise_api.__file__).is_relative_to({str(into)!r})
            base_url = "http://127.0.0.1:{server.server_port}/v0.1"
            with AuthenticatedClient(base_url=base_url, token="not-a-real-one", prefix="token") as client:
                print(user_profile.sync(client=client).data.username)
            """,
            cwd,
        )
    finally:
        server.server_close()
        thread.join(5)
    assert printed.strip() == "ada"

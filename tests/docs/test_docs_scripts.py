"""Each script in examples/ does its work against the sandbox and says clearly what goes wrong."""

import csv
import importlib.util
import io
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from bitrise_client import Bitrise
from bitrise_sandbox import Sandbox

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

Main = Callable[[list[str]], int]


@pytest.fixture
def script() -> Callable[[str], Main]:
    def load(name: str) -> Main:
        spec = importlib.util.spec_from_file_location(f"example_{name}", EXAMPLES / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = ModuleType(spec.name)
        spec.loader.exec_module(module)
        main: Main = module.main
        return main

    return load


@pytest.fixture
def bitrise(sandbox: Sandbox) -> "Bitrise":
    return Bitrise()


def first_app(bitrise: Bitrise) -> str:
    app = bitrise.apps.list().first()
    assert app is not None
    return app.slug


def test_every_example_is_tested() -> None:
    source = Path(__file__).read_text()
    for example in EXAMPLES.glob("*.py"):
        assert f'script("{example.stem}")' in source


def test_trigger_wait_download(
    script: Callable[[str], Main], bitrise: Bitrise, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox.script_next_build(lines=["first\n", "last\n"])
    assert script("trigger_wait_download")([first_app(bitrise), "--workflow", "primary", "--to", "out"]) == 0
    told = capsys.readouterr()
    assert told.out == "first\nlast\n"
    fetched = [line.removeprefix("fetched ") for line in told.err.splitlines() if line.startswith("fetched ")]
    assert fetched
    assert sorted(map(Path, fetched)) == sorted(Path("out").iterdir())


@pytest.mark.parametrize(
    ("outcome", "code", "said"),
    [("error", 1, "ended with error"), ("aborted", 1, "(scripted)"), ("aborted-with-success", 0, "")],
)
def test_trigger_wait_download_tells_how_the_build_ended(
    script: Callable[[str], Main],
    bitrise: Bitrise,
    sandbox: Sandbox,
    capsys: pytest.CaptureFixture[str],
    outcome: str,
    code: int,
    said: str,
) -> None:
    sandbox.script_next_build(outcome=outcome)
    assert script("trigger_wait_download")([first_app(bitrise), "--workflow", "primary"]) == code
    assert said in capsys.readouterr().err


def test_trigger_wait_download_of_an_unknown_app(
    script: Callable[[str], Main], sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script("trigger_wait_download")(["no-such-app", "--workflow", "primary"]) == 2
    assert capsys.readouterr().err == "POST /apps/no-such-app/builds -> 404: Not Found\n"


def test_build_times(script: Callable[[str], Main], bitrise: Bitrise) -> None:
    assert script("build_times")(["times.csv", "--days", "365"]) == 0
    rows = list(csv.DictReader(io.StringIO(Path("times.csv").read_text())))
    ended = {
        (app.title, str(build.build_number)): build
        for app in bitrise.apps.list()
        for build in bitrise.builds.list(app.slug)
        if build.finished_at is not None
    }
    assert len(ended) > 50
    assert {(row["app"], row["build"]) for row in rows} == ended.keys()
    for row in rows:
        build = ended[row["app"], row["build"]]
        assert row["status"] == build.status_text
        if build.started_on_worker_at is not None and build.finished_at is not None:
            assert row["ran"] == str(round((build.finished_at - build.started_on_worker_at).total_seconds()))
    assert not Path("times.csv.part").exists()


def test_build_times_leaves_the_old_report_when_it_fails(
    script: Callable[[str], Main],
    sandbox: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("times.csv").write_text("yesterday's")
    monkeypatch.setenv("BITRISE_TOKEN", "revoked")
    assert script("build_times")(["times.csv"]) == 2
    assert capsys.readouterr().err == "GET /apps -> 401: Unauthorized\n"
    assert Path("times.csv").read_text() == "yesterday's"
    assert [path.name for path in Path.cwd().iterdir()] == ["times.csv"]


def test_latest_artifact(script: Callable[[str], Main], bitrise: Bitrise, capsys: pytest.CaptureFixture[str]) -> None:
    app_slug = first_app(bitrise)
    build = bitrise.builds.latest(app_slug, workflow="primary")
    assert build is not None
    names = {
        artifact.title or "": artifact.file_size_bytes for artifact in bitrise.artifacts.list(app_slug, build.slug)
    }
    wanted = sorted(names)[0]
    assert script("latest_artifact")([app_slug, "primary", "--name", wanted, "--to", "out"]) == 0
    assert capsys.readouterr().out == f"out/{wanted}\n"
    assert Path("out", wanted).stat().st_size == names[wanted]
    assert script("latest_artifact")([app_slug, "primary", "--name", "*.none"]) == 1
    assert "has no artifact named *.none" in capsys.readouterr().err
    assert script("latest_artifact")([app_slug, "unknown"]) == 1
    assert capsys.readouterr().err == "no successful build of unknown\n"


def test_rotate_secret(
    script: Callable[[str], Main],
    bitrise: Bitrise,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    apps = list(bitrise.apps.list())
    for app in apps[:2]:
        bitrise.secrets.create(app.slug, body={"name": "ROTATED", "value": "old"})
    titles = [app.title for app in apps[:2]]
    assert script("rotate_secret")(["ROTATED", "--dry-run"]) == 0
    assert capsys.readouterr().out == "".join(f"would change in {title}\n" for title in titles)
    assert bitrise.secrets.get_value(apps[0].slug, "ROTATED") == "old"
    monkeypatch.setattr("sys.stdin", io.StringIO("new value\n"))
    assert script("rotate_secret")(["ROTATED"]) == 0
    told = capsys.readouterr()
    assert told.out == "".join(f"changed in {title}\n" for title in titles)
    assert "new value" not in told.out + told.err
    assert {bitrise.secrets.get_value(app.slug, "ROTATED") for app in apps[:2]} == {"new value"}
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert script("rotate_secret")(["ROTATED"]) == 2


def test_mirror_logs(script: Callable[[str], Main], bitrise: Bitrise, capsys: pytest.CaptureFixture[str]) -> None:
    main = script("mirror_logs")
    main(["logs", "--days", "30"])
    first = capsys.readouterr()
    files = sorted(Path("logs").rglob("*.log"))
    assert sorted(map(Path, first.out.splitlines())) == files
    assert len(files) > 5
    app_slug, build_slug = files[0].parts[1], files[0].stem
    whole = io.BytesIO()
    bitrise.builds.download_log(app_slug, build_slug, to=whole)
    assert files[0].read_bytes() == whole.getvalue()
    main(["logs", "--days", "30"])
    again = capsys.readouterr()
    assert again.out == ""
    assert sorted(again.err.splitlines()) == sorted(first.err.splitlines())


def test_mirror_logs_without_a_token(
    script: Callable[[str], Main], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BITRISE_TOKEN", raising=False)
    assert script("mirror_logs")(["logs"]) == 2
    assert "BITRISE_TOKEN" in capsys.readouterr().err

"""The index of methods is current, and the site builds without a warning."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import bitrise_client
from bitrise_api import OPERATIONS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def api_index() -> ModuleType:
    spec = importlib.util.spec_from_file_location("api_index", ROOT / "scripts" / "pipeline" / "api_index.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_index_and_the_reference_are_current(api_index: ModuleType) -> None:
    assert api_index.main(["--check"]) == 0


def test_the_index_has_every_operation_with_its_request(api_index: ModuleType) -> None:
    sections = re.split(r"^## \[(\w+)\].*$", (ROOT / "docs" / "api.md").read_text(), flags=re.MULTILINE)
    listed = {
        (resource, method)
        for resource, section in zip(sections[1::2], sections[2::2], strict=True)
        for method in re.findall(r"^\| \[`(\w+)\(.*?`\]\(.*\| `(?:GET|PUT|POST|PATCH|DELETE) /", section, re.MULTILINE)
    }
    wanted = {tuple(place.split(".")) for place in OPERATIONS.values()}
    assert wanted <= listed
    assert len(wanted) == 120


def test_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)", (ROOT / "README.md").read_text())
    assert links
    for link in links:
        assert link.startswith("https://") or (ROOT / link).exists(), link


def test_a_stale_page_is_told(
    api_index: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(api_index, "DOCS", tmp_path)
    assert api_index.main(["--check"]) == 1
    assert "docs/api.md is not current" in capsys.readouterr().err
    assert api_index.main([]) == 0
    assert api_index.main(["--check"]) == 0
    (tmp_path / "reference" / "gone.md").write_text("# gone\n")
    assert api_index.main(["--check"]) == 1
    assert api_index.main([]) == 0
    assert not (tmp_path / "reference" / "gone.md").exists()


def test_everything_exported_is_documented() -> None:
    page = (ROOT / "docs" / "client.md").read_text()
    missing = [name for name in bitrise_client.__all__ if not re.search(rf"\b{name}\b", page)]
    assert not missing


@pytest.mark.slow
def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "WARNING" not in ran.stderr
    reference = (tmp_path / "reference" / "builds" / "index.html").read_text()
    assert all(
        method in reference for method in ("BuildsWithJobs.trigger", "BuildsWithJobs.follow_log", "list_archived")
    )

"""The report page in a real browser: read, searched, opened, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bitrise_conformance.contract import Contract
from bitrise_conformance.coverage import Coverage
from bitrise_conformance.findings import Exchange, Finding
from bitrise_conformance.known import KnownIssue, Verdict
from bitrise_conformance.report import build_report, write_report
from bitrise_conformance.scrub import Scrubber

TOKEN = "bitpat_page_0123456789"
CHROMIUM = shutil.which("chromium")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with a new finding, whose answer holds markup and the token, a known one, and gaps."""
    contract = Contract.load()
    coverage = Coverage(contract, "/v0.1")
    url = "http://127.0.0.1:9/v0.1/apps/a"
    hostile = Exchange(
        "GET", url, {"Accept": "*/*"}, b"", 200, {"content-type": "application/json"},
        b'{"data": {"title": "</script><img src=http://example.invalid/x onerror=document.title=1>", "t": "%s"}}' % TOKEN.encode(),  # noqa: E501
        0.25,
    )  # fmt: skip
    seen = {"app-show": (200, 405, 418), "app-list": (200, 403, 418), "org-list": (501,)}
    coverage.counts.update({name: dict.fromkeys(statuses, 3) for name, statuses in seen.items()})
    new = Finding(
        "response-schema", "app-show", "#/components/schemas/App/required at /data", "<b>slug</b> is missing", hostile
    )
    old = Finding(
        "undocumented-field", "app-list", "#/components/schemas/App at /data/*/x", "'x' is not in the contract", hostile
    )
    teapot = Finding("undocumented-status", "app-show", "#/responses", "answered 418", hostile)
    issue = KnownIssue(old.rule, old.operation, "*", "told upstream", "https://example.invalid/7", date(2030, 1, 1))
    gone = KnownIssue("paging-loop", "build-list", "*", "was reported", "https://example.invalid/8", date(2030, 1, 1))
    scrubber = Scrubber([TOKEN])
    report = build_report(
        verdict=Verdict((new, teapot), ((old, issue),), (), (gone,)),
        counts={new.key: 4, old.key: 1},
        rows=coverage.rows(contract),
        scrubber=scrubber,
        contract=contract,
        facts={
            "against": "contract", "base_url": "http://127.0.0.1:9/v0.1", "kind": "server", "seconds": 1.5, "seed": 7,
            "started": "2026-01-01T00:00:00+00:00", "shard": "1/1", "requests": 12, "interrupted": False, "strict": False,  # noqa: E501
        },
        notes=["not tested: this and that"],
    )  # fmt: skip
    report["exit_code"] = 1
    path = tmp_path_factory.mktemp("report")
    write_report(report, path, scrubber)
    return path


def test_the_page_is_one_file_without_addresses_to_fetch(folder: Path) -> None:
    text = (folder / "index.html").read_text()
    assert TOKEN not in text
    assert "default-src 'none'" in text
    assert "</script><img" not in text


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no chromium: apt-get install chromium")
    with playwright.sync_playwright() as running:
        instance = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield instance
        instance.close()


@pytest.fixture
def page(browser: Any, folder: Path) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    opened.asked = []
    opened.problems = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("pageerror", lambda error: opened.problems.append(str(error)))
    opened.goto((folder / "index.html").as_uri())
    yield opened
    assert opened.problems == []
    assert [url for url in opened.asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def test_the_verdict_comes_first(page: Any) -> None:
    assert page.locator("h1").inner_text() == "2 new findings"
    assert page.locator("main > section").first.get_attribute("id") == "verdict"
    assert page.title().startswith("2 new findings")


def test_the_table_tells_seen_never_accepted_and_undocumented(page: Any) -> None:
    row = page.locator("#operations tr", has=page.get_by_text("app-show", exact=True))
    assert row.locator(".s.seen").all_inner_texts() == ["200 ×3"]
    assert "404" in row.locator(".s.never").all_inner_texts()
    assert row.locator(".s.right").all_inner_texts() == ["405 ×3"]
    assert row.locator(".s.alien").all_inner_texts() == ["418 ×3"]
    missing = page.locator("#operations tr", has=page.get_by_text("org-list", exact=True))
    assert "not implemented by the server" in missing.inner_text()


def test_the_legend_has_an_entry_for_each_kind_of_answer(page: Any) -> None:
    legend = page.locator("p.key")
    assert legend.locator(".s").count() == 4
    for kind in ("seen", "never", "right", "alien"):
        assert page.locator(f"#operations .s.{kind}").first.get_attribute("title") in legend.inner_text()


def test_red_is_only_what_a_finding_is_about(page: Any) -> None:
    """A usual refusal, and a status at an operation that no finding accuses, is no contradiction to the verdict."""
    without = page.locator("#operations tr", has=page.get_by_text("app-list", exact=True))
    assert without.locator(".s.alien").count() == 0
    assert without.locator(".s.right").all_inner_texts() == ["403 ×3", "418 ×3"]


def test_the_search_narrows_both_lists(page: Any) -> None:
    page.get_by_role("searchbox").fill("app-show")
    assert page.locator("#operations tr:visible").count() == 1
    assert page.locator(".finding:visible").count() == 2
    page.get_by_role("searchbox").fill("nothing like it")
    assert page.locator("#operations tr:visible").count() == 0
    assert page.get_by_role("status").inner_text() == "0 operations, 0 findings"


def test_the_filter_shows_what_is_known(page: Any) -> None:
    page.locator("#filter").select_option("known")
    assert page.locator(".finding:visible strong").all_inner_texts() == ["undocumented-field"]


def test_a_finding_opens_with_the_keyboard_and_shows_everything(page: Any) -> None:
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.locator(".finding summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(".finding").first.get_by_text("Violated").wait_for()
    text = page.locator(".finding").first.inner_text()
    for part in (
        "<b>slug</b> is missing",
        "#/components/schemas/App/required",
        "curl -sS",
        "$BITRISE_TOKEN",
        "</script><img",
        "Response 200",
    ):
        assert part in text
    assert TOKEN not in text
    assert page.locator("#findings img").count() == 0


def test_a_known_finding_gives_reason_and_end(page: Any) -> None:
    page.locator(".finding summary").nth(2).click()
    page.locator(".finding").nth(2).get_by_text("Violated").wait_for()
    assert "told upstream (until 2030-01-01)" in page.locator(".finding").nth(2).inner_text()


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_is_wider_than_the_window(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for summary in page.locator(".finding summary").all():
        summary.click()
    page.locator(".finding").last.get_by_text("Violated").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_and_light_differ_and_can_be_switched(page: Any) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(colour)
    page.locator("#theme").click()
    assert light != dark
    assert page.evaluate(colour) == light


def test_it_prints_with_the_findings_open(page: Any) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".tools").is_hidden()
    assert page.locator(".finding[open]").count() == 3

"""The changelog's entries, and what is known of the published documents."""

import copy
import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.changes import Change, changelog_entry, compare

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "published"
published = pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published documents are not here")


def read(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((PUBLISHED / f"{name}.json").read_text())
    return document


def told(changes: list[Change], rule: str) -> dict[str, tuple[str, ...]]:
    return {change.path or change.subject: change.operations for change in changes if change.rule.id == rule}


def test_an_entry_has_date_source_and_a_mark_on_what_breaks(api: Callable[..., Any]) -> None:
    old, new = api(), api(deprecated=True)
    new["paths"]["/new"] = {"get": {"operationId": "new", "responses": {}}}
    del old["paths"]["/things/{slug}"]["get"]["responses"]["200"]
    assert changelog_entry(new, old, datetime.date(2026, 8, 19), "https://example.com/swagger.json") == (
        "## 2026-08-19\n\n"
        "From `https://example.com/swagger.json`: ⚠ 2 breaking, 0 warnings, 1 other change.\n\n"
        "- `thing-show`\n"
        "  - ⚠ response 200: success answer removed\n"
        "  - no longer deprecated\n"
        "- `new`\n"
        "  - ⚠ GET /new: operation removed\n"
    )


def test_no_change_makes_no_entry_nor_does_prose(api: Callable[..., Any]) -> None:
    old = api(response={"type": "object", "properties": {"title": {"type": "string"}}})
    new = copy.deepcopy(old)
    new["info"] = {"title": "other", "description": "words", "version": "2"}
    operation = new["paths"]["/things/{slug}"]["get"]
    operation.update(summary="words", description="words", tags=["other"], externalDocs={"url": "https://example.com"})
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    schema.update(description="words", title="Words", example={"title": "a"})
    schema["properties"]["title"]["description"] = "words"
    assert changelog_entry(old, new, "2026-08-19", "file.json") == ""
    del schema["properties"]["title"]
    assert "`title`: removed" in changelog_entry(old, new, "2026-08-19", "file.json")


@published
def test_from_june_to_august_2026_the_known_fields_came_and_nothing_broke() -> None:
    changes = compare(read("2026-06-12"), read("2026-08-19"))
    assert {change.level.value for change in changes} == {"info"}
    assert {change.rule.id for change in changes} == {
        "response-property-added",
        "request-property-added",
        "schema-replaced",
    }
    added = told(changes, "response-property-added")
    assert {path: operations for path, operations in added.items() if path.endswith(".utility")} == {
        "v0.BuildResponseItemModel.utility": ("build-list", "build-show"),
        "v0.BuildListAllResponseItemModel.utility": ("build-list-all",),
        "v0.PipelineListResponseItemModel.utility": ("pipeline-list",),
        "v0.PipelineListAllResponseItemModel.utility": ("pipeline-list-all",),
    }
    assert {path for path in added if "Certificate" in path} == {
        f"v0.BuildCertificate{kind}ResponseItemModel.{name}"
        for kind in ("", "Download", "Upload")
        for name in ("file_sha256", "certificates")
    }
    assert told(changes, "request-property-added") == {
        f"v0.BuildTriggerParamsBuildParams.{name}": ("build-trigger",) for name in ("machine_type_id", "stack")
    }
    replaced = told(changes, "schema-replaced")
    assert len(replaced) == 7
    assert all(name.startswith("v0.AndroidKeystoreFile") for name in replaced)
    assert {operation for operations in replaced.values() for operation in operations} == {
        f"android-keystore-file-{verb}" for verb in ("list", "create", "show", "confirm")
    }


@published
def test_from_2021_to_2023_the_log_lost_its_answer_and_goes_structs_were_flattened() -> None:
    changes = compare(read("2021-05-10"), read("2023-10-03"))
    assert ("build-log",) in [c.operations for c in changes if c.rule.id == "response-success-removed"]
    assert not [change for change in changes if change.rule.id.endswith("type-changed") and "tag" in change.path]


@published
@pytest.mark.parametrize("name", ["2021-05-10", "2023-10-03", "2026-06-12", "2026-08-19"])
def test_a_published_document_does_not_differ_from_itself(name: str) -> None:
    assert compare(read(name), read(name)) == []

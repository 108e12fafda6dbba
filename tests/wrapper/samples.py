"""Answers as the API gives them."""

from __future__ import annotations

from typing import Any


def app(slug: str = "a", **changed: Any) -> dict[str, Any]:
    return {"slug": slug, "title": f"App {slug}", "status": 1, "is_disabled": False, "is_public": False, **changed}


def build(slug: str = "b", status: int = 1, **changed: Any) -> dict[str, Any]:
    words = ["in-progress", "success", "error", "aborted", "aborted-with-success"]
    return {
        "slug": slug,
        "build_number": 7,
        "status": status,
        "status_text": words[status] if status < len(words) else "new-state",
        "is_on_hold": False,
        "triggered_at": "2026-03-04T05:06:07Z",
        "finished_at": "2026-03-04T05:16:07Z" if status else None,
        "triggered_workflow": "primary",
        "pull_request_id": 0,
        "tag": None,
        **changed,
    }


def user(username: str = "ann") -> dict[str, Any]:
    return {"slug": "0123456789abcdef", "username": username}


def artifact(slug: str = "f", title: str | None = "app.apk", size: int = 3, url: str | None = None) -> dict[str, Any]:
    return {
        "slug": slug,
        "title": title,
        "file_size_bytes": size,
        "is_public_page_enabled": False,
        "artifact_meta": None,
        "expiring_download_url": url,
    }


def page(items: list[dict[str, Any]], next: str | None = None, **paging: Any) -> dict[str, Any]:
    return {"data": items, "paging": {"page_item_limit": 50, **({"next": next} if next else {}), **paging}}

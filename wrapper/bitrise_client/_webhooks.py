"""Outgoing webhooks: what Bitrise sends to an address of yours, parsed.

Nothing documents how a payload could be proved to come from Bitrise, so nothing here claims to check it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from ._errors import WebhookPayloadError

EVENT_HEADER = "Bitrise-Event-Type"


@attrs.frozen
class WebhookGit:
    """What was built.

    Attributes:
        provider: Such as `github`.
        src_branch: Branch that was built.
        dst_branch: Branch that a pull request goes to.
        pull_request_id: Number of the pull request, 0 or None if there is none.
        tag: Tag that was built.
    """

    provider: str | None = None
    src_branch: str | None = None
    dst_branch: str | None = None
    pull_request_id: int | None = None
    tag: str | None = None


@attrs.frozen
class WebhookEvent:
    """A build was triggered or has finished. It is delivered once, without a second try.

    Attributes:
        type: `build/triggered`, `build/finished`, or another type, as the header says.
        app_slug: The app.
        build_slug: The build.
        build_number: The build's number within its app.
        build_status: As a build's `status`: 0 not finished, 1 success, 2 error, 3 aborted, 4 aborted with success.
        workflow: The workflow that was started.
        git: What was built.
        payload: The whole body.
    """

    type: str
    app_slug: str | None
    build_slug: str | None
    build_number: int | None
    build_status: int | None
    workflow: str | None
    git: WebhookGit
    payload: Mapping[str, Any] = attrs.field(repr=False)

    @property
    def is_finished(self) -> bool:
        """Whether a build has finished."""
        return self.type == "build/finished"


def parse_webhook(body: str | bytes | bytearray | Mapping[str, Any], event_type: str) -> WebhookEvent:
    """Parse a request that an outgoing webhook made.

    Args:
        body: The request's body.
        event_type: The value of the request's header `Bitrise-Event-Type`.

    Raises:
        WebhookPayloadError: it is not such a request; the message says why.
    """
    if not event_type or not event_type.strip():
        raise WebhookPayloadError(f"the header {EVENT_HEADER} is empty")
    payload = body if isinstance(body, Mapping) else _json_object(body)
    git = payload.get("git") or {}
    if not isinstance(git, Mapping):
        raise WebhookPayloadError(f"git must be an object, not {type(git).__name__}")
    event = WebhookEvent(
        type=event_type.strip(),
        app_slug=_value(payload, "app_slug", str),
        build_slug=_value(payload, "build_slug", str),
        build_number=_value(payload, "build_number", int),
        build_status=_value(payload, "build_status", int),
        workflow=_value(payload, "build_triggered_workflow", str),
        git=WebhookGit(
            provider=_value(git, "provider", str),
            src_branch=_value(git, "src_branch", str),
            dst_branch=_value(git, "dst_branch", str),
            pull_request_id=_value(git, "pull_request_id", int),
            tag=_value(git, "tag", str),
        ),
        payload=payload,
    )
    if event.type.startswith("build/") and not event.build_slug:
        raise WebhookPayloadError("build_slug is missing")
    return event


def _json_object(body: str | bytes | bytearray) -> Mapping[str, Any]:
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        payload = None
    if not isinstance(payload, dict):
        raise WebhookPayloadError("the body is not a JSON object")
    return payload


def _value(payload: Mapping[str, Any], name: str, kind: type) -> Any:
    value = payload.get(name)
    if value is None or (isinstance(value, kind) and not isinstance(value, bool)):
        return value
    raise WebhookPayloadError(f"{name} must be {kind.__name__}, not {type(value).__name__}")

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import boolean, integer, mapping, open_enum, optional_time, text, time
from ..types import Model


@define(kw_only=True)
class BuildWithApp(Model):
    """A build with the app it belongs to.

    Attributes:
        status_text: The state in words: `in-progress`, `success`, `error`, `aborted` or `aborted-with-success`.
        is_on_hold: Whether it waits for a machine.
        triggered_workflow: Name of the workflow; may be empty, as for builds of a pipeline.
        pull_request_id: Number of the pull request; 0 when there is none.
        abort_reason: Why the build was stopped; null when it was not.
        branch: May be null.
        commit_hash: Of the commit that was built; null when the start named none.
        commit_message: Of the commit that was built; null when the start named none.
        commit_view_url: Of the commit that was built; null when the start named none.
        credit_cost: What the build cost, in credits; may be null.
        environment_prepare_finished_at: Null until it happens; for good when the build is stopped before.
        finished_at: Null until it happens; for good when the build is stopped before.
        machine_type_id: May be null.
        original_build_params: What the build was started with, as it was sent; free-form.
        pull_request_target_branch: Of the pull request; null when there is none.
        pull_request_view_url: Of the pull request; null when there is none.
        repository: The app; taken for nullable.
        stack_identifier: The stack it runs on; may be null.
        started_on_worker_at: Null until it happens; for good when the build is stopped before.
        tag: The Git tag that was built; null for branches.
        triggered_by: Who or what started the build; may be null.
    """

    slug: str
    build_number: int
    status: BuildStatus | int
    status_text: str
    is_on_hold: bool
    triggered_at: datetime
    triggered_workflow: str
    pull_request_id: int
    abort_reason: str | None = None
    branch: str | None = None
    commit_hash: str | None = None
    commit_message: str | None = None
    commit_view_url: str | None = None
    credit_cost: int | None = None
    environment_prepare_finished_at: datetime | None = None
    finished_at: datetime | None = None
    is_processed: bool | None = None
    machine_type_id: str | None = None
    original_build_params: dict[str, Any] | None = None
    pull_request_target_branch: str | None = None
    pull_request_view_url: str | None = None
    repository: App | None = None
    stack_identifier: str | None = None
    started_on_worker_at: datetime | None = None
    tag: str | None = None
    triggered_by: str | None = None
    utility: bool | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildWithApp")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.build_number = value if type(value := data["build_number"]) is int else integer(value, "build_number")
        model.status = open_enum(BuildStatus, data["status"], int, "status")
        model.status_text = value if type(value := data["status_text"]) is str else text(value, "status_text")
        model.is_on_hold = value if type(value := data["is_on_hold"]) is bool else boolean(value, "is_on_hold")
        model.triggered_at = time(data["triggered_at"], "triggered_at", texts)
        model.triggered_workflow = (
            value if type(value := data["triggered_workflow"]) is str else text(value, "triggered_workflow")
        )
        model.pull_request_id = (
            value if type(value := data["pull_request_id"]) is int else integer(value, "pull_request_id")
        )
        model.abort_reason = (
            value if (value := get("abort_reason")) is None or type(value) is str else text(value, "abort_reason")
        )
        model.branch = value if (value := get("branch")) is None or type(value) is str else text(value, "branch")
        model.commit_hash = (
            value if (value := get("commit_hash")) is None or type(value) is str else text(value, "commit_hash")
        )
        model.commit_message = (
            value if (value := get("commit_message")) is None or type(value) is str else text(value, "commit_message")
        )
        model.commit_view_url = (
            value if (value := get("commit_view_url")) is None or type(value) is str else text(value, "commit_view_url")
        )
        model.credit_cost = (
            value if (value := get("credit_cost")) is None or type(value) is int else integer(value, "credit_cost")
        )
        model.environment_prepare_finished_at = optional_time(
            get("environment_prepare_finished_at"), "environment_prepare_finished_at", texts
        )
        model.finished_at = optional_time(get("finished_at"), "finished_at", texts)
        model.is_processed = (
            value if (value := get("is_processed")) is None or type(value) is bool else boolean(value, "is_processed")
        )
        model.machine_type_id = (
            value if (value := get("machine_type_id")) is None or type(value) is str else text(value, "machine_type_id")
        )
        model.original_build_params = (
            value
            if (value := get("original_build_params")) is None or type(value) is dict
            else mapping(value, "original_build_params")
        )
        model.pull_request_target_branch = (
            value
            if (value := get("pull_request_target_branch")) is None or type(value) is str
            else text(value, "pull_request_target_branch")
        )
        model.pull_request_view_url = (
            value
            if (value := get("pull_request_view_url")) is None or type(value) is str
            else text(value, "pull_request_view_url")
        )
        model.repository = None if (value := get("repository")) is None else App.from_dict(value)
        model.stack_identifier = (
            value
            if (value := get("stack_identifier")) is None or type(value) is str
            else text(value, "stack_identifier")
        )
        model.started_on_worker_at = optional_time(get("started_on_worker_at"), "started_on_worker_at", texts)
        model.tag = value if (value := get("tag")) is None or type(value) is str else text(value, "tag")
        model.triggered_by = (
            value if (value := get("triggered_by")) is None or type(value) is str else text(value, "triggered_by")
        )
        model.utility = value if (value := get("utility")) is None or type(value) is bool else boolean(value, "utility")
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "build_number": self.build_number,
            "status": int(self.status),
            "status_text": self.status_text,
            "is_on_hold": self.is_on_hold,
            "triggered_at": self._text("triggered_at", self.triggered_at),
            "triggered_workflow": self.triggered_workflow,
            "pull_request_id": self.pull_request_id,
        }
        if self.abort_reason is not None:
            result["abort_reason"] = self.abort_reason
        if self.branch is not None:
            result["branch"] = self.branch
        if self.commit_hash is not None:
            result["commit_hash"] = self.commit_hash
        if self.commit_message is not None:
            result["commit_message"] = self.commit_message
        if self.commit_view_url is not None:
            result["commit_view_url"] = self.commit_view_url
        if self.credit_cost is not None:
            result["credit_cost"] = self.credit_cost
        if (text := self._text("environment_prepare_finished_at", self.environment_prepare_finished_at)) is not None:
            result["environment_prepare_finished_at"] = text
        if (text := self._text("finished_at", self.finished_at)) is not None:
            result["finished_at"] = text
        if self.is_processed is not None:
            result["is_processed"] = self.is_processed
        if self.machine_type_id is not None:
            result["machine_type_id"] = self.machine_type_id
        if self.original_build_params is not None:
            result["original_build_params"] = self.original_build_params
        if self.pull_request_target_branch is not None:
            result["pull_request_target_branch"] = self.pull_request_target_branch
        if self.pull_request_view_url is not None:
            result["pull_request_view_url"] = self.pull_request_view_url
        if self.repository is not None:
            result["repository"] = self.repository.to_dict()
        if self.stack_identifier is not None:
            result["stack_identifier"] = self.stack_identifier
        if (text := self._text("started_on_worker_at", self.started_on_worker_at)) is not None:
            result["started_on_worker_at"] = text
        if self.tag is not None:
            result["tag"] = self.tag
        if self.triggered_by is not None:
            result["triggered_by"] = self.triggered_by
        if self.utility is not None:
            result["utility"] = self.utility
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "build_number",
        "status",
        "status_text",
        "is_on_hold",
        "triggered_at",
        "triggered_workflow",
        "pull_request_id",
        "abort_reason",
        "branch",
        "commit_hash",
        "commit_message",
        "commit_view_url",
        "credit_cost",
        "environment_prepare_finished_at",
        "finished_at",
        "is_processed",
        "machine_type_id",
        "original_build_params",
        "pull_request_target_branch",
        "pull_request_view_url",
        "repository",
        "stack_identifier",
        "started_on_worker_at",
        "tag",
        "triggered_by",
        "utility",
    )
)

from .app import App  # noqa: E402
from .build_status import BuildStatus  # noqa: E402

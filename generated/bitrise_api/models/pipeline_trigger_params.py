from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class PipelineTriggerParams(Model):
    """What a listed pipeline was started with."""

    base_repository_url: str | None = None
    branch: str | None = None
    branch_dest: str | None = None
    branch_dest_repo_owner: str | None = None
    branch_repo_owner: str | None = None
    commit_hash: str | None = None
    commit_message: str | None = None
    commit_messages: list[str] | None = None
    commit_paths: list[PipelineCommitPaths] | None = None
    environments: list[PipelineEnvironment] | None = None
    head_repository_url: str | None = None
    machine_type_id: str | None = None
    priority: int | None = None
    pull_request_author: str | None = None
    pull_request_comment: str | None = None
    pull_request_comment_id: str | None = None
    pull_request_head_branch: str | None = None
    pull_request_id: Any = None
    pull_request_labels: list[str] | None = None
    pull_request_labels_added: list[str] | None = None
    pull_request_merge_branch: str | None = None
    pull_request_ready_state: str | None = None
    pull_request_repository_url: str | None = None
    pull_request_unverified_merge_branch: str | None = None
    skip_git_status_report: bool | None = None
    stack: str | None = None
    tag: Any = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "PipelineTriggerParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.base_repository_url = (
            value
            if (value := get("base_repository_url")) is None or type(value) is str
            else text(value, "base_repository_url")
        )
        model.branch = value if (value := get("branch")) is None or type(value) is str else text(value, "branch")
        model.branch_dest = (
            value if (value := get("branch_dest")) is None or type(value) is str else text(value, "branch_dest")
        )
        model.branch_dest_repo_owner = (
            value
            if (value := get("branch_dest_repo_owner")) is None or type(value) is str
            else text(value, "branch_dest_repo_owner")
        )
        model.branch_repo_owner = (
            value
            if (value := get("branch_repo_owner")) is None or type(value) is str
            else text(value, "branch_repo_owner")
        )
        model.commit_hash = (
            value if (value := get("commit_hash")) is None or type(value) is str else text(value, "commit_hash")
        )
        model.commit_message = (
            value if (value := get("commit_message")) is None or type(value) is str else text(value, "commit_message")
        )
        model.commit_messages = (
            None
            if (value := get("commit_messages")) is None
            else [text(item, "commit_messages") for item in array(value, "commit_messages")]
        )
        model.commit_paths = (
            None
            if (value := get("commit_paths")) is None
            else [PipelineCommitPaths.from_dict(item) for item in array(value, "commit_paths")]
        )
        model.environments = (
            None
            if (value := get("environments")) is None
            else [PipelineEnvironment.from_dict(item) for item in array(value, "environments")]
        )
        model.head_repository_url = (
            value
            if (value := get("head_repository_url")) is None or type(value) is str
            else text(value, "head_repository_url")
        )
        model.machine_type_id = (
            value if (value := get("machine_type_id")) is None or type(value) is str else text(value, "machine_type_id")
        )
        model.priority = (
            value if (value := get("priority")) is None or type(value) is int else integer(value, "priority")
        )
        model.pull_request_author = (
            value
            if (value := get("pull_request_author")) is None or type(value) is str
            else text(value, "pull_request_author")
        )
        model.pull_request_comment = (
            value
            if (value := get("pull_request_comment")) is None or type(value) is str
            else text(value, "pull_request_comment")
        )
        model.pull_request_comment_id = (
            value
            if (value := get("pull_request_comment_id")) is None or type(value) is str
            else text(value, "pull_request_comment_id")
        )
        model.pull_request_head_branch = (
            value
            if (value := get("pull_request_head_branch")) is None or type(value) is str
            else text(value, "pull_request_head_branch")
        )
        model.pull_request_id = get("pull_request_id")
        model.pull_request_labels = (
            None
            if (value := get("pull_request_labels")) is None
            else [text(item, "pull_request_labels") for item in array(value, "pull_request_labels")]
        )
        model.pull_request_labels_added = (
            None
            if (value := get("pull_request_labels_added")) is None
            else [text(item, "pull_request_labels_added") for item in array(value, "pull_request_labels_added")]
        )
        model.pull_request_merge_branch = (
            value
            if (value := get("pull_request_merge_branch")) is None or type(value) is str
            else text(value, "pull_request_merge_branch")
        )
        model.pull_request_ready_state = (
            value
            if (value := get("pull_request_ready_state")) is None or type(value) is str
            else text(value, "pull_request_ready_state")
        )
        model.pull_request_repository_url = (
            value
            if (value := get("pull_request_repository_url")) is None or type(value) is str
            else text(value, "pull_request_repository_url")
        )
        model.pull_request_unverified_merge_branch = (
            value
            if (value := get("pull_request_unverified_merge_branch")) is None or type(value) is str
            else text(value, "pull_request_unverified_merge_branch")
        )
        model.skip_git_status_report = (
            value
            if (value := get("skip_git_status_report")) is None or type(value) is bool
            else boolean(value, "skip_git_status_report")
        )
        model.stack = value if (value := get("stack")) is None or type(value) is str else text(value, "stack")
        model.tag = get("tag")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.base_repository_url is not None:
            result["base_repository_url"] = self.base_repository_url
        if self.branch is not None:
            result["branch"] = self.branch
        if self.branch_dest is not None:
            result["branch_dest"] = self.branch_dest
        if self.branch_dest_repo_owner is not None:
            result["branch_dest_repo_owner"] = self.branch_dest_repo_owner
        if self.branch_repo_owner is not None:
            result["branch_repo_owner"] = self.branch_repo_owner
        if self.commit_hash is not None:
            result["commit_hash"] = self.commit_hash
        if self.commit_message is not None:
            result["commit_message"] = self.commit_message
        if self.commit_messages is not None:
            result["commit_messages"] = self.commit_messages
        if self.commit_paths is not None:
            result["commit_paths"] = [item.to_dict() for item in self.commit_paths]
        if self.environments is not None:
            result["environments"] = [item.to_dict() for item in self.environments]
        if self.head_repository_url is not None:
            result["head_repository_url"] = self.head_repository_url
        if self.machine_type_id is not None:
            result["machine_type_id"] = self.machine_type_id
        if self.priority is not None:
            result["priority"] = self.priority
        if self.pull_request_author is not None:
            result["pull_request_author"] = self.pull_request_author
        if self.pull_request_comment is not None:
            result["pull_request_comment"] = self.pull_request_comment
        if self.pull_request_comment_id is not None:
            result["pull_request_comment_id"] = self.pull_request_comment_id
        if self.pull_request_head_branch is not None:
            result["pull_request_head_branch"] = self.pull_request_head_branch
        if self.pull_request_id is not None:
            result["pull_request_id"] = self.pull_request_id
        if self.pull_request_labels is not None:
            result["pull_request_labels"] = self.pull_request_labels
        if self.pull_request_labels_added is not None:
            result["pull_request_labels_added"] = self.pull_request_labels_added
        if self.pull_request_merge_branch is not None:
            result["pull_request_merge_branch"] = self.pull_request_merge_branch
        if self.pull_request_ready_state is not None:
            result["pull_request_ready_state"] = self.pull_request_ready_state
        if self.pull_request_repository_url is not None:
            result["pull_request_repository_url"] = self.pull_request_repository_url
        if self.pull_request_unverified_merge_branch is not None:
            result["pull_request_unverified_merge_branch"] = self.pull_request_unverified_merge_branch
        if self.skip_git_status_report is not None:
            result["skip_git_status_report"] = self.skip_git_status_report
        if self.stack is not None:
            result["stack"] = self.stack
        if self.tag is not None:
            result["tag"] = self.tag
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "base_repository_url",
        "branch",
        "branch_dest",
        "branch_dest_repo_owner",
        "branch_repo_owner",
        "commit_hash",
        "commit_message",
        "commit_messages",
        "commit_paths",
        "environments",
        "head_repository_url",
        "machine_type_id",
        "priority",
        "pull_request_author",
        "pull_request_comment",
        "pull_request_comment_id",
        "pull_request_head_branch",
        "pull_request_id",
        "pull_request_labels",
        "pull_request_labels_added",
        "pull_request_merge_branch",
        "pull_request_ready_state",
        "pull_request_repository_url",
        "pull_request_unverified_merge_branch",
        "skip_git_status_report",
        "stack",
        "tag",
    )
)

from .pipeline_commit_paths import PipelineCommitPaths  # noqa: E402
from .pipeline_environment import PipelineEnvironment  # noqa: E402

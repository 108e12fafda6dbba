from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, boolean, integer, mapping, text
from ..types import Model


@define(kw_only=True)
class BuildParams(Model):
    """What to build, and how.

    Attributes:
        branch: The branch to build.
        branch_dest: The branch that a pull request is to be merged into.
        commit_hash: The commit to build.
        commit_message: The message shown with the build.
        environments: Environment variables for this build only.
        machine_type_id: Machine type to run on, instead of the app's.
        pipeline_id: Name of the pipeline to run.
        priority: Place in the queue: a higher number goes first.
        pull_request_id: Number of the pull request.
        secrets: Secrets for this build only.
        skip_git_status_report: Whether not to tell the Git provider how the build ended.
        stack: Stack to run on, instead of the app's.
        tag: The Git tag to build.
        workflow_id: Name of the workflow to run; by the app's triggers when neither this nor `pipeline_id` is
            given.
    """

    base_repository_url: str | None = None
    branch: str | None = None
    branch_dest: str | None = None
    branch_dest_repo_owner: str | None = None
    branch_repo_owner: str | None = None
    build_request_slug: str | None = None
    commit_hash: str | None = None
    commit_message: str | None = None
    commit_paths: list[CommitPaths] | None = None
    diff_url: str | None = None
    environments: list[BuildEnvironment] | None = None
    head_repository_url: str | None = None
    machine_type_id: str | None = None
    pipeline_id: str | None = None
    priority: int | None = None
    pull_request_author: str | None = None
    pull_request_head_branch: str | None = None
    pull_request_id: Any = None
    pull_request_merge_branch: str | None = None
    pull_request_repository_url: str | None = None
    pull_request_unverified_merge_branch: str | None = None
    secrets: list[BuildSecret] | None = None
    skip_git_status_report: bool | None = None
    stack: str | None = None
    tag: str | None = None
    workflow_id: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildParams")
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
        model.build_request_slug = (
            value
            if (value := get("build_request_slug")) is None or type(value) is str
            else text(value, "build_request_slug")
        )
        model.commit_hash = (
            value if (value := get("commit_hash")) is None or type(value) is str else text(value, "commit_hash")
        )
        model.commit_message = (
            value if (value := get("commit_message")) is None or type(value) is str else text(value, "commit_message")
        )
        model.commit_paths = (
            None
            if (value := get("commit_paths")) is None
            else [CommitPaths.from_dict(item) for item in array(value, "commit_paths")]
        )
        model.diff_url = value if (value := get("diff_url")) is None or type(value) is str else text(value, "diff_url")
        model.environments = (
            None
            if (value := get("environments")) is None
            else [BuildEnvironment.from_dict(item) for item in array(value, "environments")]
        )
        model.head_repository_url = (
            value
            if (value := get("head_repository_url")) is None or type(value) is str
            else text(value, "head_repository_url")
        )
        model.machine_type_id = (
            value if (value := get("machine_type_id")) is None or type(value) is str else text(value, "machine_type_id")
        )
        model.pipeline_id = (
            value if (value := get("pipeline_id")) is None or type(value) is str else text(value, "pipeline_id")
        )
        model.priority = (
            value if (value := get("priority")) is None or type(value) is int else integer(value, "priority")
        )
        model.pull_request_author = (
            value
            if (value := get("pull_request_author")) is None or type(value) is str
            else text(value, "pull_request_author")
        )
        model.pull_request_head_branch = (
            value
            if (value := get("pull_request_head_branch")) is None or type(value) is str
            else text(value, "pull_request_head_branch")
        )
        model.pull_request_id = get("pull_request_id")
        model.pull_request_merge_branch = (
            value
            if (value := get("pull_request_merge_branch")) is None or type(value) is str
            else text(value, "pull_request_merge_branch")
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
        model.secrets = (
            None
            if (value := get("secrets")) is None
            else [BuildSecret.from_dict(item) for item in array(value, "secrets")]
        )
        model.skip_git_status_report = (
            value
            if (value := get("skip_git_status_report")) is None or type(value) is bool
            else boolean(value, "skip_git_status_report")
        )
        model.stack = value if (value := get("stack")) is None or type(value) is str else text(value, "stack")
        model.tag = value if (value := get("tag")) is None or type(value) is str else text(value, "tag")
        model.workflow_id = (
            value if (value := get("workflow_id")) is None or type(value) is str else text(value, "workflow_id")
        )
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
        if self.build_request_slug is not None:
            result["build_request_slug"] = self.build_request_slug
        if self.commit_hash is not None:
            result["commit_hash"] = self.commit_hash
        if self.commit_message is not None:
            result["commit_message"] = self.commit_message
        if self.commit_paths is not None:
            result["commit_paths"] = [item.to_dict() for item in self.commit_paths]
        if self.diff_url is not None:
            result["diff_url"] = self.diff_url
        if self.environments is not None:
            result["environments"] = [item.to_dict() for item in self.environments]
        if self.head_repository_url is not None:
            result["head_repository_url"] = self.head_repository_url
        if self.machine_type_id is not None:
            result["machine_type_id"] = self.machine_type_id
        if self.pipeline_id is not None:
            result["pipeline_id"] = self.pipeline_id
        if self.priority is not None:
            result["priority"] = self.priority
        if self.pull_request_author is not None:
            result["pull_request_author"] = self.pull_request_author
        if self.pull_request_head_branch is not None:
            result["pull_request_head_branch"] = self.pull_request_head_branch
        if self.pull_request_id is not None:
            result["pull_request_id"] = self.pull_request_id
        if self.pull_request_merge_branch is not None:
            result["pull_request_merge_branch"] = self.pull_request_merge_branch
        if self.pull_request_repository_url is not None:
            result["pull_request_repository_url"] = self.pull_request_repository_url
        if self.pull_request_unverified_merge_branch is not None:
            result["pull_request_unverified_merge_branch"] = self.pull_request_unverified_merge_branch
        if self.secrets is not None:
            result["secrets"] = [item.to_dict() for item in self.secrets]
        if self.skip_git_status_report is not None:
            result["skip_git_status_report"] = self.skip_git_status_report
        if self.stack is not None:
            result["stack"] = self.stack
        if self.tag is not None:
            result["tag"] = self.tag
        if self.workflow_id is not None:
            result["workflow_id"] = self.workflow_id
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
        "build_request_slug",
        "commit_hash",
        "commit_message",
        "commit_paths",
        "diff_url",
        "environments",
        "head_repository_url",
        "machine_type_id",
        "pipeline_id",
        "priority",
        "pull_request_author",
        "pull_request_head_branch",
        "pull_request_id",
        "pull_request_merge_branch",
        "pull_request_repository_url",
        "pull_request_unverified_merge_branch",
        "secrets",
        "skip_git_status_report",
        "stack",
        "tag",
        "workflow_id",
    )
)

from .build_environment import BuildEnvironment  # noqa: E402
from .build_secret import BuildSecret  # noqa: E402
from .commit_paths import CommitPaths  # noqa: E402

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class BuildAbortParams(Model):
    """Why and how a build is stopped.

    Attributes:
        abort_reason: Why, for people to read.
        abort_with_success: Whether the build counts as a success.
        skip_git_status_report: Whether not to tell the Git provider.
        skip_notifications: Whether to send no e-mail.
    """

    abort_reason: str | None = None
    abort_with_success: bool | None = None
    skip_git_status_report: bool | None = None
    skip_notifications: bool | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BuildAbortParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.abort_reason = (
            value if (value := get("abort_reason")) is None or type(value) is str else text(value, "abort_reason")
        )
        model.abort_with_success = (
            value
            if (value := get("abort_with_success")) is None or type(value) is bool
            else boolean(value, "abort_with_success")
        )
        model.skip_git_status_report = (
            value
            if (value := get("skip_git_status_report")) is None or type(value) is bool
            else boolean(value, "skip_git_status_report")
        )
        model.skip_notifications = (
            value
            if (value := get("skip_notifications")) is None or type(value) is bool
            else boolean(value, "skip_notifications")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.abort_reason is not None:
            result["abort_reason"] = self.abort_reason
        if self.abort_with_success is not None:
            result["abort_with_success"] = self.abort_with_success
        if self.skip_git_status_report is not None:
            result["skip_git_status_report"] = self.skip_git_status_report
        if self.skip_notifications is not None:
            result["skip_notifications"] = self.skip_notifications
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "abort_reason",
        "abort_with_success",
        "skip_git_status_report",
        "skip_notifications",
    )
)

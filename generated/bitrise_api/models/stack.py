from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, text
from ..types import Model


@define(kw_only=True)
class Stack(Model):
    """A stack: the virtual machine that builds run on.

    Attributes:
        os: Operating system: linux or macos.
        removal_date: Day on which the stack goes away, as YYYY-MM-DD; for frozen stacks.
        status: Where the stack is in its life: edge, stable or frozen.
    """

    description: str | None = None
    id: str | None = None
    os: str | None = None
    os_version: int | None = None
    removal_date: str | None = None
    stack_report: str | None = None
    status: str | None = None
    title: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "Stack")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.description = (
            value if (value := get("description")) is None or type(value) is str else text(value, "description")
        )
        model.id = value if (value := get("id")) is None or type(value) is str else text(value, "id")
        model.os = value if (value := get("os")) is None or type(value) is str else text(value, "os")
        model.os_version = (
            value if (value := get("os_version")) is None or type(value) is int else integer(value, "os_version")
        )
        model.removal_date = (
            value if (value := get("removal-date")) is None or type(value) is str else text(value, "removal-date")
        )
        model.stack_report = (
            value if (value := get("stack-report")) is None or type(value) is str else text(value, "stack-report")
        )
        model.status = value if (value := get("status")) is None or type(value) is str else text(value, "status")
        model.title = value if (value := get("title")) is None or type(value) is str else text(value, "title")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.description is not None:
            result["description"] = self.description
        if self.id is not None:
            result["id"] = self.id
        if self.os is not None:
            result["os"] = self.os
        if self.os_version is not None:
            result["os_version"] = self.os_version
        if self.removal_date is not None:
            result["removal-date"] = self.removal_date
        if self.stack_report is not None:
            result["stack-report"] = self.stack_report
        if self.status is not None:
            result["status"] = self.status
        if self.title is not None:
            result["title"] = self.title
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "description",
        "id",
        "os",
        "os_version",
        "removal-date",
        "stack-report",
        "status",
        "title",
    )
)

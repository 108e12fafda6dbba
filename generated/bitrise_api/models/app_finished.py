from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class AppFinished(Model):
    """The app is ready."""

    status: str
    branch_name: str | None = None
    build_trigger_token: str | None = field(repr=False, default=None)
    is_webhook_auto_reg_supported: bool | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "AppFinished")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.status = value if type(value := data["status"]) is str else text(value, "status")
        model.branch_name = (
            value if (value := get("branch_name")) is None or type(value) is str else text(value, "branch_name")
        )
        model.build_trigger_token = (
            value
            if (value := get("build_trigger_token")) is None or type(value) is str
            else text(value, "build_trigger_token")
        )
        model.is_webhook_auto_reg_supported = (
            value
            if (value := get("is_webhook_auto_reg_supported")) is None or type(value) is bool
            else boolean(value, "is_webhook_auto_reg_supported")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "status": self.status,
        }
        if self.branch_name is not None:
            result["branch_name"] = self.branch_name
        if self.build_trigger_token is not None:
            result["build_trigger_token"] = self.build_trigger_token
        if self.is_webhook_auto_reg_supported is not None:
            result["is_webhook_auto_reg_supported"] = self.is_webhook_auto_reg_supported
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "status",
        "branch_name",
        "build_trigger_token",
        "is_webhook_auto_reg_supported",
    )
)

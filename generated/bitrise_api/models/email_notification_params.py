from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class EmailNotificationParams(Model):
    """When an app sends e-mail about its builds.

    Attributes:
        on_failure: `always`, `never` or `change`.
        on_success: `always`, `never` or `change`.
    """

    on_failure: str | None = None
    on_success: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "EmailNotificationParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.on_failure = (
            value if (value := get("on_failure")) is None or type(value) is str else text(value, "on_failure")
        )
        model.on_success = (
            value if (value := get("on_success")) is None or type(value) is str else text(value, "on_success")
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {}
        if self.on_failure is not None:
            result["on_failure"] = self.on_failure
        if self.on_success is not None:
            result["on_success"] = self.on_success
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "on_failure",
        "on_success",
    )
)

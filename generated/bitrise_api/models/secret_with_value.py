from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..codec import boolean, mapping, text
from ..types import Model


@define(kw_only=True)
class SecretWithValue(Model):
    """A secret; its value is absent when it is protected.

    Attributes:
        name: Name of the environment variable.
        expand_in_step_inputs: Whether variables in the value are replaced when a step reads it.
        id: Identifier of the secret.
        is_exposed_for_pull_requests: Whether builds of pull requests see it.
        is_protected: Whether its value can no longer be read, by anyone.
        scope: Where it is available.
        value: The value, unless protected.
    """

    name: str
    expand_in_step_inputs: bool | None = None
    id: str | None = None
    is_exposed_for_pull_requests: bool | None = None
    is_protected: bool | None = None
    scope: str | None = None
    value: str | None = field(repr=False, default=None)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "SecretWithValue")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.name = value if type(value := data["name"]) is str else text(value, "name")
        model.expand_in_step_inputs = (
            value
            if (value := get("expand_in_step_inputs")) is None or type(value) is bool
            else boolean(value, "expand_in_step_inputs")
        )
        model.id = value if (value := get("id")) is None or type(value) is str else text(value, "id")
        model.is_exposed_for_pull_requests = (
            value
            if (value := get("is_exposed_for_pull_requests")) is None or type(value) is bool
            else boolean(value, "is_exposed_for_pull_requests")
        )
        model.is_protected = (
            value if (value := get("is_protected")) is None or type(value) is bool else boolean(value, "is_protected")
        )
        model.scope = value if (value := get("scope")) is None or type(value) is str else text(value, "scope")
        model.value = value if (value := get("value")) is None or type(value) is str else text(value, "value")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "name": self.name,
        }
        if self.expand_in_step_inputs is not None:
            result["expand_in_step_inputs"] = self.expand_in_step_inputs
        if self.id is not None:
            result["id"] = self.id
        if self.is_exposed_for_pull_requests is not None:
            result["is_exposed_for_pull_requests"] = self.is_exposed_for_pull_requests
        if self.is_protected is not None:
            result["is_protected"] = self.is_protected
        if self.scope is not None:
            result["scope"] = self.scope
        if self.value is not None:
            result["value"] = self.value
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "name",
        "expand_in_step_inputs",
        "id",
        "is_exposed_for_pull_requests",
        "is_protected",
        "scope",
        "value",
    )
)

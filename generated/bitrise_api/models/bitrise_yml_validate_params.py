from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, text
from ..types import Model


@define(kw_only=True)
class BitriseYmlValidateParams(Model):
    """A configuration to validate.

    Attributes:
        bitrise_yml: The configuration as YAML text.
    """

    bitrise_yml: str

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BitriseYmlValidateParams")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.bitrise_yml = value if type(value := data["bitrise_yml"]) is str else text(value, "bitrise_yml")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "bitrise_yml": self.bitrise_yml,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("bitrise_yml",))

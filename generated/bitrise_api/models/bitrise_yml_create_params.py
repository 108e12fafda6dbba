from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping, one_of, text
from ..types import Model


@define(kw_only=True)
class BitriseYmlCreateParams(Model):
    """The bitrise.yml to store.

    Attributes:
        app_config_datastore_yaml: The bitrise.yml: YAML text, or the same structure as JSON.
    """

    app_config_datastore_yaml: str | dict[str, Any]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "BitriseYmlCreateParams")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.app_config_datastore_yaml = one_of(
            data["app_config_datastore_yaml"],
            "app_config_datastore_yaml",
            (
                lambda option: text(option, "app_config_datastore_yaml"),
                lambda option: mapping(option, "app_config_datastore_yaml"),
            ),
        )
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "app_config_datastore_yaml": self.app_config_datastore_yaml,
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("app_config_datastore_yaml",))

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import mapping
from ..types import Model


@define(kw_only=True)
class WebhookDeliveryItemEnvelope(Model):
    """Answer that holds one delivery."""

    data: WebhookDeliveryItem

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "WebhookDeliveryItemEnvelope")
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.data = WebhookDeliveryItem.from_dict(data["data"])
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "data": self.data.to_dict(),
        }
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(("data",))

from .webhook_delivery_item import WebhookDeliveryItem  # noqa: E402

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from ..codec import array, mapping, text
from ..types import Model


@define(kw_only=True)
class OutgoingWebhookUpdateParams(Model):
    """What a webhook becomes.

    Attributes:
        events: What to be told of: `all`, `build` or `pipeline`.
    """

    events: list[str]
    url: str
    headers: dict[str, Any] | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "OutgoingWebhookUpdateParams")
        get = data.get
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.events = [text(item, "events") for item in array(data["events"], "events")]
        model.url = value if type(value := data["url"]) is str else text(value, "url")
        model.headers = value if (value := get("headers")) is None or type(value) is dict else mapping(value, "headers")
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "events": self.events,
            "url": self.url,
        }
        if self.headers is not None:
            result["headers"] = self.headers
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "events",
        "url",
        "headers",
    )
)

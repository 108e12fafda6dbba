from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import integer, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class WebhookDeliveryItem(Model):
    """One delivery of a webhook: what was sent, and what came back.

    Attributes:
        response_body: What the receiver answered; null when it did not.
        response_headers: What the receiver answered; null when it did not.
        response_http_status: What the receiver answered; null when it did not.
        response_seconds: How long the receiver took, in seconds.
    """

    slug: str
    created_at: datetime | None = None
    request_headers: str | None = None
    request_payload: str | None = None
    request_url: str | None = None
    response_body: str | None = None
    response_headers: str | None = None
    response_http_status: int | None = None
    response_seconds: int | None = None
    updated_at: datetime | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "WebhookDeliveryItem")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.request_headers = (
            value if (value := get("request_headers")) is None or type(value) is str else text(value, "request_headers")
        )
        model.request_payload = (
            value if (value := get("request_payload")) is None or type(value) is str else text(value, "request_payload")
        )
        model.request_url = (
            value if (value := get("request_url")) is None or type(value) is str else text(value, "request_url")
        )
        model.response_body = (
            value if (value := get("response_body")) is None or type(value) is str else text(value, "response_body")
        )
        model.response_headers = (
            value
            if (value := get("response_headers")) is None or type(value) is str
            else text(value, "response_headers")
        )
        model.response_http_status = (
            value
            if (value := get("response_http_status")) is None or type(value) is int
            else integer(value, "response_http_status")
        )
        model.response_seconds = (
            value
            if (value := get("response_seconds")) is None or type(value) is int
            else integer(value, "response_seconds")
        )
        model.updated_at = optional_time(get("updated_at"), "updated_at", texts)
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
        }
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if self.request_headers is not None:
            result["request_headers"] = self.request_headers
        if self.request_payload is not None:
            result["request_payload"] = self.request_payload
        if self.request_url is not None:
            result["request_url"] = self.request_url
        if self.response_body is not None:
            result["response_body"] = self.response_body
        if self.response_headers is not None:
            result["response_headers"] = self.response_headers
        if self.response_http_status is not None:
            result["response_http_status"] = self.response_http_status
        if self.response_seconds is not None:
            result["response_seconds"] = self.response_seconds
        if (text := self._text("updated_at", self.updated_at)) is not None:
            result["updated_at"] = text
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "created_at",
        "request_headers",
        "request_payload",
        "request_url",
        "response_body",
        "response_headers",
        "response_http_status",
        "response_seconds",
        "updated_at",
    )
)

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define

from ..codec import boolean, integer, mapping, optional_time, text
from ..types import Model


@define(kw_only=True)
class User(Model):
    """A user.

    Attributes:
        avatar_url: Address of the picture; empty when there is none.
        is_chat_available: Whether the user can chat with support.
    """

    slug: str
    username: str
    avatar_url: str | None = None
    created_at: datetime | None = None
    data_id: int | None = None
    email: str | None = None
    has_used_organization_trial: bool | None = None
    is_chat_available: bool | None = None
    payment_processor: str | None = None
    unconfirmed_email: str | None = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Raises KeyError, TypeError or ValueError where `data` is not such an object."""
        data = mapping(data, "User")
        get = data.get
        texts: dict[str, str] = {}
        # Attribute by attribute: __init__ with its keywords costs more than the reading.
        model = cls.__new__(cls)
        model._extra = model._texts = None
        model.slug = value if type(value := data["slug"]) is str else text(value, "slug")
        model.username = value if type(value := data["username"]) is str else text(value, "username")
        model.avatar_url = (
            value if (value := get("avatar_url")) is None or type(value) is str else text(value, "avatar_url")
        )
        model.created_at = optional_time(get("created_at"), "created_at", texts)
        model.data_id = value if (value := get("data_id")) is None or type(value) is int else integer(value, "data_id")
        model.email = value if (value := get("email")) is None or type(value) is str else text(value, "email")
        model.has_used_organization_trial = (
            value
            if (value := get("has_used_organization_trial")) is None or type(value) is bool
            else boolean(value, "has_used_organization_trial")
        )
        model.is_chat_available = (
            value
            if (value := get("is_chat_available")) is None or type(value) is bool
            else boolean(value, "is_chat_available")
        )
        model.payment_processor = (
            value
            if (value := get("payment_processor")) is None or type(value) is str
            else text(value, "payment_processor")
        )
        model.unconfirmed_email = (
            value
            if (value := get("unconfirmed_email")) is None or type(value) is str
            else text(value, "unconfirmed_email")
        )
        if texts:
            model._texts = texts
        if not _KNOWN.issuperset(data):
            model._keep(data, _KNOWN)
        return model

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; what is None is left out."""
        result: dict[str, Any] = {
            "slug": self.slug,
            "username": self.username,
        }
        if self.avatar_url is not None:
            result["avatar_url"] = self.avatar_url
        if (text := self._text("created_at", self.created_at)) is not None:
            result["created_at"] = text
        if self.data_id is not None:
            result["data_id"] = self.data_id
        if self.email is not None:
            result["email"] = self.email
        if self.has_used_organization_trial is not None:
            result["has_used_organization_trial"] = self.has_used_organization_trial
        if self.is_chat_available is not None:
            result["is_chat_available"] = self.is_chat_available
        if self.payment_processor is not None:
            result["payment_processor"] = self.payment_processor
        if self.unconfirmed_email is not None:
            result["unconfirmed_email"] = self.unconfirmed_email
        if self._extra:
            result.update(self._extra)
        return result


_KNOWN = frozenset(
    (
        "slug",
        "username",
        "avatar_url",
        "created_at",
        "data_id",
        "email",
        "has_used_organization_trial",
        "is_chat_available",
        "payment_processor",
        "unconfirmed_email",
    )
)

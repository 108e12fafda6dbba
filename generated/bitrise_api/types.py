"""The base of all models, and what a call of `bitrise_api.api` answers."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from attrs import define, field, frozen

from .codec import format_time, original_time, present

T = TypeVar("T")


@define(kw_only=True)
class Model:
    """A JSON object of the API.

    What is absent and what is null both read as None. `to_dict()` gives back what came, a null perhaps as absent.
    """

    _extra: dict[str, Any] | None = field(init=False, default=None, repr=False, eq=present)
    # Spellings of moments that `format_time` would write differently, and moments that read as None.
    _texts: dict[str, str] | None = field(init=False, default=None, repr=False, eq=False)

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Members of the object that the contract does not know, as JSON values."""
        if self._extra is None:
            self._extra = {}
        return self._extra

    def _keep(self, data: Mapping[str, Any], known: frozenset[str]) -> None:
        self._extra = {key: value for key, value in data.items() if key not in known}

    def _text(self, key: str, value: Any) -> str | None:
        text = self._texts.get(key) if self._texts else None
        if text is not None and original_time(text, value):
            return text
        return None if value is None else format_time(value)


@frozen
class Response(Generic[T]):
    """A successful answer: status code, body, header fields, and the body as the contract describes it."""

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    parsed: T


__all__ = ["Model", "Response"]

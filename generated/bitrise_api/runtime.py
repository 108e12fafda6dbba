"""What a resource hands to a transport, and what a transport gives back."""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from typing import Any, Literal, Protocol, TypeVar
from urllib.parse import quote

from attrs import field, frozen

T = TypeVar("T")

Query = str | int | float | bool | list[str] | list[int]


@frozen
class Pagination:
    """How a list operation gives its next page.

    `style` is "cursor": the value at the path `next` of an answer is sent as the query parameter `parameter`; or
    "window": there is no cursor, and the query parameters `after` and `before`, in seconds since 1970, bound the
    field `timestamp` of the items. `items` is the path of the items in an answer, `limit` the parameter that bounds
    their number.
    """

    style: str
    items: str
    next: str | None = None
    parameter: str | None = None
    after: str | None = None
    before: str | None = None
    limit: str | None = None
    timestamp: str | None = None


@frozen
class Request:
    """A call of one operation, ready to be sent.

    `path` has its parameters percent-encoded, `template` has them in braces. `params` and `headers` have no None.
    The body is `json`, or `content`, a text of the media type `content_type`; None is no body. A repr shows neither:
    they may hold a secret.

    `accept` is what a success holds: "json", "text", "none", or "any" where the contract does not know: JSON if it is
    that, text if not.
    """

    operation: str
    method: str
    path: str
    template: str
    params: Mapping[str, Query] | None = None
    json: Any = field(default=None, repr=False)
    content: str | None = field(default=None, repr=False)
    content_type: str | None = None
    accept: Literal["json", "text", "any", "none"] = "json"
    pagination: Pagination | None = None
    headers: Mapping[str, str] | None = None


class Page(list[T]):
    """The items of one page; `next_cursor` is what the cursor parameter takes to go on, None on the last page."""

    __slots__ = ("next_cursor",)

    def __init__(self, items: Iterable[T] = (), next_cursor: str | None = None) -> None:
        super().__init__(items)
        self.next_cursor = next_cursor


class Pager(Protocol[T]):
    """Every item of every page of a list; nothing is asked for before the first item is."""

    def __iter__(self) -> Iterator[T]: ...

    def pages(self) -> Iterator[Page[T]]:
        """Page by page."""
        ...

    def first(self) -> T | None:
        """The first item; None when there is none."""
        ...

    def collect(self, *, limit: int | None = None) -> list[T]:
        """All items, or the first `limit`."""
        ...

    def look_ahead(self) -> "Pager[T]":
        """The same items; the next page is asked for while one is being used."""
        ...


class AsyncPager(Protocol[T]):
    """Every item of every page of a list; nothing is asked for before the first item is."""

    def __aiter__(self) -> AsyncIterator[T]: ...

    def pages(self) -> AsyncIterator[Page[T]]:
        """Page by page."""
        ...

    async def first(self) -> T | None:
        """The first item; None when there is none."""
        ...

    async def collect(self, *, limit: int | None = None) -> list[T]:
        """All items, or the first `limit`."""
        ...

    def look_ahead(self) -> "AsyncPager[T]":
        """The same items; the next page is asked for while one is being used."""
        ...


class Transport(Protocol):
    """Sends requests. `parse` raises KeyError, TypeError or ValueError on an answer that breaks the contract."""

    def call(self, request: Request, parse: Callable[[Any], T]) -> T:
        """Send `request`; what `parse` makes of a successful answer's JSON, text, or None for an empty body."""
        ...

    def paginate(self, request: Request, parse: Callable[[Any], T]) -> Pager[T]:
        """The items of the list that `request` asks for, each as `parse` makes it."""
        ...


class AsyncTransport(Protocol):
    """Sends requests. `parse` raises KeyError, TypeError or ValueError on an answer that breaks the contract."""

    async def call(self, request: Request, parse: Callable[[Any], T]) -> T:
        """Send `request`; what `parse` makes of a successful answer's JSON, text, or None for an empty body."""
        ...

    def paginate(self, request: Request, parse: Callable[[Any], T]) -> AsyncPager[T]:
        """The items of the list that `request` asks for, each as `parse` makes it."""
        ...


def path_segment(value: object, name: str) -> str:
    """`value` as one segment of a path. Raises ValueError where it would name another path."""
    text = str(value)
    if value is None or text in ("", ".", ".."):
        raise ValueError(f"{name} must not be {'None' if value is None else repr(text)}")
    return quote(text, safe="")


def query_parameters(values: Mapping[str, Any]) -> dict[str, Query] | None:
    """The parameters that have a value, enums as their values; None when there are none."""
    given = {name: getattr(value, "value", value) for name, value in values.items() if value is not None}
    return given or None


def joined_by(values: Iterable[object] | None, separator: str) -> str | None:
    return None if values is None else separator.join(str(value) for value in values)

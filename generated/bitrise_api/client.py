"""A plain client for the functions of `bitrise_api.api`: no retries, no pagination; bitrise_client has those."""

import json
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
from attrs import define, evolve, field

from .errors import UnexpectedStatus
from .runtime import Request
from .types import Response

T = TypeVar("T")

ACCEPTED = {
    "any": "application/json, */*;q=0.5",
    "json": "application/json",
    "none": "application/json",
    "text": "text/plain, application/json;q=0.5",
}


@define
class Client:
    """A connection to the API.

    Args:
        base_url: Address of the API, version included.
        headers: Sent with every request.
        timeout: Seconds to wait for a connection, for an answer and between two parts of it; None waits for ever.
        verify_ssl: Whether certificates are checked, or an SSL context.
        follow_redirects: Whether a redirect is followed.
        httpx_args: Further arguments of `httpx.Client` and `httpx.AsyncClient`.
    """

    base_url: str = "https://api.bitrise.io/v0.1"
    headers: Mapping[str, str] = field(factory=dict, repr=False, kw_only=True)
    timeout: float | httpx.Timeout | None = field(default=30.0, kw_only=True)
    verify_ssl: Any = field(default=True, kw_only=True)
    follow_redirects: bool = field(default=False, kw_only=True)
    httpx_args: Mapping[str, Any] = field(factory=dict, repr=False, kw_only=True)
    _client: httpx.Client | None = field(default=None, init=False, repr=False, eq=False)
    _async_client: httpx.AsyncClient | None = field(default=None, init=False, repr=False, eq=False)

    def with_headers(self, headers: Mapping[str, str]) -> Self:
        """Another client with these headers as well."""
        return evolve(self, headers={**self.headers, **headers})

    def with_timeout(self, timeout: float | httpx.Timeout | None) -> Self:
        """Another client that waits this long, in seconds."""
        return evolve(self, timeout=timeout)

    def get_httpx_client(self) -> httpx.Client:
        """The connection pool, opened at first use."""
        if self._client is None:
            self._client = httpx.Client(**self._arguments())
        return self._client

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """The connection pool for asyncio, opened at first use."""
        if self._async_client is None:
            self._async_client = httpx.AsyncClient(**self._arguments())
        return self._async_client

    def send(self, request: Request, parse: Callable[[Any], T]) -> Response[T]:
        """Raises UnexpectedStatus, httpx.HTTPError, and KeyError, TypeError or ValueError on a broken answer."""
        return _read(request, self.get_httpx_client().request(**_sent(request)), parse)

    async def send_async(self, request: Request, parse: Callable[[Any], T]) -> Response[T]:
        """Raises UnexpectedStatus, httpx.HTTPError, and KeyError, TypeError or ValueError on a broken answer."""
        return _read(request, await self.get_async_httpx_client().request(**_sent(request)), parse)

    def __enter__(self) -> Self:
        self.get_httpx_client().__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.get_httpx_client().__exit__(kind, error, trace)
        self._client = None

    async def __aenter__(self) -> Self:
        await self.get_async_httpx_client().__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.get_async_httpx_client().__aexit__(kind, error, trace)
        self._async_client = None

    def _headers(self) -> dict[str, str]:
        return dict(self.headers)

    def _arguments(self) -> dict[str, Any]:
        return {
            "base_url": self.base_url,
            "headers": self._headers(),
            "timeout": self.timeout,
            "verify": self.verify_ssl,
            "follow_redirects": self.follow_redirects,
            **self.httpx_args,
        }


@define
class AuthenticatedClient(Client):
    """A connection to the API as the owner of a token.

    Args:
        token: A personal or workspace access token; never in a repr.
        prefix: What stands before the token in its header; empty for nothing.
        auth_header_name: The header that carries the token.
    """

    token: str = field(repr=False, kw_only=True)
    prefix: str = field(default="token", kw_only=True)
    auth_header_name: str = field(default="Authorization", kw_only=True)

    def _headers(self) -> dict[str, str]:
        return {**self.headers, self.auth_header_name: f"{self.prefix} {self.token}" if self.prefix else self.token}


def _sent(request: Request) -> dict[str, Any]:
    headers = {"Accept": ACCEPTED[request.accept]}
    if request.content_type:
        headers["Content-Type"] = request.content_type
    return {
        "method": request.method,
        "url": request.path,
        "params": request.params,
        "json": request.json,
        "content": request.content,
        "headers": {**headers, **(request.headers or {})},
    }


def _read(request: Request, answer: httpx.Response, parse: Callable[[Any], T]) -> Response[T]:
    if not answer.is_success:
        raise UnexpectedStatus(answer.status_code, answer.content)
    return Response(answer.status_code, answer.content, answer.headers, parse(_body(request.accept, answer)))


def _body(accept: str, answer: httpx.Response) -> Any:
    if accept == "text":
        return answer.text
    if accept == "none" or not answer.content:
        return None
    try:
        return json.loads(answer.content)
    except ValueError:
        if accept != "any":
            raise
    return answer.text

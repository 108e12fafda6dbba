"""The wire: the only module that knows httpx. It performs a flow's steps, without retries and without judging answers.

What a step takes is written once, as a generator that yields calls without arguments; `Wire` makes each call,
`AsyncWire` awaits what it returns.
"""

from __future__ import annotations

import functools
import os
import platform
import threading
import time
import weakref
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from ssl import SSLContext
from typing import Any, Generic, TypeAlias, TypeVar
from urllib.parse import quote, urlencode

import httpx

from ._auth import Credentials
from ._errors import APIConnectionError, APITimeoutError, BitriseError, ConfigurationError
from ._flow import Answer, Close, Exchange, FileBody, Gather, Open, Read, Sleep, Step, Stream, drive, drive_async
from ._settings import Settings

CHUNK_SIZE = 64 * 1024
MAX_REDIRECTS = 5

AnyClient = TypeVar("AnyClient", httpx.Client, httpx.AsyncClient)
Calls: TypeAlias = Generator[Callable[[], Any], Any, Any]


class BaseWire(Generic[AnyClient]):
    """What both wires do; `settings` may differ from call to call while the connections are shared."""

    def __init__(self, transport: object | None) -> None:
        self._transport = transport
        self._lock = threading.Lock()
        self._closed = False
        self._generation: int | None = None
        self._client: AnyClient
        self._headers: dict[str, str] = {}
        self._abandoned: list[AnyClient] = []

    def _calls(self, step: Step, settings: Settings) -> Calls:
        if isinstance(step, Exchange):
            response = yield from self._respond(step, settings, stream=False)
            return Answer(response.status_code, response.headers, response.content)
        if isinstance(step, Sleep):
            return (yield functools.partial(self._sleep, step.seconds))
        if isinstance(step, Open):
            response = yield from self._respond(step.exchange, settings, stream=True)
            return Stream(response.status_code, response.headers, (step.exchange, response, self._pieces(response)))
        if isinstance(step, Read):
            exchange, _, pieces = step.stream.handle
            return (yield from _guarded(self._next(pieces), exchange, settings))
        if isinstance(step, Close):
            return (yield self._release(step.stream.handle[1]))
        if isinstance(step, Gather):
            return (yield functools.partial(self._gather, step, settings))
        raise TypeError(f"not a step of a flow: {step!r}")

    def _respond(self, exchange: Exchange, settings: Settings, *, stream: bool) -> Calls:
        client = self._client_of_this_process(settings)
        auth = _Signature(settings.credentials) if exchange.signed else None
        request = self._request(exchange, settings)
        settings.hooks.request(exchange.method, exchange.label)
        started = time.perf_counter()
        for _ in range(MAX_REDIRECTS + 1):
            call = functools.partial(client.send, request, auth=auth, stream=stream)
            response: httpx.Response = yield from _guarded(call, exchange, settings)
            if response.next_request is None or exchange.method not in ("GET", "HEAD"):
                elapsed = time.perf_counter() - started
                settings.hooks.response(exchange.method, exchange.label, response.status_code, elapsed)
                return response
            yield self._release(response)
            request = response.next_request
            request.url = _PresignedURL(request.url)
            request.headers.pop("Authorization", None)  # signed again only if it is the API's own origin
        raise APIConnectionError(exchange.method, exchange.label, f"more than {MAX_REDIRECTS} redirects")

    def _request(self, exchange: Exchange, settings: Settings) -> httpx.Request:
        headers = self._headers | {name.lower(): value for name, value in exchange.headers.items()}
        content: Any = exchange.content
        if isinstance(content, FileBody):
            headers["content-length"] = str(content.size)
            content = self._file(content)
        url = f"{exchange.url}?{_query(exchange.params)}" if exchange.params else exchange.url
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), settings.timeout)
        # not through the client, whose merging of addresses, parameters and headers costs more than the rest of it
        request = httpx.Request(exchange.method, url, headers=headers, content=content, extensions={"timeout": timeout})
        if not exchange.signed:
            request.url = _PresignedURL(request.url)
        return request

    def _client_of_this_process(self, settings: Settings) -> AnyClient:
        if self._closed:
            raise ConfigurationError("this client is closed")
        if self._generation != _forks:
            with self._lock:
                if self._generation != _forks:
                    self._start(settings)
                    self._generation = _forks
        return self._client

    def _start(self, settings: Settings) -> None:
        if self._generation is not None:
            if self._transport is not None:
                raise ConfigurationError(
                    "a client with its own transport cannot be used after a fork; make one in each process"
                )
            self._abandoned.append(self._client)  # the parent's connections: neither to be used nor to be closed here
        self._client = self._new_client(
            transport=self._transport,
            verify=ssl_context(settings.trust_env, os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")),
            trust_env=settings.trust_env,
            headers={"User-Agent": user_agent()},
        )
        self._headers = dict(self._client.headers)

    def _new_client(self, **options: Any) -> AnyClient:
        raise NotImplementedError

    def _sleep(self, seconds: float) -> Any:
        raise NotImplementedError

    def _pieces(self, response: httpx.Response) -> Any:
        raise NotImplementedError

    def _next(self, pieces: Any) -> Callable[[], Any]:
        raise NotImplementedError

    def _release(self, response: httpx.Response) -> Callable[[], Any]:
        raise NotImplementedError

    def _gather(self, step: Gather, settings: Settings) -> Any:
        raise NotImplementedError

    def _file(self, body: FileBody) -> Any:
        raise NotImplementedError


class Wire(BaseWire[httpx.Client]):
    """Performs steps one after the other; usable from many threads at once."""

    def perform(self, step: Step, settings: Settings) -> Any:
        """Perform one step of a flow."""
        return drive(self._calls(step, settings), _made)

    def close(self) -> None:
        """Close every connection; the wire cannot be used afterwards."""
        self._closed = True
        if self._generation == _forks:
            self._client.close()

    def _new_client(self, **options: Any) -> httpx.Client:
        client = httpx.Client(**options)
        weakref.finalize(self, client.close)
        return client

    def _sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def _pieces(self, response: httpx.Response) -> Iterator[bytes]:
        return response.iter_bytes(CHUNK_SIZE)

    def _next(self, pieces: Iterator[bytes]) -> Callable[[], bytes]:
        return functools.partial(next, pieces, b"")

    def _release(self, response: httpx.Response) -> Callable[[], None]:
        return response.close

    def _gather(self, step: Gather, settings: Settings) -> list[Any]:
        from ._gather import gather

        return gather(step.flows, step.limit, functools.partial(self.perform, settings=settings))

    def _file(self, body: FileBody) -> Iterator[bytes]:
        return _file_pieces(body)


class AsyncWire(BaseWire[httpx.AsyncClient]):
    """As `Wire`, for one event loop."""

    async def perform(self, step: Step, settings: Settings) -> Any:
        """Perform one step of a flow."""
        return await drive_async(self._calls(step, settings), _awaited)

    async def aclose(self) -> None:
        """Close every connection; the wire cannot be used afterwards."""
        self._closed = True
        if self._generation == _forks:
            await self._client.aclose()

    def _new_client(self, **options: Any) -> httpx.AsyncClient:
        return httpx.AsyncClient(**options)

    async def _sleep(self, seconds: float) -> None:
        import anyio  # only the asynchronous client needs it

        await anyio.sleep(seconds)

    def _pieces(self, response: httpx.Response) -> AsyncIterator[bytes]:
        return response.aiter_bytes(CHUNK_SIZE)

    def _next(self, pieces: AsyncIterator[bytes]) -> Callable[[], Any]:
        return functools.partial(anext, pieces, b"")

    def _release(self, response: httpx.Response) -> Callable[[], Any]:
        return response.aclose

    async def _gather(self, step: Gather, settings: Settings) -> list[Any]:
        from ._gather import gather_async

        return await gather_async(step.flows, step.limit, functools.partial(self.perform, settings=settings))

    async def _file(self, body: FileBody) -> AsyncIterator[bytes]:
        for piece in _file_pieces(body):
            yield piece


@functools.lru_cache(maxsize=8)
def ssl_context(trust_env: bool, cert_file: str | None, cert_dir: str | None) -> SSLContext:
    """One TLS context per process and per set of certificates: making one takes some 20 ms."""
    try:
        return httpx.create_ssl_context(trust_env=trust_env)
    except OSError as error:
        raise ConfigurationError(f"SSL_CERT_FILE or SSL_CERT_DIR names no usable certificates: {error}") from None


@functools.cache
def user_agent() -> str:
    """What the client calls itself."""
    try:
        own = version("bitrise-client")
    except PackageNotFoundError:
        own = "unknown"
    return f"bitrise-client/{own} httpx/{httpx.__version__} python/{platform.python_version()}"


class _PresignedURL(httpx.URL):
    """An address whose query lets anyone in: httpx's own log shows it without."""

    def __str__(self) -> str:
        return str(self.copy_with(query=None))


class _Signature(httpx.Auth):
    """Signs requests to the API's own origin and no other."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._credentials.allowed(str(request.url)):
            request.headers["Authorization"] = self._credentials.authorization()
        yield request

    async def async_auth_flow(self, request: httpx.Request) -> Any:
        if self._credentials.allowed(str(request.url)):
            request.headers["Authorization"] = await self._credentials.authorization_async()
        yield request


_forks = 0
"""How many forks this process is away from the one that imported this: cheaper to ask for than its number."""


def _count_fork() -> None:
    global _forks
    _forks += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_count_fork)


def _made(call: Callable[[], Any]) -> Any:
    return call()


async def _awaited(call: Callable[[], Any]) -> Any:
    return await call()


def _guarded(call: Callable[[], Any], exchange: Exchange, settings: Settings) -> Calls:
    """The call's result. What httpx raises becomes an error of ours that does not hold the request, nor its headers."""
    try:
        return (yield call)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        failure = _failure(exchange, error, settings)
    raise failure


def _failure(exchange: Exchange, error: Exception, settings: Settings) -> BitriseError:
    reason = settings.credentials.redact(str(error)) or type(error).__name__
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return ConfigurationError(f"{exchange.method} {exchange.label} cannot be sent: {reason}")
    kind = APITimeoutError if isinstance(error, httpx.TimeoutException) else APIConnectionError
    if isinstance(error, httpx.TimeoutException):
        reason = f"{_TIMEOUTS.get(type(error), 'timeout')} after {settings.timeout} s"
    sent = not isinstance(error, _NEVER_SENT)
    return kind(exchange.method, exchange.label, reason, may_have_been_received=sent)


_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_TIMEOUTS: dict[type[Exception], str] = {
    httpx.ConnectTimeout: "no connection",
    httpx.PoolTimeout: "no free connection",
    httpx.ReadTimeout: "nothing received",
    httpx.WriteTimeout: "nothing could be sent",
}


def _query(params: Mapping[str, Any]) -> str:
    spelled = {name: str(value).lower() if isinstance(value, bool) else value for name, value in params.items()}
    return urlencode(spelled, doseq=True, quote_via=quote)


def _file_pieces(body: FileBody) -> Iterator[bytes]:
    left = body.size
    with body.path.open("rb") as file:
        while left and (piece := file.read(min(CHUNK_SIZE, left))):
            left -= len(piece)
            yield piece

"""Making methods of jobs: written once, as a flow, a job becomes a method of the sync and of the async resource."""

from __future__ import annotations

import functools
import inspect
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from typing import Any, Concatenate, ParamSpec, TypeVar

from ._flow import Emitting, Flow
from ._plan import Context

P = ParamSpec("P")
T = TypeVar("T")
Method = TypeVar("Method", bound=Callable[..., Any])


def sync_job(flow: Callable[Concatenate[Context, P], Flow[T]]) -> Callable[Concatenate[Any, P], T]:
    """A method that does the job and returns its result."""

    @functools.wraps(flow)
    def method(self: Any, *args: P.args, **kwargs: P.kwargs) -> T:
        transport = self._transport
        result: T = transport.run(flow(transport.context, *args, **kwargs))
        return result

    _sign(method, flow, "{}")
    return method  # type: ignore[return-value]


def async_job(
    flow: Callable[Concatenate[Context, P], Flow[T]],
) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]:
    """A method that is awaited for the job's result."""

    @functools.wraps(flow)
    async def method(self: Any, *args: P.args, **kwargs: P.kwargs) -> T:
        transport = self._transport
        result: T = await transport.run(flow(transport.context, *args, **kwargs))
        return result

    _sign(method, flow, "{}")
    return method  # type: ignore[return-value]


def sync_stream(
    flow: Callable[Concatenate[Context, P], Emitting[T]],
) -> Callable[Concatenate[Any, P], Generator[T, None, None]]:
    """A method that is iterated over."""

    @functools.wraps(flow)
    def method(self: Any, *args: P.args, **kwargs: P.kwargs) -> Generator[T, None, None]:
        transport = self._transport
        values: Generator[T, None, None] = transport.iterate(flow(transport.context, *args, **kwargs))
        return values

    _sign(method, flow, "Generator[{}, None, None]")
    return method  # type: ignore[return-value]


def async_stream(
    flow: Callable[Concatenate[Context, P], Emitting[T]],
) -> Callable[Concatenate[Any, P], AsyncGenerator[T, None]]:
    """A method that is iterated over with `async for`."""

    @functools.wraps(flow)
    def method(self: Any, *args: P.args, **kwargs: P.kwargs) -> AsyncGenerator[T, None]:
        transport = self._transport
        values: AsyncGenerator[T, None] = transport.iterate(flow(transport.context, *args, **kwargs))
        return values

    _sign(method, flow, "AsyncGenerator[{}, None]")
    return method  # type: ignore[return-value]


def declared(method: Method) -> Callable[[Callable[..., Any]], Method]:
    """Puts a method where one is declared; a plain assignment would not hide what a base class declares."""
    return lambda declaration: method


def _sign(method: Callable[..., Any], flow: Callable[..., Any], form: str) -> None:
    """Let `help` show what the method returns instead of what the flow does."""
    signature = inspect.signature(flow)
    result = str(signature.return_annotation).partition("[")[2][:-1]
    method.__signature__ = signature.replace(return_annotation=form.format(result))  # type: ignore[attr-defined]

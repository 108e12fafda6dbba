"""Sans-I/O flows: jobs are generators that yield the steps they need and receive their results.

The same job runs under a sync and an async client: `drive` and `iterate` do its steps one after the other, their
`_async` twins await them. A failed step is thrown into the job where it asked for it, so `try`/`finally` work as usual,
also when the user stops early.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

T = TypeVar("T")
Yielded = TypeVar("Yielded")


@attrs.frozen
class FileBody:
    """A request body read from a file: exactly `size` bytes of it."""

    path: Path
    size: int


@attrs.frozen
class Exchange:
    """One request to send; the answer's body is read whole."""

    method: str
    url: str = attrs.field(repr=False)
    label: str
    """What stands for the address in errors and logs: no query, no credentials."""
    params: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    content: bytes | FileBody | None = attrs.field(default=None, repr=False)
    signed: bool = True
    """Whether the token goes with it, if the address is the API's own."""


@attrs.frozen
class Answer:
    """An answer that was read whole."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    content: bytes = attrs.field(repr=False)


@attrs.frozen
class Open:
    """Send a request and read only the head of its answer. Result: `Stream`."""

    exchange: Exchange


@attrs.frozen
class Stream:
    """An answer whose body is still to be read by `Read`, then given up by `Close`."""

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    handle: Any = attrs.field(repr=False)


@attrs.frozen
class Read:
    """Read the next piece of a body. Result: bytes, empty at the end."""

    stream: Stream


@attrs.frozen
class Close:
    """Release a stream's connection."""

    stream: Stream


@attrs.frozen
class Sleep:
    """Wait so many seconds."""

    seconds: float


@attrs.frozen
class Gather:
    """Run several flows at once, never more than `limit`. Result: the list of their results, in order.

    The first error stops the others at their next step and is raised.
    """

    flows: Sequence[Flow[Any]]
    limit: int


@attrs.frozen
class Emit(Generic[T]):
    """Hand a value to whoever iterates over the job."""

    value: T


Step: TypeAlias = Exchange | Open | Read | Close | Sleep | Gather

Flow: TypeAlias = Generator[Step, Any, T]
"""A job with a result."""

Emitting: TypeAlias = Generator[Step | Emit[T], Any, None]
"""A job that is iterated over."""


def drive(flow: Generator[Yielded, Any, T], perform: Callable[[Yielded], Any]) -> T:
    """Run a flow to its result."""
    resume: Callable[[Any], Yielded] = flow.send
    value: Any = None
    while True:
        try:
            step = resume(value)
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return]
        try:
            value = perform(step)
        except BaseException as error:  # noqa: BLE001 - goes into the flow, which decides
            resume, value = flow.throw, error
        else:
            resume = flow.send


async def drive_async(flow: Generator[Yielded, Any, T], perform: Callable[[Yielded], Awaitable[Any]]) -> T:
    """As `drive`, awaiting the steps."""
    resume: Callable[[Any], Yielded] = flow.send
    value: Any = None
    while True:
        try:
            step = resume(value)
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return]
        try:
            value = await perform(step)
        except BaseException as error:  # noqa: BLE001 - goes into the flow, which decides
            resume, value = flow.throw, error
        else:
            resume = flow.send


def iterate(flow: Emitting[T], perform: Callable[[Step], Any]) -> Generator[T, None, None]:
    """Run a flow and yield what it emits."""
    resume: Callable[[Any], Step | Emit[T]] = flow.send
    value: Any = None
    while True:
        try:
            step = resume(value)
        except (StopIteration, _Stopped):
            return
        try:
            value = (yield step.value) if isinstance(step, Emit) else perform(step)
        except GeneratorExit:
            resume, value = flow.throw, _Stopped()
        except BaseException as error:  # noqa: BLE001 - goes into the flow, which decides
            resume, value = flow.throw, error
        else:
            resume = flow.send


async def iterate_async(flow: Emitting[T], perform: Callable[[Step], Awaitable[Any]]) -> AsyncGenerator[T, None]:
    """As `iterate`, awaiting the steps."""
    resume: Callable[[Any], Step | Emit[T]] = flow.send
    value: Any = None
    while True:
        try:
            step = resume(value)
        except (StopIteration, _Stopped):
            return
        try:
            value = (yield step.value) if isinstance(step, Emit) else await perform(step)
        except GeneratorExit:
            resume, value = flow.throw, _Stopped()
        except BaseException as error:  # noqa: BLE001 - goes into the flow, which decides
            resume, value = flow.throw, error
        else:
            resume = flow.send


class _Stopped(BaseException):
    """Thrown into a job that nobody iterates over any more; unlike GeneratorExit it leaves it its last steps."""

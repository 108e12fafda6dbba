"""Several flows at once, within a limit, results in order; the first error stops the rest."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

from ._flow import Flow, Sleep, Step, drive, drive_async

if TYPE_CHECKING:
    import anyio


def gather(flows: Sequence[Flow[Any]], limit: int, perform: Callable[[Step], Any]) -> list[Any]:
    """Run flows in threads and return their results in order."""
    stopped = threading.Event()

    def perform_unless_stopped(step: Step) -> Any:
        if stopped.is_set():
            raise _Stopped
        if isinstance(step, Sleep):  # so that a long wait ends when another flow fails
            return stopped.wait(step.seconds)
        return perform(step)

    def work(flow: Flow[Any]) -> Any:
        try:
            return drive(flow, perform_unless_stopped)
        except BaseException:
            stopped.set()
            raise

    with ThreadPoolExecutor(max(1, min(limit, len(flows))), "bitrise") as pool:
        futures = [pool.submit(work, flow) for flow in flows]
        try:
            wait(futures, return_when=FIRST_EXCEPTION)
        finally:
            stopped.set()
            for future in futures:
                future.cancel()
    error = next(_errors(futures), None)
    if error is not None:
        raise error
    return [future.result() for future in futures]


async def gather_async(flows: Sequence[Flow[Any]], limit: int, perform: Callable[[Step], Awaitable[Any]]) -> list[Any]:
    """Run flows in tasks and return their results in order."""
    import anyio  # only the asynchronous client needs it

    results: list[Any] = [None] * len(flows)
    errors: list[BaseException] = []
    waiting = iter(enumerate(flows))

    async def work(scope: anyio.CancelScope) -> None:
        for position, flow in waiting:
            try:
                results[position] = await drive_async(flow, perform)
            except Exception as error:  # noqa: BLE001 - raised below, once the others have stopped
                errors.append(error)
                scope.cancel()

    async with anyio.create_task_group() as group:
        for _ in range(max(1, min(limit, len(flows)))):
            group.start_soon(work, group.cancel_scope)
    if errors:
        raise errors[0]
    return results


class _Stopped(Exception):
    """Thrown into flows that must not go on."""


def _errors(futures: Iterable[Future[Any]]) -> Iterator[BaseException]:
    for future in futures:
        if not future.cancelled():
            error = future.exception()
            if error is not None and not isinstance(error, _Stopped):
                yield error

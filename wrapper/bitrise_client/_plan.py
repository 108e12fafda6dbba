"""Operations as flows: what jobs are made of.

A job must not perform operations, only ask for them. So it calls the generated methods on resources whose transport
returns, instead of an answer, the flow that would get it; `done` runs that flow as a part of the job:

    build = yield from done(context.api.builds.get(app_slug, build_slug))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from bitrise_api.resources import Resources
from bitrise_api.runtime import Page

from ._calls import call
from ._flow import Emit, Emitting, Flow
from ._pagination import pages
from ._settings import Settings

if TYPE_CHECKING:
    from bitrise_api.runtime import Pager, Request

T = TypeVar("T")


class Context:
    """What a job is given: the client's settings and the API, every operation of it as a flow."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.api = _PlannedResources(settings)


def done(planned: T) -> Flow[T]:
    """Do a planned operation, whose type says what it results in, as part of a job."""
    result = yield from cast("Flow[T]", planned)
    return result


class _PlannedResources(Resources):
    def __init__(self, settings: Settings) -> None:
        self._planning = _PlanningTransport(settings)

    @property
    def _transport(self) -> _PlanningTransport:
        return self._planning


class _PlanningTransport:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def call(self, request: Request, parse: Callable[[Any], T]) -> T:
        return cast("T", call(request, parse, self._settings))

    def paginate(self, request: Request, parse: Callable[[Any], T]) -> Pager[T]:
        return cast("Pager[T]", _PlannedPager(lambda: pages(request, parse, self._settings)))


class _PlannedPager:
    """Of a pager, what jobs use: `collect` and `first`, as flows."""

    def __init__(self, start: Callable[[], Emitting[Page[Any]]]) -> None:
        self._start = start

    def first(self) -> Flow[Any]:
        items = yield from self.collect(limit=1)
        return items[0] if items else None

    def collect(self, *, limit: int | None = None) -> Flow[list[Any]]:
        items: list[Any] = []
        flow = self._start()
        resume: Callable[[Any], Any] = flow.send
        value: Any = None
        while limit is None or len(items) < limit:
            try:
                step = resume(value)
            except StopIteration:
                break
            resume, value = flow.send, None
            if isinstance(step, Emit):
                items.extend(step.value)
                continue
            try:
                value = yield step
            except BaseException as error:  # noqa: BLE001 - goes into the flow, which decides
                resume, value = flow.throw, error
        flow.close()
        return items if limit is None else items[:limit]

"""Lets the reference show a job as the method it becomes: without its context, with what it gives its caller."""

from __future__ import annotations

from typing import Any

import griffe

_MAKERS = {"sync_job": "{}", "sync_stream": "Iterator[{}]"}


class Jobs(griffe.Extension):
    """Turns `wait = sync_job(wait)` in a class into the method `wait`."""

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Replace the attributes that hold jobs, once all modules they may come from are loaded."""
        for module in pkg.modules.values():
            for cls in module.classes.values():
                for member in list(cls.attributes.values()) if isinstance(cls, griffe.Class) else []:
                    job = _job(cls, member)
                    if job is not None:
                        cls.set_member(member.name, job)


def _job(cls: griffe.Class, member: griffe.Attribute | griffe.Alias) -> griffe.Function | None:
    value = member.value
    if not isinstance(value, griffe.ExprCall) or str(value.function) not in _MAKERS:
        return None
    flow = cls.module.members[str(value.arguments[0])]
    if isinstance(flow, griffe.Alias):
        flow = flow.final_target
    if not isinstance(flow, griffe.Function):
        return None
    job = griffe.Function(
        member.name,
        lineno=flow.lineno,
        endlineno=flow.endlineno,
        parameters=griffe.Parameters(griffe.Parameter("self"), *list(flow.parameters)[1:]),
        returns=_MAKERS[str(value.function)].format(_inner(str(flow.returns))),
        docstring=flow.docstring,
    )
    job.parent = cls
    return job


def _inner(annotation: str) -> str:
    return annotation.partition("[")[2][:-1]

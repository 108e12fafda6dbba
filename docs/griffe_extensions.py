"""What the reference shows that the source does not say in so many words.

A job appears as the method it becomes: without its context, with what it gives its caller. A model lists all of its
attributes, also those that explain themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import griffe

_MAKERS = {"sync_job": "{}", "sync_stream": "Iterator[{}]"}


class Models(griffe.Extension):
    """Completes the `Attributes` of each model's docstring."""

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Add the attributes that no docstring explains."""
        models = pkg.modules.get("models") if pkg.name == "bitrise_api" else None
        for module in models.modules.values() if models is not None else ():
            for cls in module.classes.values():
                if isinstance(cls, griffe.Class) and cls.docstring is not None:
                    cls.docstring.value = _with_all_attributes(cls, cls.docstring.value)


class Excerpts(griffe.Extension):
    """Keeps the package's docstring out of a page that shows its members a few at a time."""

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Drop it."""
        if pkg.name == "bitrise_client":
            pkg.docstring = None


class Jobs(griffe.Extension):
    """Turns `wait = sync_job(wait)`, or `@declared(sync_job(wait))`, in a class into the method `wait`."""

    def on_package(self, *, pkg: griffe.Module, **kwargs: Any) -> None:
        """Replace the members that hold jobs, once all modules they may come from are loaded."""
        for module in pkg.modules.values():
            for cls in module.classes.values():
                for member in list(cls.members.values()) if isinstance(cls, griffe.Class) else []:
                    for made in _expressions(member):
                        job = _job(cls, member, made)
                        if job is not None:
                            cls.set_member(member.name, job)


def _with_all_attributes(cls: griffe.Class, text: str) -> str:
    missing = {
        name: "–" if attribute.annotation else f"`{attribute.value}`"  # what an enum's member is
        for name, attribute in cls.attributes.items()
        if not name.startswith("_") and f"\n    {name}: " not in text
    }
    if not missing:
        return text
    heading = "" if "\nAttributes:\n" in text else "\n\nAttributes:"
    return text.rstrip() + heading + "".join(f"\n    {name}: {said}" for name, said in missing.items())


def _expressions(member: griffe.Object | griffe.Alias) -> Iterator[Any]:
    """What a member is made by: its value, or the argument of a decorator."""
    if isinstance(member, griffe.Attribute):
        yield member.value
    if isinstance(member, griffe.Function):
        for decorator in member.decorators:
            if isinstance(decorator.value, griffe.ExprCall):
                yield from decorator.value.arguments


def _job(cls: griffe.Class, member: griffe.Object | griffe.Alias, made: Any) -> griffe.Function | None:
    if not isinstance(made, griffe.ExprCall) or str(made.function) not in _MAKERS:
        return None
    flow = cls.module.members[str(made.arguments[0])]
    if isinstance(flow, griffe.Alias):
        flow = flow.final_target
    if not isinstance(flow, griffe.Function):
        return None
    job = griffe.Function(
        member.name,
        lineno=flow.lineno,
        endlineno=flow.endlineno,
        parameters=griffe.Parameters(griffe.Parameter("self"), *list(flow.parameters)[1:]),
        returns=_MAKERS[str(made.function)].format(_inner(str(flow.returns))),
        docstring=flow.docstring,
    )
    job.parent = cls
    return job


def _inner(annotation: str) -> str:
    return annotation.partition("[")[2][:-1]

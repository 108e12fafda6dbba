"""The list of every method, and the reference pages of resources and models, from the client itself.

Run as a script it writes `docs/api.md` and `docs/reference/`; with `--check` it writes nothing and ends with 1 when
they are not what it would write.
"""

import argparse
import inspect
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bitrise_api import OPERATIONS, models
from bitrise_client import Bitrise

DOCS = Path(__file__).resolve().parents[2] / "docs"
INDEX = "api.md"
REFERENCE = "reference"
MODELS = f"{REFERENCE}/models.md"

_INTRODUCTION = """\
# Every method

`AsyncBitrise` has the same methods, awaited. Path parameters are positional, everything else is a keyword. A `Pager` is
iterated over, see [Lists](lists.md). Methods without an address are [jobs](builds.md) made of several requests.
"""
# What a job's flow gives its caller; the async method gives the same, awaited.
_FLOWS = {"Flow": "{}", "Emitting": "Iterator[{}]"}
_ADDRESS = re.compile(r"^`((?:GET|PUT|POST|PATCH|DELETE) [^`]+)`$", re.MULTILINE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pages, or check them; returns the exit code."""
    parser = argparse.ArgumentParser(prog="api_index.py", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; 1 when a page is not current")
    check = parser.parse_args(arguments).check
    wanted = pages()
    stale = [name for name, text in wanted.items() if _read(DOCS / name) != text]
    orphans = [path for path in sorted((DOCS / REFERENCE).glob("*.md")) if _name(path) not in wanted]
    if check:
        for name in (*stale, *map(_name, orphans)):
            print(
                f"api_index.py: docs/{name} is not current; run python scripts/pipeline/api_index.py", file=sys.stderr
            )
        return int(bool(stale or orphans))
    for name in stale:
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(wanted[name], encoding="utf-8")
    for path in orphans:
        path.unlink()
    return 0


def pages() -> dict[str, str]:
    """The text of each page by its name below `docs/`."""
    resources = _resources()
    index = [_INTRODUCTION, *(_section(name, resource) for name, resource in resources.items())]
    reference = {
        f"{REFERENCE}/{name}.md": f"# {name}\n\n`bitrise.{name}`\n\n::: {_import_path(resource)}\n"
        for name, resource in resources.items()
    }
    return {INDEX: "".join(index), **reference, MODELS: "".join(["# Models\n", *map(_model, _models())])}


def methods(resource: type[Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public methods of a resource's class, by name."""
    for name, method in inspect.getmembers(resource, inspect.isfunction):
        if not name.startswith("_"):
            yield name, method


def _resources() -> Mapping[str, type[Any]]:
    with Bitrise(token="none") as bitrise:
        return {name: type(getattr(bitrise, name)) for name in sorted({at.split(".")[0] for at in OPERATIONS.values()})}


def _models() -> list[type[Any]]:
    return [getattr(models, name) for name in sorted(models.__all__)]


def _model(model: type[Any]) -> str:
    return f"""
::: {_import_path(model)}
    options:
      filters: ["!^_", "!^from_dict$", "!^to_dict$"]
      inherited_members: false
      show_root_full_path: false
      show_root_heading: true
      show_root_toc_entry: true
"""


def _section(name: str, resource: type[Any]) -> str:
    rows = [_row(name, resource, method_name, method) for method_name, method in methods(resource)]
    heading = f"\n## [{name}]({REFERENCE}/{name}.md)\n\n| method | request | |\n| --- | --- | --- |\n"
    return heading + "".join(f"{row}\n" for row in rows)


def _row(name: str, resource: type[Any], method_name: str, method: Callable[..., Any]) -> str:
    anchor = f"{REFERENCE}/{name}.md#{_import_path(resource)}.{method_name}"
    summary = (inspect.getdoc(method) or "").split("\n")[0]
    address = _address(resource, method_name)
    call = f"`{method_name}({_parameters(method)})`"
    cells = (f"[{call}]({anchor}) → `{_returned(method)}`", f"`{address}`" if address else "", summary)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _parameters(method: Callable[..., Any]) -> str:
    """Names only: `app_slug, *, branch, limit`; the first parameter is the resource, or a job's context."""
    shown: list[str] = []
    keywords = False
    for parameter in list(inspect.signature(method).parameters.values())[1:]:
        if parameter.kind is parameter.KEYWORD_ONLY and not keywords:
            keywords = True
            shown.append("*")
        shown.append(parameter.name)
    return ", ".join(shown)


def _returned(method: Callable[..., Any]) -> str:
    annotation = str(inspect.signature(method).return_annotation).replace("builtins.", "")
    outer, _, inner = annotation.partition("[")
    return _FLOWS[outer].format(inner[:-1]) if outer in _FLOWS else annotation


def _address(resource: type[Any], method_name: str) -> str:
    """The request of an operation, told in its docstring; a job that replaces the operation keeps the request."""
    for cls in resource.__mro__:
        found = _ADDRESS.search(inspect.getdoc(vars(cls).get(method_name)) or "")
        if found:
            return found[1]
    return ""


def _import_path(resource: type[Any]) -> str:
    return f"{resource.__module__}.{resource.__qualname__}"


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _name(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


if __name__ == "__main__":
    sys.exit(main())

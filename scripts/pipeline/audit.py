"""The generated tree, parsed and looked at before it is used: its shape is that of the templates, always."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import DocumentError

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
MODULES = frozenset({
    "__future__", "attrs", "builtins", "collections.abc", "datetime", "enum", "functools", "httpx", "importlib", "json",
    "types", "typing", "urllib.parse",
})  # fmt: skip
FORBIDDEN = frozenset({"__import__", "breakpoint", "compile", "eval", "exec", "globals", "input", "open", "setattr"})
TOP_LEVEL = (
    ast.AnnAssign,
    ast.Assign,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.FunctionDef,
    ast.If,
    ast.Import,
    ast.ImportFrom,
)
CALLED_AT_TOP = frozenset({"Pagination", "TypeVar", "frozenset", "MappingProxyType", "replace"})
CALLED_IN_CLASS = frozenset({"define", "field"})


def audit(package: Path) -> None:
    """Raise DocumentError naming the first line that is not what the templates write."""
    for path in sorted(package.rglob("*.py")):
        source = path.read_text("utf-8")
        where = path.relative_to(package)
        try:
            tree = ast.parse(source, str(where))
        except (SyntaxError, ValueError) as error:
            raise DocumentError(f"generated {where} is not Python: {error}") from None
        for line, complaint in _complaints(tree):
            raise DocumentError(f"generated {where}:{line} {complaint}")


def _complaints(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for statement in tree.body:
        is_docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if not isinstance(statement, TOP_LEVEL) and not is_docstring:
            yield statement.lineno, f"has a {type(statement).__name__} at its top level"
        yield from _early_calls(statement)
    for node in ast.walk(tree):
        for name in _names(node):
            if not NAME.fullmatch(name):
                yield getattr(node, "lineno", 1), f"has the name {name!r}"
            if name in FORBIDDEN and isinstance(node, ast.Name) and name != "globals":
                yield node.lineno, f"uses {name}"
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name not in MODULES:
                    yield node.lineno, f"imports {alias.name}"
        if isinstance(node, ast.ImportFrom) and not node.level and node.module not in MODULES:
            yield node.lineno, f"imports from {node.module}"


def _early_calls(statement: ast.AST) -> Iterator[tuple[int, str]]:
    """Calls that run when the module is imported."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "?")
            if name not in CALLED_AT_TOP | CALLED_IN_CLASS:
                yield node.lineno, f"calls {name} when it is imported"
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += [node.args, *getattr(node, "decorator_list", [])]
        else:
            waiting += ast.iter_child_nodes(node)


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield node.name
    elif isinstance(node, ast.Name):
        yield node.id
    elif isinstance(node, ast.Attribute):
        yield node.attr
    elif isinstance(node, ast.arg | ast.keyword) and node.arg:
        yield node.arg
    elif isinstance(node, ast.alias):
        yield from (part for part in node.name.split(".") if part)

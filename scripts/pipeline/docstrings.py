"""Texts of the document as docstrings: nothing in them can end one, or be read as code."""

import textwrap
import unicodedata
from collections.abc import Iterable
from typing import Any

WIDTH = 112


def docstring(*paragraphs: str) -> str:
    """The text of a docstring: paragraphs wrapped, empty ones left out, nothing in it that could end it."""
    text = "\n\n".join(_wrapped(paragraph) for paragraph in paragraphs if paragraph.strip())
    text = "\n".join(_printable(line) for line in text.split("\n"))
    text = text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return text[:-1] + '\\"' if text.endswith('"') else text


def section(title: str, entries: Iterable[tuple[str, str]]) -> str:
    """A section of a docstring that tells what each name means; empty without entries."""
    lines = [
        textwrap.fill(f"{name}: {text}", WIDTH - 4, initial_indent="    ", subsequent_indent="        ")
        for name, text in entries
        if text
    ]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def plain_text(text: Any) -> str:
    """Text of the document on one line, without what is not printable."""
    raw = text.get_untrusted_value() if hasattr(text, "get_untrusted_value") else str(text)
    return " ".join(_printable(raw).split())


def _printable(text: str) -> str:
    return "".join(" " if unicodedata.category(letter).startswith(("C", "Z")) else letter for letter in text)


def _wrapped(paragraph: str) -> str:
    return paragraph if "\n" in paragraph or paragraph.startswith(" ") else textwrap.fill(paragraph, WIDTH)

"""Changes told: as lines for a terminal, as Markdown, as JSON, and as an entry of the changelog."""

import datetime
import itertools
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.changes.compared import Change, compare
from pipeline.changes.rules import Level

SCHEMA = "bitrise-changes/1"
MAX_VALUE = 120

_MARKS = {Level.BREAKING: "⚠ ", Level.WARNING: "", Level.INFO: ""}


def as_text(changes: Sequence[Change]) -> str:
    """One line for each change, under the operation or the shared schema that it belongs to."""
    if not changes:
        return "no change that a client's user can notice\n"
    lines = [summary(changes)]
    for title, group in _groups(changes, quoted=False):
        lines += ["", title]
        lines += [
            f"  {_MARKS[c.level] or '  '}{c.level:<8}  {_sentence(c, _plain)}  [{c.rule.id} {c.fingerprint}]"
            for c in group
        ]
    return "\n".join(lines) + "\n"


def as_markdown(changes: Sequence[Change]) -> str:
    """The same as a list for a changelog, a job summary or a pull request."""
    if not changes:
        return "No change that a client's user can notice.\n"
    lines = [f"{summary(changes)}.", ""]
    for title, group in _groups(changes, quoted=True):
        lines.append(f"- {title}")
        lines += [f"  - {_MARKS[c.level]}{_sentence(c, _code)}" for c in group]
    return "\n".join(lines) + "\n"


def as_json(changes: Sequence[Change]) -> str:
    """The same as a JSON object; `format` names its schema."""
    counted = {level.value: _count(changes, level) for level in Level}
    listed = [_record(change) for change in changes]
    return json.dumps({"format": SCHEMA, "summary": counted, "changes": listed}, indent=2) + "\n"


def summary(changes: Sequence[Change]) -> str:
    """How many changes there are of each level: `⚠ 1 breaking, 0 warnings, 3 other changes`."""
    breaking, warnings, others = (_count(changes, level) for level in Level)
    mark = _MARKS[Level.BREAKING] if breaking else ""
    return f"{mark}{breaking} breaking, {_many(warnings, 'warning')}, {_many(others, 'other change')}"


def changelog_entry(old: Mapping[str, Any], new: Mapping[str, Any], date: datetime.date | str, source: str) -> str:
    """The changelog's entry for a pull: what changed from `old` to `new`, or "" when nothing did.

    `source` says where `new` came from: an address or a file name. Raises DocumentError for a document that
    cannot be read.
    """
    changes = compare(old, new)
    if not changes:
        return ""
    return f"## {date}\n\nFrom {_code(source)}: {as_markdown(changes)}"


def one_line(text: str, limit: int) -> str:
    """Text that may come from a document as one printable line of at most `limit` characters."""
    line = "".join(character if character.isprintable() else "�" for character in text)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _groups(changes: Sequence[Change], *, quoted: bool) -> Iterator[tuple[str, list[Change]]]:
    write = _code if quoted else _plain

    def key(change: Change) -> tuple[bool, str, tuple[str, ...]]:
        return change.is_shared, change.group, change.operations

    for (shared, group, operations), members in itertools.groupby(changes, key):
        title = write(group) if operations else group
        if shared:
            title += f" in {len(operations)} operations: {', '.join(map(write, operations))}"
        yield title, list(members)


def _sentence(change: Change, write: Callable[[str], str]) -> str:
    old, new = (write(value) if value is not None else "" for value in (change.old, change.new))
    said = change.rule.says.replace("{old}", "\0").replace("{new}", new).replace("\0", old)
    where = " ".join(filter(None, (_plain(change.place), change.path and write(change.path))))
    return f"{where}: {said}" if where else said


def _record(change: Change) -> dict[str, Any]:
    return {
        "fingerprint": change.fingerprint,
        "rule": change.rule.id,
        "level": change.level.value,
        "subject": change.subject,
        "place": " ".join(filter(None, (change.place, change.path))),
        "old": change.old,
        "new": change.new,
        "operations": list(change.operations),
        "message": _sentence(change, _plain),
    }


def _count(changes: Sequence[Change], level: Level) -> int:
    return sum(change.level is level for change in changes)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _plain(text: str) -> str:
    return one_line(text, MAX_VALUE)


def _code(text: str) -> str:
    """Text from a document as code that Markdown and HTML leave alone."""
    return "`" + _plain(text).replace("`", "'") + "`"

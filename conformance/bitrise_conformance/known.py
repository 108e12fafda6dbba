"""Findings that are known: a file with a reason and an end for each. They are printed, never hidden."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from bitrise_conformance.findings import Finding

FIELDS = ("rule", "operation", "clause", "reason", "link", "expires")


class KnownIssuesError(Exception):
    """The file of known issues cannot be used; the message names the file and the entry."""


@dataclass(frozen=True)
class KnownIssue:
    """One entry: which findings it covers, why, and until when.

    `rule`, `operation` and `clause` are compared with a finding's own; ``*`` stands for any text within them.
    """

    rule: str
    operation: str
    clause: str
    reason: str
    link: str
    expires: date

    def covers(self, finding: Finding) -> bool:
        return all(
            fnmatchcase(mine, _literal(pattern))
            for pattern, mine in zip((self.rule, self.operation, self.clause), finding.key, strict=True)
        )

    def is_expired(self, today: date) -> bool:
        return today > self.expires


@dataclass(frozen=True)
class Verdict:
    """Findings against a file of known issues."""

    new: tuple[Finding, ...]
    known: tuple[tuple[Finding, KnownIssue], ...]
    expired: tuple[tuple[Finding, KnownIssue], ...]
    """Covered by an entry whose time is over; they are among the new ones."""
    stale: tuple[KnownIssue, ...]
    """Entries that no finding met: what they describe seems to be fixed."""


def load_known(path: Path | None) -> list[KnownIssue]:
    """Read a file of known issues; none for no path.

    Raises:
        KnownIssuesError: the file is missing or an entry is not as it should be.
    """
    if path is None:
        return []
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise KnownIssuesError(f"{path}: no such file; --baseline names the file of known issues") from None
    except (OSError, UnicodeDecodeError) as error:
        raise KnownIssuesError(f"{path}: cannot be read ({error})") from None
    except ValueError as error:
        raise KnownIssuesError(f"{path}: not JSON ({error})") from None
    entries = document.get("issues") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise KnownIssuesError(f'{path}: must be an object with a list "issues"')
    return [_entry(f"{path}: issue {number}", entry) for number, entry in enumerate(entries, 1)]


def compare(findings: Iterable[Finding], known: Iterable[KnownIssue], today: date | None = None) -> Verdict:
    """Sort findings into new and known ones.

    Args:
        today: the date by which entries expire; by default the current one.
    """
    today = today or date.today()
    known = list(known)
    new: list[Finding] = []
    met: list[tuple[Finding, KnownIssue]] = []
    expired: list[tuple[Finding, KnownIssue]] = []
    used: set[KnownIssue] = set()
    for finding in findings:
        entries = [entry for entry in known if entry.covers(finding)]
        used.update(entries)
        valid = [entry for entry in entries if not entry.is_expired(today)]
        if valid:
            met.append((finding, valid[0]))
            continue
        if entries:
            expired.append((finding, entries[0]))
        new.append(finding)
    stale = tuple(entry for entry in known if entry not in used)
    return Verdict(tuple(new), tuple(met), tuple(expired), stale)


def _literal(pattern: str) -> str:
    """Only ``*`` is a wildcard; a clause may contain brackets and question marks."""
    return pattern.replace("[", "[[]").replace("?", "[?]")


def _entry(where: str, entry: Any) -> KnownIssue:
    if not isinstance(entry, Mapping):
        raise KnownIssuesError(f"{where}: must be an object")
    for name in FIELDS:
        if not isinstance(entry.get(name), str) or not entry[name]:
            raise KnownIssuesError(f"{where}: {name!r} is missing or empty")
    if unknown := set(entry) - set(FIELDS):
        raise KnownIssuesError(f"{where}: unknown field {sorted(unknown)[0]!r}")
    try:
        expires = date.fromisoformat(entry["expires"])
    except ValueError:
        raise KnownIssuesError(f"{where}: expires must be a date such as 2027-01-31") from None
    return KnownIssue(**{name: entry[name] for name in FIELDS[:-1]}, expires=expires)

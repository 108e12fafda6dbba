#!/usr/bin/env python3
"""Pull the published document and derive everything from it: spec/published.json, spec/openapi.json, generated/.

Exit codes: 0 done or nothing to do · 1 the committed files differ (--check) · 2 the document, an overlay or the
arguments cannot be used · 3 the document could not be fetched. On 2 and 3 nothing on disk has changed.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.canonical import dumps, without_prose
from pipeline.contract import Contract, build_contract, validate
from pipeline.errors import DocumentError, FetchError
from pipeline.overlay import load_overlays
from pipeline.source import PUBLISHED_AT, Fetched, parse, pull
from pipeline.tree import differences, read_stamp, replace_files, replace_tree, stamp, write_stamp
from pipeline.vet import vet

ROOT = Path(__file__).resolve().parent.parent
OVERLAYS = ROOT / "spec" / "overlays"
DERIVED_DOCS = ("pipeline.truth", "pipeline.api_index")


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    try:
        if options.check:
            return check(ROOT)
        return regenerate(options.source, options.into or ROOT)
    except DocumentError as error:
        print(f"regenerate: {error}", file=sys.stderr)
        return 2
    except FetchError as error:
        print(f"regenerate: {error}", file=sys.stderr)
        return 3
    except OSError as error:
        print(f"regenerate: {error.strerror or error}: {error.filename or ''}".rstrip(": "), file=sys.stderr)
        return 2


def regenerate(source: str, into: Path) -> int:
    """Pull from `source` and bring `into`/spec and `into`/generated up to it. Prints an account of what changed."""
    spec = into / "spec"
    known = _read_source(spec / "SOURCE.toml")
    etag = known.get("etag") if known.get("address") == source and (spec / "published.json").is_file() else None
    fetched = pull(source, etag=etag)
    if fetched is None:
        published_text = (spec / "published.json").read_text("utf-8")
        published, where = parse(published_text.encode()), f"unchanged at {source} (304)"
    else:
        document = parse(fetched.content)
        vet(document)
        published, where = (
            without_prose(document),
            f"pulled {fetched.address}, {len(fetched.content):,} bytes",
        )
        published_text = dumps(published)
    contract = build_contract(published, load_overlays(OVERLAYS))
    texts = {"published.json": published_text, "openapi.json": dumps(contract.document)}
    if fetched is not None and _is_news(fetched, known, spec):
        texts["SOURCE.toml"] = _source_toml(fetched)
    before = {name: _read_text(spec / name) for name in texts}
    changed = {name: text for name, text in texts.items() if before[name] != text}
    generated = into / "generated"
    stale = read_stamp(generated) != stamp(texts["openapi.json"], generated)

    print(where)
    for action in contract.skipped:
        print(f"skipped: {action.where} found no target: {action.target}")
    if stale or "openapi.json" in changed:
        validate(contract.document)
    with TemporaryDirectory(prefix=".regenerate-", dir=_existing(into)) as workplace:
        changed |= _account(before, texts, spec)
        if stale:
            fresh = Path(workplace) / "generated"
            _generate(contract, fresh)
            if any(differences(fresh, generated)):
                replace_tree(fresh, generated)
                changed["../generated"] = ""
            write_stamp(texts["openapi.json"], generated)
        replace_files(spec, {name: text for name, text in changed.items() if text}, Path(workplace))
    for name in sorted(changed):
        print(f"wrote spec/{name}".replace("spec/../", ""))
    if not changed:
        print("nothing changed")
    elif into == ROOT:
        _refresh_docs()
    return 0


def check(root: Path) -> int:
    """Prove that the committed contract and client are what the committed published document gives."""
    spec = root / "spec"
    published_text = _read_text(spec / "published.json")
    if published_text is None:
        raise DocumentError("spec/published.json is missing: run scripts/regenerate.py first")
    published = parse(published_text.encode())
    vet(published)
    contract = build_contract(published, load_overlays(OVERLAYS))
    validate(contract.document)
    wrong = []
    if dumps(without_prose(published)) != published_text:
        wrong.append("spec/published.json is not canonical")
    if _read_text(spec / "openapi.json") != dumps(contract.document):
        wrong.append("spec/openapi.json is not what spec/published.json and spec/overlays give")
    with TemporaryDirectory(prefix="regenerate-") as workplace:
        fresh = Path(workplace) / "generated"
        _generate(contract, fresh)
        wrong += [f"generated/{name} {how}" for name, how in differences(fresh, root / "generated")]
    for line in wrong:
        print(f"differs: {line}")
    print("run scripts/regenerate.py and commit the result" if wrong else "the contract and the client are unchanged")
    return 1 if wrong else 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="regenerate.py", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--from", dest="source", metavar="URL|FILE", help=f"the document (default: {PUBLISHED_AT})")
    parser.add_argument("--into", type=Path, metavar="DIR", help="write DIR/spec and DIR/generated instead of here")
    parser.add_argument("--check", action="store_true", help="change nothing; prove that the committed files come out")
    options = parser.parse_args(arguments)
    if options.check and (options.source or options.into):
        parser.error("--check works on the committed document: leave out --from and --into")
    options.source = options.source or PUBLISHED_AT
    return options


def _generate(contract: Contract, destination: Path) -> None:
    from pipeline.generate import generate  # slow to import; needed only on a change

    report = generate(contract.document, destination / "bitrise_api")
    print(f"generated {report.operations} operations, {report.models} models")


def _account(before: dict[str, str | None], texts: dict[str, str], spec: Path) -> dict[str, str]:
    """Print what changed for a client's user; when the API itself changed, the changelog with its new entry."""
    old, new = before["openapi.json"], texts["openapi.json"]
    if old is None or old == new:
        return {}
    from pipeline.changes import changelog_entry

    source = tomllib.loads(texts.get("SOURCE.toml", "")).get("address", "")
    entry = changelog_entry(json.loads(old), json.loads(new), date=_today(), source=source)
    if entry:
        print(entry.strip())
    if not entry or before["published.json"] == texts["published.json"]:
        return {}  # where only an overlay changed, the API is as it was
    return {"CHANGELOG.md": _prepended(_read_text(spec / "CHANGELOG.md"), entry)}


def _refresh_docs() -> None:
    """The pages of docs/ that are derived too; in processes of their own, which see what was just generated."""
    for script in DERIVED_DOCS:
        run = subprocess.run([sys.executable, "-m", script], cwd=ROOT / "scripts", check=False, capture_output=True)
        print(f"ran {script}" if run.returncode == 0 else f"docs are out of date: mend and run {script}")


def _prepended(changelog: str | None, entry: str) -> str:
    heading, _, rest = (changelog or "# What changed in the API\n\n").partition("\n\n")
    return f"{heading}\n\n{entry.strip()}\n\n{rest}".rstrip() + "\n"


def _is_news(fetched: Fetched, known: dict[str, Any], spec: Path) -> bool:
    """Whether the bytes are others than last time; our own published.json, read again, says nothing of its source."""
    if known and fetched.content == (_read_text(spec / "published.json") or "").encode():
        return False
    return bool(known.get("sha256") != hashlib.sha256(fetched.content).hexdigest())


def _source_toml(fetched: Fetched) -> str:
    lines = [
        "# Where spec/published.json was pulled from; the digest and size are of the original bytes.",
        f"address = {json.dumps(fetched.address)}",
        f"date = {_today()}",
        *([f"etag = {json.dumps(fetched.etag)}"] if fetched.etag else []),
        f'sha256 = "{hashlib.sha256(fetched.content).hexdigest()}"',
        f"bytes = {len(fetched.content)}",
    ]
    return "\n".join(lines) + "\n"


def _read_source(path: Path) -> dict[str, Any]:
    text = _read_text(path)
    return tomllib.loads(text) if text else {}


def _read_text(path: Path) -> str | None:
    return path.read_text("utf-8") if path.is_file() else None


def _existing(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


if __name__ == "__main__":
    sys.exit(main())

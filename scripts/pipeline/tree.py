"""The files on disk: told apart byte for byte, replaced whole or not at all, stamped with what they were made from."""

import hashlib
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

STAMP = ".stamp"
MAKERS = Path(__file__).resolve().parent.parent
TOOLS = ("openapi-python-client", "ruff")
IGNORED = {"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", STAMP}


def stamp(contract: str, tree: Path) -> str:
    """A digest of a tree and of all that makes it: the contract, the scripts with their templates, the tools.

    Kept beside the tree, out of version control: while it stays the same there is nothing to generate.
    """
    digest = hashlib.sha256(contract.encode())
    for tool in TOOLS:
        digest.update(f"{tool} {version(tool)}\0".encode())
    for folder in (MAKERS, tree):
        for name, path in files(folder).items():
            digest.update(f"{name}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def read_stamp(tree: Path) -> str | None:
    """The stamp a tree was given when it was made; None when it has none."""
    path = tree / STAMP
    return path.read_text("utf-8").strip() if path.is_file() else None


def write_stamp(contract: str, tree: Path) -> None:
    """Remember what `tree` was made from."""
    (tree / STAMP).write_text(stamp(contract, tree) + "\n", "utf-8")


def files(tree: Path) -> dict[str, Path]:
    """Every file of a tree by its relative name, caches left out, in order."""
    return {
        str(path.relative_to(tree)): path
        for path in sorted(tree.rglob("*"))
        if path.is_file() and not IGNORED.intersection(path.parts)
    }


def differences(fresh: Path, present: Path) -> Iterator[tuple[str, str]]:
    """What differs between two trees, by name: (name, how)."""
    new, old = files(fresh), files(present)
    for name in sorted(new.keys() | old.keys()):
        if name not in old:
            yield name, "is missing"
        elif name not in new:
            yield name, "is not generated"
        elif new[name].read_bytes() != old[name].read_bytes():
            yield name, "differs"


def replace_tree(fresh: Path, place: Path) -> None:
    """Put `fresh`, on the same file system, where `place` is; the old tree is back if that fails."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        fresh.rename(place)
        return
    aside = fresh.with_name(f"{fresh.name}.old")
    place.rename(aside)
    try:
        fresh.rename(place)
    except OSError:
        aside.rename(place)
        raise
    shutil.rmtree(aside)


def replace_files(folder: Path, texts: dict[str, str], workplace: Path) -> None:
    """Write every text first, then move each into `folder` in one rename."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (workplace / name).write_text(text, "utf-8")
    for name in texts:
        (workplace / name).replace(folder / name)

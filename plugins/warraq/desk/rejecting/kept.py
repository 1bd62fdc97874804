"""
What was thrown out, as it was: `.warraq/set-aside/rejected/N/` holds the files of the N-th time, with a list of them.

An article is its editors' work, also one that they throw out; it may never have been committed.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from warraq.desk.own_files import is_inside
from warraq.desk.writing import write, write_new

LIST = "list.json"


@dataclass(frozen=True, slots=True)
class Thrown:
    """One original that was thrown out."""

    sha256: str
    original: str
    """Its name in content/originals/."""
    slug: str = ""
    """Of its article; empty where it had none."""
    files: tuple[str, ...] = ()
    """Its article, its record and its pictures, by their paths below content/; the article first."""


FORM = TypeAdapter(tuple[Thrown, ...])


def place(content: Path) -> Path:
    """Give the folder of all times."""
    return content.resolve().parent / ".warraq" / "set-aside" / "rejected"


def keep(content: Path, thrown: Sequence[Thrown], given: Mapping[str, bytes] = MappingProxyType({})) -> Path:
    """Copy the files, then write the list; give the folder. Nothing in content/ is touched; what is `given`, by its path, is not read there."""
    number = max((int(folder.name) for folder in _folders(content)), default=0) + 1
    folder = place(content) / str(number)
    for each in thrown:
        # The original stays in content/; somebody may delete it there.
        for inside in (*each.files, f"originals/{each.original}"):
            write(folder / inside, given[inside] if inside in given else (content / inside).read_bytes())
    _write_list(folder, thrown)
    return folder


def times(content: Path) -> Iterator[tuple[Path, tuple[Thrown, ...]]]:
    """Yield the folder of each time with what was thrown out then, the last time first; one that can't be read is passed over."""
    for folder in sorted(_folders(content), key=lambda f: -int(f.name)):
        try:
            thrown = FORM.validate_json((folder / LIST).read_bytes())
        except (OSError, ValueError):
            continue
        if all(is_inside(inside) for each in thrown for inside in (*each.files, each.original)):
            yield folder, thrown


def put_back(content: Path, folder: Path, thrown: Thrown) -> list[str]:
    """Write the files to where they were; give those whose place is taken, which stay in the folder."""
    taken: list[str] = []
    original = f"originals/{thrown.original}"
    if not (content / original).exists():
        write_new(content / original, (folder / original).read_bytes())
    for inside in reversed(thrown.files):  # the article last: one without its record is an error
        data = (folder / inside).read_bytes()
        if not write_new(content / inside, data) and (content / inside).read_bytes() != data:
            taken.append(inside)
    return taken


def forget(folder: Path, thrown: Iterable[Thrown], still: Sequence[Thrown]) -> None:
    """Take out of a folder what was put back, and keep what is `still` thrown out; an empty folder goes."""
    for each in thrown:
        for inside in (*each.files, f"originals/{each.original}"):
            (folder / inside).unlink(missing_ok=True)
    if still:
        _write_list(folder, still)
    else:
        shutil.rmtree(folder)


def _write_list(folder: Path, thrown: Sequence[Thrown]) -> None:
    write(folder / LIST, json.dumps([asdict(each) for each in thrown], ensure_ascii=False, indent=1).encode())


def _folders(content: Path) -> list[Path]:
    where = place(content)
    return [f for f in where.iterdir() if f.is_dir() and f.name.isdecimal()] if where.is_dir() else []

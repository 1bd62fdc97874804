"""
Where an export is written: beside its name, and renamed when it is whole.

In `exports/` a former export of the same kind is replaced; anywhere else nothing is, for somebody may have worked on it.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warraq.archive.problem import Problem
from warraq.archive.shown_path import shown_path
from warraq.desk.lock import Holder, Lock
from warraq.desk.own_files import demand_folder
from warraq.desk.site import language_in
from warraq.desk.writing import naming
from warraq.language import Message, message

from .public_archive import RefusedError

OWN = Path("exports")
"""The folder of exports that nobody edits."""


def default_place(what: str, ending: str) -> Path:
    """Give where an export stands that was given no place."""
    return OWN / f"{what}{ending}"


def demand_free(place: Path, content: Path) -> None:
    """Pass a place that may be written to; else raise a RefusedError that says what to do."""
    if place.parent == OWN:
        demand_folder(OWN)
        return
    if content.resolve() in (place.resolve(), *place.resolve().parents):
        what = message("{folder} is the archive itself.", folder=f"{content.name}/")
        raise RefusedError([Problem(str(place), 0, 0, "", what, message("Give another name."))])
    if not place.parent.is_dir():
        what = message("There is no folder {folder}.", folder=shown_path(str(place.parent)))
        raise RefusedError([Problem(place.name, 0, 0, "", what, message("Make it, or name another one."))])
    if place.exists() or place.is_symlink():
        what = message("There is a file or a folder of that name.")
        raise RefusedError(
            [Problem(place.name or str(place), 0, 0, "", what, message("Give another name, or delete it."))]
        )


def export_lock(content: Path) -> Lock:
    """Give the lock of all exports, for `with`: two that are written at once would take one another's place."""

    def say(sentence: Message) -> None:
        print(sentence.text(language_in(content)), file=sys.stderr, flush=True)

    home = content.absolute().parent
    return Lock(home / ".warraq" / "export.lock", home, "export", _taken, say)


def _taken(holder: Holder | None) -> Message:
    if holder is None:
        return message("Another command is writing an export.")
    return message(
        "{command} (process {process}) is writing an export.", command=holder.command, process=holder.process
    )


@contextmanager
def writing(place: Path) -> Iterator[Path]:
    """
    Give a place beside, file or folder, that takes this one when all is written; where that fails nothing is left of it.

    What a killed program left is finished first: of one that was killed between both renames, the former export is put back.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    beside, former = (place.with_name(f".{place.name}.{end}") for end in ("writing", "former"))
    _remove(beside)
    if former.exists() and not place.exists():
        former.replace(place)
    _remove(former)
    try:
        with naming(place):
            yield beside
            if place.exists():
                place.replace(former)
            beside.replace(place)
            _remove(former)
    finally:
        _remove(beside)


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)

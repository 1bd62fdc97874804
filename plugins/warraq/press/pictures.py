"""
The pictures below `content/images/`: which files may be there, and the copies that are published.

Pelican would copy whatever lies there, a drawing with a script too. So it copies nothing of it: pictures are read, cleaned and
written like every other file of the site. What an editor put there stays as it is.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from warraq.archive.files import is_litter
from warraq.archive.our_mistake import our_mistake
from warraq.archive.pictures import BadPictureError
from warraq.archive.problem import Level, Problem
from warraq.desk.archive_lock import archive_lock
from warraq.desk.changed import changed_meanwhile
from warraq.desk.writing import ChangedMeanwhileError, rewrite
from warraq.language import Message, message
from warraq.language.sizes import size

from .cache import Cache

if TYPE_CHECKING:
    from warraq.pages.page import File

FOLDER = "images"
THREADS = 4
"""Pillow decodes outside of Python's lock."""
CLEAN, CARRIES_MORE = "clean", "carries more"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or link below `content/images/`."""

    name: str
    """Its path below content/, with `/`."""
    path: Path


def picture_names(content: Path) -> list[str]:
    """List the files below `content/images/`, by their paths below content/, sorted."""
    return [entry.name for entry in _entries(content)]


def picture_problems(content: Path, *, kept: bool, cache: Cache | None = None) -> Iterator[Problem]:
    """
    Give the problems of the files below `content/images/`.

    `kept`: the archive wants its files as they came, so that none is told to carry more than its pixels. With a cache, a picture
    that was good is not opened again.
    """
    entries = list(_entries(content))
    yield from _same_names(content, entries)
    if not entries:
        return
    from concurrent.futures import ThreadPoolExecutor  # slow to import

    with ThreadPoolExecutor(min(THREADS, os.cpu_count() or 1)) as pool:
        for entry, found in zip(entries, pool.map(partial(_checked, content, cache), entries), strict=True):
            if isinstance(found, Problem):
                yield found
            elif found == CARRIES_MORE and not kept:
                yield _carries_more(f"{content.name}/{entry.name}")


def published_pictures(content: Path, addresses: Collection[str]) -> Iterator[File]:
    """Yield the pictures that may leave, by their addresses, cleaned; all files were found good before."""
    from warraq.archive.pictures import clean_picture
    from warraq.pages.page import File

    for entry in _entries(content):
        if entry.name in addresses:
            try:
                clean = clean_picture(entry.path.read_bytes(), is_known_to_open=True)
            except BadPictureError as error:  # it was changed a moment ago
                raise SystemExit(str(_problem(content, entry, error))) from None
            yield File(entry.name, clean.data)


def clean_in_place(content: Path) -> Iterator[Message]:
    """Write each picture that carries more than its pixels and colours anew without it; say what was done."""
    from warraq.archive.pictures import clean_picture

    cleaned, lock = 0, archive_lock(content, "pictures")
    for entry in _entries(content):
        if _checked(content, None, entry) == CARRIES_MORE and not entry.path.is_symlink():
            before = entry.path.read_bytes()
            after = clean_picture(before).data
            cleaned += 1
            try:
                with lock:
                    rewrite(entry.path, before, after)
            except ChangedMeanwhileError as changed:
                yield changed_meanwhile(changed, content)
                continue
            yield message(
                "{path}: cleaned, {before} became {after}.",
                path=f"{content.name}/{entry.name}",
                before=size(len(before)),
                after=size(len(after)),
            )
    if not cleaned:
        yield message("Every picture carries its pixels and colours alone.")


def _entries(content: Path) -> Iterator[_Entry]:
    """
    Yield what lies below `content/images/`, sorted; links to folders are not followed.

    What systems put into folders, and names that begin with a dot, are neither published nor a mistake.
    """
    found: list[_Entry] = []
    for here, folders, files in os.walk(content / FOLDER):
        links = [name for name in folders if Path(here, name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*files, *links):
            if not name.startswith(".") and not is_litter(name):
                path = Path(here, name)
                found.append(_Entry(path.relative_to(content).as_posix(), path))
    yield from sorted(found, key=lambda entry: entry.name)


def _checked(content: Path, cache: Cache | None, entry: _Entry) -> Problem | str:
    """Give CLEAN, CARRIES_MORE, or what is wrong with a file."""
    path = f"{content.name}/{entry.name}"
    try:
        if _leads_out(content, entry.path):
            return CLEAN  # reading the archive tells of it
        data = _read(entry.path)
        _check_name(entry.path.name, data)
        # The digest is of the bytes alone: the same picture in two places is opened once.
        return cache("picture", data, lambda: _state(data)) if cache else _state(data)
    except BadPictureError as error:
        return _problem(content, entry, error)
    except Exception as error:  # noqa: BLE001 - the boundary round one file
        return our_mistake(path, error)


def _same_names(content: Path, entries: Iterable[_Entry]) -> Iterator[Problem]:
    """Give a problem for each file that Windows and macOS take for another one."""
    known: dict[str, _Entry] = {}
    for entry in entries:
        other = known.setdefault(unicodedata.normalize("NFC", entry.name).casefold(), entry)
        if other is not entry:
            what = message("On Windows and macOS it is the same file as {path}.", path=f"{content.name}/{other.name}")
            todo = message("Rename it, in the articles too.")
            yield Problem(f"{content.name}/{entry.name}", 0, 0, "", what, todo)


def _leads_out(content: Path, path: Path) -> bool:
    return path.is_symlink() and not path.resolve().is_relative_to(content.resolve())


def _read(path: Path) -> bytes:
    from warraq.archive.pictures import MOST_BYTES, too_large

    if not path.exists() or not stat.S_ISREG((found := path.stat()).st_mode):  # a pipe never ends
        raise BadPictureError(
            message("It is a folder's link, a dead link or a device."), message("Put the picture itself there.")
        )
    if found.st_size > MOST_BYTES:
        raise too_large(message("{number} megabytes", number=round(found.st_size / 1e6, 1)))
    return path.read_bytes()


def _problem(content: Path, entry: _Entry, error: BadPictureError) -> Problem:
    return Problem(f"{content.name}/{entry.name}", 0, 0, "", error.what, error.todo)


def _state(data: bytes) -> str:
    from warraq.archive.pictures import clean_picture

    return CARRIES_MORE if clean_picture(data).carried_more else CLEAN


def _check_name(name: str, data: bytes) -> None:
    """Refuse a name that says something else than the bytes: servers tell browsers what a file is by its name."""
    from warraq.archive.pictures import kind_of

    kind = kind_of(data)
    stem, dot, ending = name.rpartition(".")
    if kind and ending.lower() not in kind.endings:
        right = f"{stem if dot else name}.{kind.endings[0]}"
        raise BadPictureError(
            message("By its bytes it is {kind}, which the name does not say.", kind=kind.value),
            message("Rename it to {name}, in the articles too.", name=right),
        )
    try:
        name.encode()
    except UnicodeEncodeError:
        raise BadPictureError(
            message("Its name is not written in UTF-8."), message("Rename it, in the articles too.")
        ) from None


def _carries_more(path: str) -> Problem:
    what = message("The file carries more than the picture, perhaps where and when it was taken.")
    todo = message(
        "The site's copy does not; the file goes wherever content/ goes. Run python3 tasks.py pictures, or write pictures: keep "
        "in content/site.yaml."
    )
    return Problem(path, 0, 0, "", what, todo, Level.WARNING)

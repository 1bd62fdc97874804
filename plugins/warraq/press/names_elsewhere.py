"""
Names of files that another system can't hold.

An archive is kept by several people. What one saves on a Mac or on Linux as `خبر: عاجل.md` git can't write on a colleague's Windows, and of
`News.md` and `news.md` it writes only one, so that the other seems to be deleted. An import gives no such names; an editor's hand may.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from warraq.archive.problem import Level, Problem
from warraq.archive.shown_path import shown_path
from warraq.archive.slug import DEVICES
from warraq.language import Message, message

NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]')
"""A backslash is told where the archive is read."""
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
LONGEST = 180
"""Code units of a path below the project: Windows allows 260, and the project lies in a folder of its own."""
FOLDERS = ("articles", "originals", "records", "vocabulary", "pages", "theme")
"""Pictures have checks of their own."""


def names_elsewhere(content: Path) -> Iterator[Problem]:
    """Yield a warning for each file whose name Windows or macOS can't hold beside the others, once for a text and what belongs to it."""
    for folder in FOLDERS:
        known: dict[str, str] = {}
        for path in _files(content / folder, f"{content.name}/{folder}"):
            if not path.isprintable() and CONTROL.search(path):
                continue  # nothing can hold it, which reading the archive tells
            if what := _refused(path):
                yield _warning(path, what)
            other = known.setdefault(normalize("NFC", path).casefold(), path)
            if other != path:
                yield _warning(
                    path, message("On Windows and macOS it is the same file as {path}.", path=shown_path(other))
                )


def _refused(path: str) -> Message | None:
    for name in path.split("/"):
        if found := NOT_ON_WINDOWS.search(name):
            return message("Windows can't hold a name with {sign} in it.", sign=shown_path(found[0]))
        if name.endswith((".", " ")):
            return message("Windows can't hold a name that ends with a stop or a space.")
        if DEVICES.fullmatch(name.split(".")[0].rstrip()):
            return message("On Windows {name} is the name of a device.", name=shown_path(name.split(".")[0]))
    if len(path.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
        return message("The path is too long for Windows.")
    return None


def _files(folder: Path, path: str) -> Iterator[str]:
    """Yield the paths of files below a folder, in their order; what can't be listed has its problem elsewhere."""
    try:
        with os.scandir(folder) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder / entry.name, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}"


def _warning(path: str, what: Message) -> Problem:
    todo = message(
        "Rename it, with the files of the same name in the other folders, and what its article calls it (original:)."
    )
    return Problem(shown_path(path), 0, 0, "", what, todo, Level.WARNING)

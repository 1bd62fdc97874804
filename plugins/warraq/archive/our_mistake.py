"""
The boundary round each file: an exception that nobody foresaw is a problem of that file, and the other files go on.

A file that a person brings may meet a mistake of this program. It must stop neither the other files nor end in a traceback that
tells nobody which file it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from traceback import extract_tb

from warraq.language import message

from .problem import Problem

PLUGINS = Path(__file__).resolve().parents[2]
"""Paths in messages are relative to it, so that no message shows where the machine keeps this program."""

REPORT_IT = message("This is our mistake: please report it, with this line and the file, as docs/safety.md says.")


def our_mistake(path: str, error: Exception) -> Problem:
    """
    Give the problem of a file whose handling failed by a mistake of this program.

    `path` is the file's as messages name it, relative to the project. The problem names the exception and the last place in
    this project's code that it passed; the exception's own words are left out, for they may hold a text or a path.
    """
    what = message(
        "This program failed at this file: {error}, {place}.", error=type(error).__name__, place=_place(error)
    )
    return Problem(path, 0, 0, "", what, REPORT_IT)


def told(path: str, look: Callable[[], Iterable[Problem]]) -> Iterator[Problem]:
    """Yield the problems that `look` finds at a file; should it fail, that is the last one."""
    try:
        yield from look()
    except Exception as error:  # noqa: BLE001 - the boundary: the other files are looked at too
        yield our_mistake(path, error)


def _place(error: Exception) -> str:
    """Give `warraq/edition/notes.py:97`, the innermost place in our own code; `?` for an error that never passed it."""
    for frame in reversed(extract_tb(error.__traceback__)):
        file = Path(frame.filename)
        if file.is_relative_to(PLUGINS):
            return f"{file.relative_to(PLUGINS).as_posix()}:{frame.lineno}"
    return "?"

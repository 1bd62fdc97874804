"""
An article that nobody edited and its record are written as one: a record of another text would name repairs that are not there.

They are two files, so before the first of them is written a note of both stands in `.warraq/`. The next command that finds the
note knows that a program died between the two, and makes them fit again.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from .archive_lock import archive_lock
from .writing import ChangedMeanwhileError, rewrite, write

NOTE = "half-written.json"
STEP_NOTE = "half-step.json"
"""The note of a step of many articles (`journal/whole_step.py`)."""


def rewrite_with_record(article: Path, before: bytes, after: bytes, record: Path, new: bytes) -> None:
    """
    Write an article anew as `rewrite()` does, and its record with it; where the article can't be written, neither.

    A ChangedMeanwhileError where the article was saved meanwhile, an OSError where the disk takes no more. The archive's lock is held.
    """
    now = article.read_bytes() if article.is_file() else None
    if now != before:
        raise ChangedMeanwhileError(article, now)
    content = record.parents[1]
    note = {
        "article": article.relative_to(content).as_posix(),
        "record": record.relative_to(content).as_posix(),
        "texts": [before.decode(), after.decode()],
        "records": [record.read_bytes().decode(), new.decode()],
    }
    place = _place(content)
    write(place, json.dumps(note, ensure_ascii=False).encode())
    try:
        write(record, new)
        rewrite(article, before, after)
    except BaseException:
        with suppress(OSError):  # the note stays, and the next command does it
            _make_fit(content)
        raise
    place.unlink()


def finish_interrupted(content: Path, command: str) -> None:
    """Make whole what `command` or another one left half-written when it died; to be called before reading."""
    if _place(content).with_name(STEP_NOTE).exists():
        from .journal import finish_half_step  # it reads articles, which few commands need

        finish_half_step(content, command)
    if _place(content).exists():
        with archive_lock(content, command):
            _make_fit(content)


def _make_fit(content: Path) -> None:
    """Give the noted article the record of the text that it holds; of an article that was edited since, that of the nearer text."""
    place = _place(content)
    try:
        note = json.loads(place.read_bytes())
    except FileNotFoundError:  # the command did not die, it was at work
        return
    article, record = content / note["article"], content / note["record"]
    if article.is_file() and record.is_file():
        now = article.read_bytes().decode(errors="replace")
        old, new = (_nearness(now, text) for text in note["texts"])
        fitting, other = note["records"][:: -1 if new > old else 1]
        if record.read_bytes() == other.encode():
            write(record, fitting.encode())
    place.unlink()


def _nearness(one: str, other: str) -> tuple[bool, float]:
    """Say how near two texts are: whether they are the same, and the share of their lines that both have."""
    lines, others = set(one.splitlines()), set(other.splitlines())
    return one == other, len(lines & others) / max(len(lines | others), 1)


def _place(content: Path) -> Path:
    return content.resolve().parent / ".warraq" / NOTE

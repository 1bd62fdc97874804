"""
A step of many articles is written whole or not at all.

All of it stands in the journal before the first article is written, and a note in `.warraq/` says that it is being written. A program that
fails gives the articles back at once; after one that died the next command does so, and says it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from warraq.desk.archive_lock import archive_lock
from warraq.desk.article_with_record import STEP_NOTE
from warraq.desk.editor_name import editor_name
from warraq.desk.own_files import demand_folder, git_knows, is_another_users, is_link, read_own
from warraq.desk.site import language_in
from warraq.desk.writing import ChangedMeanwhileError, rewrite, write
from warraq.language import Message, message

from .journal import Journal
from .step import Step
from .taking_back import take_back

LONGEST_NOTE = 1_000


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a step."""

    file: Path
    before: bytes
    after: bytes
    about: str = ""


def write_whole_step(
    content: Path,
    command: str,
    what: Message,
    changes: Sequence[FileChange],
    show: Callable[[Sequence[FileChange]], Iterable[FileChange]] = iter,
) -> int:
    """
    Write all files of a step, or none, and give its number; `what` says for the journal what is done, `show` may show progress.

    A ChangedMeanwhileError where one was saved since it was read, an OSError where the disk takes no more. The archive's lock is held.
    """
    for change in changes:
        now = change.file.read_bytes() if change.file.is_file() else None
        if now != change.before:
            raise ChangedMeanwhileError(change.file, now)
    journal = Journal(content)
    last = max(journal.numbers_after(0), default=0)
    open_step = journal.step(command, what, editor_name(content.parent), date.today())  # noqa: DTZ011 - the editor's own day
    _begin(content, command, last)
    try:
        for change in changes:
            open_step.note(change.file, change.before, change.after, change.about)
        for change in show(changes):
            rewrite(change.file, change.before, change.after)
    except BaseException:
        with suppress(OSError):  # else the note stays, and the next command does it
            _give_back(content, last)
        raise
    _place(content).unlink()
    return open_step.number


def finish_half_step(content: Path, command: str) -> bool:
    """Give the articles back that `command` or another one had written when it died, and say so; to be called before reading."""
    if not _place(content).exists() or not _is_ours(content):
        return False
    with archive_lock(content, command):
        given = _noted(content)
        stayed = _give_back(content, given[1]) if given else None
    if given is None or stayed is None:
        return False
    language = language_in(content)
    said = message(
        "“{command}” was interrupted before it was done: the articles are as they were before it. Run it once more.",
        command=given[0],
    )
    print(said.text(language), file=sys.stderr)
    for path in stayed:
        stays = message("{path} was changed since at the same place, and stays as it is.", path=f"content/{path}")
        print(stays.text(language), file=sys.stderr)
    return True


def _give_back(content: Path, last: int) -> tuple[str, ...] | None:
    """Take back what was written after step `last`, and give the paths of files that stay; None where all of it had been written."""
    journal, stayed = Journal(content), tuple[str, ...]()
    for number in journal.numbers_after(last):
        step = journal.read(number)
        if step and _is_whole(content, step):
            _place(content).unlink()
            return None
        stayed += take_back(content, step).stayed if step else ()
        journal.forget(number)
    _place(content).unlink()
    return stayed


def _is_whole(content: Path, step: Step) -> bool:
    files = ((content / changed.file, changed.after) for changed in step.changed)
    return all(file.is_file() and file.read_bytes() == after for file, after in files)


def _begin(content: Path, command: str, last: int) -> None:
    place = _place(content)
    demand_folder(place.parent)
    write(place, json.dumps({"command": command, "last": last}).encode())


def _noted(content: Path) -> tuple[str, int] | None:
    """Read which command was writing, and the number of the step before it; None where it has ended meanwhile, or that is unknown."""
    try:
        note = json.loads(read_own(_place(content), LONGEST_NOTE))
        return str(note["command"]), int(note["last"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        _place(content).unlink(missing_ok=True)
        return None


def _is_ours(content: Path) -> bool:
    """Tell whether this user's program left the note: one that came with a contribution would let others write into articles."""
    place = _place(content)
    return not (is_link(place) or is_another_users(place) or git_knows(place.parent)[0])


def _place(content: Path) -> Path:
    return content.resolve().parent / ".warraq" / STEP_NOTE

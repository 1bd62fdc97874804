"""
Steps: changes of many articles that are written as one, and can be undone as one, by another process on another day.

Before the first article is written the whole step stands in `.warraq/steps/`: of each article, what stood above its text and what is to
stand there. A program that dies between two articles leaves it as `begun`, and the next command puts the articles back. A step that is
done stays there for `undo`; the last `KEPT` are kept. Texts below the front matter are none of a step, so editing them is no obstacle.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from warraq.language import message

from .archive_files import ArchiveFiles
from .archive_lock import archive_lock
from .article_head import ArticleHead, head_of
from .front_matter_places import NotEditableError
from .own_files import demand_folder, git_knows, is_another_users, is_link, open_own
from .site import language_in
from .writing import ChangedMeanwhileError, rewrite, write

FOLDER = "steps"
KEPT = 50
NAME = re.compile(r"(\d{6})(?:\.(begun|undone))?\.json")
DONE, BEGUN, UNDONE = "", "begun", "undone"


@dataclass(frozen=True, slots=True)
class HeadChange:
    """One article of a step: the front matter before and after, as they stand in the file."""

    path: str
    """Of the article's file, relative to the project, with `/`."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that belong together."""

    command: str
    """As people typed it."""
    changes: tuple[HeadChange, ...]
    taken: tuple[tuple[str, str, str, str], ...] = ()
    """Cells that an `update` took: path, field, the mark of the value that was exported, the mark of the value now."""
    undoes: int = 0
    """The number of the step that this one undoes."""
    number: int = 0
    when: int = 0
    """Seconds since 1970."""
    state: str = DONE


@dataclass(slots=True)
class Steps:
    """The steps of an archive."""

    content: Path
    _folder: Path = field(init=False)

    def __post_init__(self) -> None:
        self._folder = self.content.resolve().parent / ".warraq" / FOLDER

    def numbers(self, *states: str) -> list[int]:
        """List the numbers of the steps in one of these states, the oldest first."""
        return sorted(number for number, state in self._found() if state in states)

    def read(self, number: int) -> Step | None:
        """Read a step; None where its file can't be read, or is not this program's own."""
        state = next((s for n, s in self._found() if n == number), None)
        if state is None:
            return None
        try:
            with os.fdopen(open_own(self._file(number, state), os.O_RDONLY), encoding="utf-8", newline="") as stream:
                return _step(json.load(stream), number, state)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def taken(self) -> set[tuple[str, str, str, str]]:
        """Give all cells that were taken from tables by steps that stand."""
        steps = (self.read(number) for number in self.numbers(DONE))
        return {cell for step in steps if step for cell in step.taken}

    def write(self, step: Step, pieces: Callable[[Sequence[HeadChange]], Iterable[HeadChange]] = iter) -> None:
        """
        Write all articles of a step, or none; the archive's lock is held.

        A ChangedMeanwhileError where one was saved since it was read, an OSError where the disk takes no more. `pieces` may show progress.
        """
        bodies = {change.path: self._below(change) for change in step.changes}
        number = max((n for n, _ in self._found()), default=0) + 1
        demand_folder(self._folder.parent)
        demand_folder(self._folder)
        write(self._file(number, BEGUN), _data(step))
        try:
            for change in pieces(step.changes):
                below = bodies[change.path]
                rewrite(
                    self.content.parent / change.path, *((h + below).encode() for h in (change.before, change.after))
                )
            self._end(number, step)
        except BaseException:
            with suppress(OSError):  # else it stays begun, and the next command does it
                self._put_back(number, step)
            raise
        for old in self.numbers(DONE, UNDONE)[:-KEPT]:
            for state in (DONE, UNDONE):
                self._file(old, state).unlink(missing_ok=True)

    def put_back_begun(self) -> tuple[list[Step], list[str]]:
        """Put the articles back that a program left half-written when it died; give its steps, and the paths of files changed since."""
        steps, changed = [], []
        for number in self.numbers(BEGUN):
            step = self.read(number)
            if step is None:
                self._file(number, BEGUN).replace(self._folder / f"{number:06}.unreadable")
            else:
                others = self._put_back(number, step)
                if others is not None:
                    steps.append(step)
                    changed += others
        return steps, changed

    def _end(self, number: int, step: Step) -> None:
        if step.undoes:
            with suppress(FileNotFoundError):
                self._file(step.undoes, DONE).replace(self._file(step.undoes, UNDONE))
            self._file(number, BEGUN).unlink()
        else:
            self._file(number, BEGUN).replace(self._file(number, DONE))

    def _put_back(self, number: int, step: Step) -> list[str] | None:
        """Give every article of a begun step its former front matter, and the paths of others; None where all had been written."""
        heads = {change.path: self._head(change.path) for change in step.changes}
        if all((head := heads[c.path]) and head.raw == c.after for c in step.changes):
            self._end(number, step)
            return None
        changed = []
        for change in step.changes:
            head = heads[change.path]
            if head and head.raw == change.after:
                with suppress(ChangedMeanwhileError):
                    before = ArticleHead(change.before, head.below)
                    rewrite(self.content.parent / change.path, head.data(), before.data())
                    continue
            if not head or head.raw != change.before:
                changed.append(change.path)
        self._file(number, BEGUN).unlink()
        return changed

    def _below(self, change: HeadChange) -> str:
        """Give the text below a front matter; a ChangedMeanwhileError where that is not what it was."""
        file = self.content.parent / change.path
        head = self._head(change.path)
        if head is None or head.raw != change.before:
            raise ChangedMeanwhileError(file, None if head is None else head.data())
        return head.below

    def _head(self, path: str) -> ArticleHead | None:
        file = ArchiveFiles(self.content).article_file(path)
        try:
            return head_of(file.read_bytes()) if file else None
        except (OSError, NotEditableError, UnicodeDecodeError):
            return None

    def _file(self, number: int, state: str) -> Path:
        return self._folder / (f"{number:06}.{state}.json" if state else f"{number:06}.json")

    def _found(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the state of every step that this user's program made on this machine."""
        if is_link(self._folder) or not self._folder.is_dir() or git_knows(self._folder.parent)[0]:
            return
        for file in sorted(self._folder.iterdir()):
            match = NAME.fullmatch(file.name)
            if match and not is_link(file) and file.is_file() and not is_another_users(file):
                yield int(match[1]), match[2] or DONE


def finish_begun_steps(content: Path, command: str) -> None:
    """Put back what `command` or another one left half-written when it died, and say so; to be called before reading."""
    steps = Steps(content)
    if not steps.numbers(BEGUN):
        return
    with archive_lock(content, command):
        put_back, changed = steps.put_back_begun()
    language = language_in(content)
    for step in put_back:
        said = message(
            "“{command}” was interrupted before it was done: its articles are as they were before it. Run it once more.",
            command=step.command,
        )
        print(said.text(language), file=sys.stderr)
    for path in changed:
        said = message("{path} was saved by somebody since; it stays as it was saved.", path=path)
        print(said.text(language), file=sys.stderr)


def _data(step: Step) -> bytes:
    kept = {
        "command": step.command,
        "when": int(time.time()),
        "undoes": step.undoes,
        "changes": [[c.path, c.before, c.after] for c in step.changes],
        "taken": step.taken,
    }
    return json.dumps(kept, ensure_ascii=False).encode()


def _step(kept: dict[str, Any], number: int, state: str) -> Step:
    changes = tuple(HeadChange(*map(str, change)) for change in kept["changes"])
    taken = tuple((str(a), str(b), str(c), str(d)) for a, b, c, d in kept["taken"])
    return Step(str(kept["command"]), changes, taken, int(kept["undoes"]), number, int(kept["when"]), state)

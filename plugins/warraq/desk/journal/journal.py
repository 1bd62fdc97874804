"""
The journal: `.warraq/journal/N.jsonl` is the N-th step of this machine.

Each line is on the disk before its file is changed, so that a program which dies leaves nothing that can't be taken back. What the disk
does not take is not done.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from warraq.desk.own_files import demand_folder, git_knows, is_another_users, is_link, open_own, read_own
from warraq.desk.writing import naming
from warraq.language import Message

from .step import Changed, Step, changed_line, head_line, read_step, undone_line, void_line

MOST_STEPS = 5000
"""Steps that are kept: some weeks of review; git has what was committed."""
LARGEST_STEP = 2_000_000_000
"""Bytes of a step's file."""


@dataclass(slots=True)
class OpenStep:
    """A step that is being made; its file begins with the first change."""

    journal: Journal
    command: str
    what: Message
    """May be set until the first change is noted."""
    by: str
    day: date
    number: int = 0
    changed: list[Changed] = field(default_factory=list)

    def note(self, file: Path, before: bytes, after: bytes, about: str = "") -> Changed:
        """Note a file below content/ before it is written."""
        changed = Changed(file.relative_to(self.journal.content).as_posix(), before, after, about)
        if not self.number:
            self.number = self.journal.begun(head_line(self.command, self.what, self.by, self.day.isoformat()))
        self.journal.add(self.number, changed_line(changed))
        self.changed.append(changed)
        return changed

    def void(self, changed: Changed) -> None:
        """Note that a file was not written after all; a step without any is none."""
        self.changed.remove(changed)
        if self.changed:
            self.journal.add(self.number, void_line(changed))
        else:
            self.journal.forget(self.number)
            self.number = 0


@dataclass(frozen=True, slots=True)
class Journal:
    """The steps of the archive below `content`, on this machine."""

    content: Path

    @property
    def folder(self) -> Path:
        """Where the steps lie."""
        return self.content.resolve().parent / ".warraq" / "journal"

    def step(self, command: str, what: Message, by: str, day: date) -> OpenStep:
        """Open a step: a command's name, a sentence about what is done, an editor's name and day. The archive's lock is held when it notes."""
        return OpenStep(self, command, what, by, day)

    def steps(self) -> Iterator[Step]:
        """Yield the steps that can be taken back, the last one first."""
        for number in sorted(self._numbers(), reverse=True):
            step = self.read(number)
            if step and step.changed:
                yield step

    def numbers_after(self, last: int) -> list[int]:
        """List the numbers of the steps after that one."""
        return sorted(number for number in self._numbers() if number > last)

    def read(self, number: int) -> Step | None:
        """Read a step; None where there is none of that number, or it can't be read."""
        if not self._is_ours():
            return None
        try:
            return read_step(number, read_own(self._file(number), LARGEST_STEP))
        except OSError:
            return None

    def begun(self, head: bytes) -> int:
        """Begin the file of a step, and give its number; the oldest step too many goes."""
        demand_folder(self.folder.parent)
        self.folder.mkdir(parents=True, exist_ok=True)
        numbers = sorted(self._numbers())
        for old in numbers[: max(0, len(numbers) - MOST_STEPS + 1)]:
            self.forget(old)
        number = numbers[-1] if numbers else 0
        while True:
            number += 1
            try:
                self._write(number, head, os.O_CREAT | os.O_EXCL)
            except FileExistsError:
                continue
            return number

    def add(self, number: int, line: bytes) -> None:
        """Add a line to the file of a step."""
        self._write(number, line, 0)

    def undone(self, step: Step, files: list[str]) -> None:
        """Note the files that were taken back."""
        self.add(step.number, undone_line(files))

    def forget(self, number: int) -> None:
        """Take a step out of the journal."""
        self._file(number).unlink(missing_ok=True)

    def _file(self, number: int) -> Path:
        return self.folder / f"{number}.jsonl"

    def _is_ours(self) -> bool:
        """Tell whether this user wrote it here: a journal that came with a contribution would write its author's texts when it is taken back."""
        places = (self.folder, self.folder.parent)
        return not any(is_link(each) or is_another_users(each) for each in places) and not git_knows(places[1])[0]

    def _numbers(self) -> list[int]:
        found = self.folder.iterdir() if self.folder.is_dir() and self._is_ours() else ()
        return [int(file.stem) for file in found if file.suffix == ".jsonl" and file.stem.isdecimal()]

    def _write(self, number: int, line: bytes, flags: int) -> None:
        file = self._file(number)
        descriptor = open_own(file, os.O_WRONLY | os.O_APPEND | flags)
        with naming(file), os.fdopen(descriptor, "ab", buffering=0) as stream:
            stream.write(line)

"""Faults in an archive's files and values, explained to the person who can mend them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from warraq.language import Message, message, on_one_line


class Level(StrEnum):
    """How serious a problem is."""

    ERROR = "error"
    """Nothing is built until it is mended."""
    WARNING = "warning"
    """The site is built; somebody should look."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, and its remedy."""

    path: str
    """The file, relative to the project, with `/`; the primary sort key of problems."""
    line: int
    """From 1; 0 where the whole file is meant."""
    column: int
    """From 1, in code points; 0 where the whole line is meant."""
    field: str
    """`annotations[0].quote`; empty where none is meant."""
    what: Message
    todo: Message
    level: Level = Level.ERROR

    def text(self, language: str = "en") -> str:
        """Format it: `path:line:column: field: what is wrong. What to do.` stands on one line."""
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        parts = [place, *([self.field] if self.field else []), f"{self.what.text(language)} {self.todo.text(language)}"]
        return on_one_line(": ".join(parts))

    def __str__(self) -> str:
        return self.text()


class WrongValueError(ValueError):
    """A value that an editor wrote can't be taken: what is wrong with it and what to do about it."""

    def __init__(self, what: Message, todo: Message) -> None:
        super().__init__(str(what))
        self.what, self.todo = what, todo


class Fault(Protocol):
    """A `Problem`, or an error: what is wrong, and what to do about it."""

    @property
    def what(self) -> Message:
        """What is wrong."""

    @property
    def todo(self) -> Message:
        """What to do about it."""


def with_remedy(fault: Fault) -> Message:
    """Say in one message what is wrong and what to do about it; where that is, is said beside it."""
    return message("{what} {todo}", what=fault.what, todo=fault.todo)

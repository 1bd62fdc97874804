"""How far a long piece of work has come that one key began: the page asks, and the terminal shows it too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from warraq.desk.progress import with_progress
from warraq.language import Message, message

T = TypeVar("T")
WRITING = message("Writing decisions")
LOOKING = message("Looking at the articles")
TAKING_BACK = message("Taking back")
MANY = 100
"""Pieces from which on the terminal shows them; they take a second or so."""


@dataclass(slots=True)
class LongWork:
    """The work that is being done, in the language of the page; of what takes a moment nobody asks."""

    language: str = ""
    what: str = ""
    done: int = 0
    of: int = 0
    """Pieces of it; 0: nothing is being done."""

    def over(self, pieces: Iterable[T], what: Message) -> Iterator[T]:
        """Pass pieces of work on, and count them."""
        all_of_them = list(pieces)
        self.what, self.done, self.of = what.text(self.language), 0, len(all_of_them)
        many = len(all_of_them) >= MANY
        try:
            for piece in with_progress(all_of_them, what, self.of, 0, self.language) if many else all_of_them:
                yield piece
                self.done += 1
        finally:
            self.of = 0

    def told(self) -> dict[str, str | int]:
        """Say how far it has come."""
        return {"what": self.what, "done": self.done, "of": self.of}

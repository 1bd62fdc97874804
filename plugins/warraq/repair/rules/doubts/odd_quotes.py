"""Quotation marks of one kind that have no other half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from ...engine import Suspicion
from ...late import late

WORD = late(r"\S{1,40}")


class Does(Enum):
    """What a mark does at its place."""

    OPENS = "opens"
    CLOSES = "closes"
    MAY_CLOSE = "may close"
    """It closes what is open, and means something else where nothing is: an inch behind a digit."""


def odd_quotes(text: str, marks: Iterable[tuple[int, Does]]) -> Iterator[Suspicion]:
    """Yield the marks, given by their places, that have no other half; each paragraph of a quotation may open it anew."""
    opened: int | None = None
    for at, does in marks:
        if does is Does.OPENS:
            if opened is not None and not (at == 0 or text[at - 1] == "\n"):
                yield _with_word(opened, text)
            opened = at
            continue
        if does is Does.CLOSES and opened is None:
            yield Suspicion(at, at + 1)
        opened = None
    if opened is not None:
        yield _with_word(opened, text)


def _with_word(at: int, text: str) -> Suspicion:
    """Give the mark and the word behind it."""
    word = WORD.match(text, at)
    return Suspicion(at, word.end() if word else at + 1)

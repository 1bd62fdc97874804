"""The differences of two versions, line by line: what was taken out, what came in, and how much stayed between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from warraq.edition.word_diff import word_diff


@dataclass(frozen=True, slots=True)
class DifferingLine:
    """A line in which two versions differ, or a run of lines that both have."""

    html: Markup
    """Both texts in one line, in `<del>` and `<ins>`; empty for a run."""
    same: int = 0
    """How many lines both have; 0 where this is a line that differs."""


def differing_lines(before: str, after: str) -> Iterator[DifferingLine]:
    """Yield the lines in which two texts differ, in their order, and between them how many both have."""
    # With a line end behind the last line too, it is the same line where others follow it in one text alone.
    for differs, lines in groupby(_lines(f"{before}\n", f"{after}\n"), key=lambda line: any(tag for tag, _ in line)):
        run = list(lines)
        if differs:
            yield from (DifferingLine(Markup().join(_html(*piece) for piece in line)) for line in run)
        else:
            yield DifferingLine(Markup(), len(run))


Piece = tuple[str, str]
"""The name of an element, or nothing, and text without line ends."""


def _lines(before: str, after: str) -> Iterator[list[Piece]]:
    """Yield each line of both texts once, in pieces."""
    line: list[Piece] = []
    for tag, text in _pieces(before, after):
        first, *others = text.split("\n")
        line += [(tag, first)] if first else []
        for other in others:
            if line:
                yield line
            line = [(tag, other)] if other else []
    if line:
        yield line


def _pieces(before: str, after: str) -> Iterator[Piece]:
    at = 0
    for change in word_diff(before, after):
        yield "", before[at : change.start]
        yield "del", change.before
        yield "ins", change.after
        at = change.end
    yield "", before[at:]


def _html(tag: str, text: str) -> Markup:
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), text) if tag else Markup("{}").format(text)  # noqa: S704 - ours

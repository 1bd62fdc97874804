"""What an import says of itself, in sentences: the terminal, the page and the table say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from warraq.archive.problem import Problem
from warraq.language import Message, message

from .counts import Counts
from .deciding import Fate, Same

FATES: dict[Fate, Message] = {
    Fate.IMPORTED: message("imported"),
    Fate.DUPLICATE: message("duplicate"),
    Fate.HELD: message("in the archive already"),
    Fate.SET_ASIDE: message("set aside"),
}
SAME: dict[Same, Message] = {
    Same.BYTES: message("the same file"),
    Same.URL: message("the same address"),
    Same.TEXT: message("the same text"),
}
NO_FILE = message("no file")
MOST_TOLD = 20
"""Rows of the table that a terminal names; the report has all."""


def summary(counts: Counts) -> Iterator[Message]:
    """The counts as sentences; those of nothing are left out, but for the first."""
    c = counts
    yield message("Imported: {number} of {found} files.", number=c.imported, found=c.found)
    doubtful = message("Imported with open doubts: {number} (doubts: {doubts}).", number=c.doubtful, doubts=c.doubts)
    lines = (
        (c.duplicates, message("Duplicates of others among them, not imported: {number}.", number=c.duplicates)),
        (c.held, message("In the archive already, not imported: {number}.", number=c.held)),
        (c.set_aside, message("Set aside because they can't be read: {number}.", number=c.set_aside)),
        (c.undated, message("Imported without a date: {number}.", number=c.undated)),
        (c.doubtful, doubtful),
        (c.alike, message("Nearly the same as another text: {number}; both are kept.", number=c.alike)),
        (c.pictures, message("Pictures taken along: {number}.", number=c.pictures)),
        (c.pictures_left, message("Pictures outside of the articles, left behind: {number}.", number=c.pictures_left)),
        (c.pictures_set_aside, message("Pictures that can't be read: {number}.", number=c.pictures_set_aside)),
    )
    yield from (sentence for number, sentence in lines if number)


def next_steps(counts: Counts) -> Iterator[Message]:
    """What to do next."""
    if counts.set_aside:
        yield message("Look at the files that were set aside: each has its reason below.")
    if counts.doubtful or counts.undated:
        yield message("Decide on the doubts and the missing dates: python3 tasks.py review")
    if counts.imported:
        yield message("See the pages: python3 tasks.py serve")
        yield message("Keep what you have: git add content, then git commit.")
    else:
        yield message("Nothing new came in; nothing was changed.")


def told(strays: Sequence[Problem]) -> Iterator[Problem | Message]:
    """The rows of the table that speak of no file, as a terminal shows them: their number, and the first of them."""
    if strays:
        yield message("Rows of the table that speak of no file: {number}.", number=len(strays))
        yield from strays[:MOST_TOLD]
    if len(strays) > MOST_TOLD:
        yield message("… and {number} more.", number=len(strays) - MOST_TOLD)

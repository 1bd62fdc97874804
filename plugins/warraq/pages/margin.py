"""The margin beside one section of an article: notes, definitions of names, and repairs."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.edition.edition import MarginEntry, MarkKind

LETTERS_PER_LINE = 60
"""Of the text."""
MARGIN_LETTERS_PER_LINE = 36
LABEL_LETTERS = 16
"""What the label of an entry takes of its first line."""
SOURCE_LETTERS = 20
"""The most that the sources of an entry take."""
DISTANCE = 1.6
"""Lines between an entry and the next, with the rest of its last line."""
LINES_BESIDE_ONE = 1.5
"""Lines of the margin beside one line of the text."""
LINES_OVER = 4
"""By how many lines entries may reach below their section."""
SCROLLING = frozenset({"table", "pre"})
"""Sections that may be wider than a phone, and scroll by themselves."""
CHANGES = (MarkKind.REPAIR, MarkKind.EDIT)


@dataclass(frozen=True, slots=True)
class MarginSection:
    """One section of the body with the entries beside it."""

    html: str
    notes: tuple[MarginEntry, ...]
    """Each with a place of its own in the margin."""
    glosses: tuple[MarginEntry, ...]
    """Definitions of the names that the article has here first; a name without one needs no entry."""
    repairs: tuple[MarginEntry, ...]
    """All in one disclosure, so that they never interrupt."""
    crowded: bool
    """The entries reach far below the section: names wait in a disclosure, so that the next section's notes stand at their words."""
    wide: str = ""
    """The tag of a section that scrolls by itself; else empty."""


def margin_section(html: str, entries: tuple[MarginEntry, ...], letters: int, tag: str = "") -> MarginSection:
    """Divide the margin entries of a section, whose text has so many letters, into notes, definitions and repairs."""
    notes = tuple(e for e in entries if e.mark.kind not in (*CHANGES, MarkKind.MENTION))
    glosses = tuple(e for e in entries if e.mark.kind == MarkKind.MENTION and e.html)
    room = (letters // LETTERS_PER_LINE + 1) * LINES_BESIDE_ONE + LINES_OVER
    return MarginSection(
        html,
        notes,
        glosses,
        repairs=tuple(e for e in entries if e.mark.kind in CHANGES),
        crowded=sum(map(_lines, (*notes, *glosses))) > room,
        wide=tag if tag in SCROLLING else "",
    )


def _lines(entry: MarginEntry) -> float:
    """Estimate how many lines of the margin an entry takes, with its distance from the next."""
    letters = len(entry.html) + len(" ".join(entry.sources)[:SOURCE_LETTERS]) + LABEL_LETTERS
    return letters // MARGIN_LETTERS_PER_LINE + DISTANCE

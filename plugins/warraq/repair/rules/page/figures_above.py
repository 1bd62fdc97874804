"""
Figures that are told between headline and text: a list of them («Dead: 12»), the score of a match.

Days, hours, names and counters stand there too. Figures of the story are the items of a list of which each has a word and a
number, and a line of two names with two numbers between them. It can't be wholly decided, so they stay with a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...html_tags.references import unescape
from ...late import late
from ..lines.byline import is_byline
from ..lines.share_line import is_share_line
from .containers import is_linked, is_prose, is_sentence
from .figures import LISTED, is_counter
from .scanned import Element, TextBlock
from .seen import SeenPage

MOST_BETWEEN = 20
"""Blocks between headline and text that are looked at."""
FEWEST = 2
"""Items of a list of figures."""
LONGEST = 80
"""Code points of a line of figures."""
SCORE = late(r"[^\W\d][^\d]{0,40}?\d{1,3}\s*[-–—]\s*\d{1,3}(?!\d)[^\d]{0,40}?[^\W\d][^\d]*")
HOUR = late(r"\d\s*[:/]\s*\d{1,2}(?!\d)")
"""Or a day in numbers."""
YEAR = late(r"(?<![\d,٬])(?:1[3489]|20|١[٣٤٨٩]|۱[۳۴]|٢٠|۲۰)\d\d(?!\d)")
NUMBERS = late(r"\d+")
COUNTED = late(
    r"\b(?:views?|reads?|reading|comments?|shares?|likes?|votes?|photos?|vues?|lectures?|commentaires?|min(?:utes?)?"
    r"|(?:ال)?(?:مشاهد|قراء|زيار|مشارك)(?:ة|ات)|(?:ال)?تعليقا?(?:ات)?|دقائق|دقيقة|بازدید|نظر|نظرات|دقیقه|کد خبر|تبصرے|צפיות|תגובות|דקות)\b",
    re.IGNORECASE,
)
"""What a page counts of itself."""


def with_figures_above(page: SeenPage, chosen: Sequence[TextBlock], headline: TextBlock | None) -> list[TextBlock]:
    """Add the figures that stand between the headline and the first chosen sentence below it."""
    below = (b for b in chosen if headline and b.start > headline.start and is_sentence(page.text, b))
    first = next(below, None)
    if first is None or headline is None:
        return list(chosen)
    between = [b for b in page.blocks if headline.start < b.start < first.start][-MOST_BETWEEN:]
    told = {id(b) for b in told_figures(page.text, [b for b in between if not _is_beside(b)])}
    told |= {id(b) for b in chosen}
    return [b for b in page.blocks if id(b) in told]


def figures_above(text: str, chosen: Sequence[TextBlock]) -> list[TextBlock]:
    """Give the figures with which an article begins."""
    return list(told_figures(text, list(takewhile(lambda b: not is_prose(b), chosen[:MOST_BETWEEN]))))


def told_figures(text: str, blocks: Sequence[TextBlock]) -> Iterator[TextBlock]:
    """Yield the scores, and the items of lists of figures, among some blocks."""
    lists: dict[int, list[TextBlock]] = {}
    for block in blocks:
        if block.tag in LISTED:
            lists.setdefault(id(block.inside.parent), []).append(block)
        elif SCORE.fullmatch(_line(text, block)) and not is_linked(block):
            yield block
    for items in lists.values():
        if len(items) >= FEWEST and all(_is_figure(text, b) for b in items):
            yield from items


def _is_figure(text: str, block: TextBlock) -> bool:
    """Say whether an item is a word and a number: no day, no hour, nobody's name, no counter."""
    line = _line(text, block)
    return (
        block.has_digits
        and block.letters > 0
        and not block.linked
        and 0 < len(line) <= LONGEST
        and not (
            _is_when(line) or is_byline(line) or is_share_line(line) or COUNTED.search(line) or is_counter(text, block)
        )
    )


def _is_when(line: str) -> bool:
    """Say whether a line has an hour, or a year and another number: a day."""
    return HOUR.search(line) is not None or (YEAR.search(line) is not None and len(NUMBERS.findall(line)) > 1)


def _line(text: str, block: TextBlock) -> str:
    """Give a block's words; empty where they are too many."""
    line = " ".join(unescape("".join(text[start:end] for start, end in block.pieces[:LONGEST])).split())
    return line if len(line) <= LONGEST else ""


def _is_beside(block: TextBlock) -> bool:
    element: Element | None = block.inside
    while element is not None and element.name not in ("article", "main", "body"):
        if element.is_aside or element.is_caption:
            return True
        element = element.parent
    return False

"""
The lines that lead into an article: they stand between its headline and its first paragraph, in an element of their own.

The library overlooks them on a third of all pages. A sentence is told by its stop, others by the class that the page gives
them, or by the page's own summary, which has the same words.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ...html_tags.elements import HEADINGS
from .containers import is_linked, is_prose, is_sentence, is_stopped
from .extracted import NOT_WORDS, words_of
from .scanned import Element, TextBlock
from .seen import SeenPage

MOST_SENTENCES = 3
"""Blocks that may lead in without being called so."""
MOST_STAMPS = 4
"""Lines under a headline that may be a day, a place and names."""
SHORTEST = 20
"""Letters of a line that leads in."""
LEVELS = 2
"""Elements around a block of which one may be called so: a field holds its items, and they their lines."""
MOST_BETWEEN = 40
"""Blocks between headline and article that are looked at."""


def with_lead(page: SeenPage, chosen: Sequence[TextBlock], headline: TextBlock | None) -> list[TextBlock]:
    """Add the lines that lead in; without a headline only those that repeat the page's summary."""
    below = [b for b in chosen if not headline or b.start > headline.start]
    first = next((b for b in below if is_prose(b) or is_stopped(page.text, b)), None)
    if first is None:
        return _under(page, chosen, headline)
    known = {id(b) for b in chosen} - _stamps(page, below, headline)
    stated = [NOT_WORDS.sub("", s) for s in page.summaries]
    written = {words_of(page.text, b) for b in chosen}
    above = [b for b in page.blocks if b.start < first.start and (not headline or b.start > headline.start)][
        -MOST_BETWEEN:
    ]
    sentences: list[TextBlock] = []
    for block in above:
        if id(block) in known or block.letters < SHORTEST or is_linked(block) or _is_beside(block):
            continue
        words = words_of(page.text, block)
        if words in written:
            continue
        if any(words in s or (len(s) > SHORTEST and s in words) for s in stated) or (
            headline and _is_called_lead(block, headline)
        ):
            known.add(id(block))
            written.add(words)
        elif headline and is_stopped(page.text, block):
            sentences.append(block)
    if len(sentences) <= MOST_SENTENCES:  # more are a gallery's
        known |= {id(b) for b in sentences}
    return [b for b in page.blocks if id(b) in known]


def _under(page: SeenPage, chosen: Sequence[TextBlock], headline: TextBlock | None) -> list[TextBlock]:
    """Add what is written right under a headline, where all that was chosen stands above it: one sentence may be the article."""
    element = headline.inside if headline else None
    known = {id(b) for b in chosen}
    while headline and element is not None:
        written = [
            b
            for b in page.blocks
            if headline.start < b.start < element.end and is_sentence(page.text, b) and not _is_beside(b)
        ]
        if written:
            known |= {id(b) for b in written}
            break
        element = element.parent
    return [b for b in page.blocks if id(b) in known]


def _stamps(page: SeenPage, below: Sequence[TextBlock], headline: TextBlock | None) -> set[int]:
    """Give the short lines under the headline that are no sentences: day, place, names. A few, for verses may stand there."""
    head = takewhile(lambda b: not is_prose(b), below)
    lines = [b for b in head if b.tag not in HEADINGS and not is_stopped(page.text, b)]
    return {id(b) for b in lines if not _is_called_lead(b, headline)} if len(lines) <= MOST_STAMPS else set()


def _is_called_lead(block: TextBlock, headline: TextBlock | None) -> bool:
    """Say whether the page calls the block so, or an element close around it that does not hold the headline as well."""
    if block.inside.is_lead:
        return True
    around = block.inside.parent
    for _ in range(LEVELS):
        if around is None or (headline is not None and around.start <= headline.start):
            return False
        if around.is_lead:
            return True
        around = around.parent
    return False


def _is_beside(block: TextBlock) -> bool:
    """Say whether a block stands in a caption or an aside that is no container of the whole."""
    element: Element | None = block.inside
    while element is not None and element.name not in ("article", "main", "body", "header"):
        if element.is_caption or element.is_aside or element.name == "figure":
            return True
        element = element.parent
    return False

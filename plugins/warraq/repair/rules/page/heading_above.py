"""The heading that stands above the chosen blocks: what the page states as its title, or an `h1`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ...html_tags.elements import HEADINGS
from .containers import is_prose
from .extracted import NOT_WORDS, words_of
from .scanned import TextBlock
from .seen import SeenPage

SHORTEST_TITLE = 8
"""Letters and digits of a title that is worth comparing."""
REACH, NEAR = 200, 12
"""Blocks above the article's first paragraph where its headline may stand; one that the page's title does not repeat, if no `h1`."""
SITE = 3
"""How many times longer than the headline a title is at the most, with the site's name and its slogan."""
TITLE_REACH = 6
"""Blocks above the article that may be its title without being a heading."""


def heading_above(page: SeenPage, chosen: Sequence[TextBlock]) -> TextBlock | None:
    """Give the last block above the article's first paragraph that repeats the page's title, a heading where there is one."""
    first = next((b for b in chosen if is_prose(b) and not repeats(page, b)), chosen[-1] if chosen else None)
    if first is None:
        return None
    at = bisect_left(page.blocks, first.start, key=lambda b: b.start)
    above = page.blocks[max(0, at - REACH) : at]
    for block in (*reversed(above), *page.blocks[at : at + REACH]):  # a list of news may stand above it, and be chosen
        if block.tag in HEADINGS and repeats(page, block):
            return block
    for block in reversed(above[-TITLE_REACH:]):
        if not block.linked and repeats(page, block):
            return block
    for tag, reach in (("h1", REACH), ("h2", NEAR)):  # pages state other titles than they show
        for block in reversed(above[-reach:]):
            if block.tag == tag and not block.linked and not block.inside.is_aside and block.letters >= SHORTEST_TITLE:
                return block
    return None


def repeats(page: SeenPage, block: TextBlock) -> bool:
    """Say whether a block has the words of one of the page's titles, with or without the site's name."""
    words = words_of(page.text, block)
    wanted = [NOT_WORDS.sub("", t) for t in page.titles]
    return len(words) >= SHORTEST_TITLE and any(
        (words in title and len(words) * SITE >= len(title))
        or (len(title) >= SHORTEST_TITLE and title in words and len(words) < 2 * len(title))
        for title in wanted
    )

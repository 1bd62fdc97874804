"""
The line right above an article that is its headline, though nothing on the page calls it so.

It is looked for where the page's `<title>` is known to be the site's name, and no heading of the first rank is there: old pages write their
headlines in large letters, or as headings of any rank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...html_tags import strip_tags
from ...html_tags.elements import HEADINGS
from ...html_tags.references import unescape
from ...readers.known_site import known_site
from ...readers.titles import title_words
from ..lines.byline import is_byline
from .scanning import ScannedPage, TextBlock

REACH = 6
"""Blocks above the article's first paragraph that are looked at."""
PARAGRAPH = 45
"""Letters of a block that is a paragraph."""
SHORTEST, LONGEST = 8, 200
"""Letters of a headline."""
FEWEST_WORDS = 3
BREAK = re.compile(r"<(?:br|p|div|img|picture|svg)\b", re.IGNORECASE)
STAMP = re.compile(r"\d[^\d]{0,12}\d[^\d]{0,12}\d{2}")


def right_above(text: str, page: ScannedPage, blocks: Sequence[TextBlock]) -> tuple[str, int, int, bool] | None:
    """Give the headline, its place in O, and whether the place holds nothing else: the last heading above, else the last line of words."""
    first = next((b for b in blocks if b.letters >= PARAGRAPH and b.inside.name not in HEADINGS), blocks[0])
    above = [b for b in page.blocks if b.letters and b.start < first.start][-REACH:]
    lines = [(b, _words(text, b)) for b in reversed(above)]
    lines = [(b, value) for b, value in lines if _may_be(b, value)]
    headings = [(b, value) for b, value in lines if b.inside.name in HEADINGS]
    for block, value in (*headings, *lines):
        return value, block.start, block.end, not BREAK.search(text, block.start, block.end)
    return None


def _may_be(block: TextBlock, value: str) -> bool:
    """Say whether a block may be a headline: some words, no link, no date, nobody's name, not the site's."""
    return (
        SHORTEST <= block.letters <= LONGEST
        and len(value.split()) >= FEWEST_WORDS
        and block.linked * 2 < block.letters
        and not STAMP.search(value)
        and not is_byline(value)
        and title_words(value) != title_words(known_site())
    )


def _words(text: str, block: TextBlock) -> str:
    return " ".join(unescape(strip_tags(text[block.start : block.end])).split())

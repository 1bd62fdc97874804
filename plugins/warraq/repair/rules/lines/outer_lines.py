"""
Which lines may be no words of the article: those at its two ends.

A line is only ever taken out where the article has a body without it: a line of some length that ends in a stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BODY = re.compile('^[^\n]{60,}[.؟!…»”"]$', re.MULTILINE)
DEEP = 4
"""Lines at either end of a text."""


def outer_lines(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the outermost lines, if the text has a body."""
    if "\n" not in text or not BODY.search(text):
        return
    places: dict[tuple[int, int], None] = {}
    start = 0
    for _ in range(DEEP):
        end = text.find("\n", start)
        if end < 0:
            break
        places[start, end] = None
        start = end + 1
    end = len(text)
    for _ in range(DEEP):
        start = text.rfind("\n", 0, end) + 1
        places[start, end] = None
        end = start - 1
        if end < 0:
            break
    yield from sorted(places)

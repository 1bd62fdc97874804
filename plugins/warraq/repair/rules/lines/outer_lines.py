"""
The lines that may not be words of the article: those before its first paragraph and behind its last.

A paragraph is known by its length and its final stop. A text without one has no body that a line could be outside of, and
nothing is ever taken out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...late import late

BODY = late('^[^\n]{60,}[.؟!…»”"۔?“]$', re.MULTILINE)


@lru_cache(maxsize=1)
def outer_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Give the places of the lines outside the body. The rules of lines ask about one text: the last answer is kept."""
    if "\n" not in text or not (body := BODY.search(text)):
        return ()
    before: list[tuple[int, int]] = []
    start = 0
    while start < body.start():
        end = text.index("\n", start)
        before.append((start, end))
        start = end + 1
    end = len(text)
    behind: list[tuple[int, int]] = []
    while end > body.end():
        start = text.rfind("\n", 0, end) + 1
        if BODY.match(text[start:end]):
            break
        behind.append((start, end))
        end = start - 1
    return (*before, *reversed(behind))


def short_lines(text: str, longest: int) -> Iterator[tuple[int, str]]:
    """Yield the lines that have a character and not more than `longest`, wherever they stand, each with its place."""
    at = 0
    for line in text.split("\n"):
        if 0 < len(line) <= longest:
            yield at, line
        at += len(line) + 1

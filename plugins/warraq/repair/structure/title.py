"""
The title of a text.

A title is taken only where it is provable: a first line that is short, has no final stop and is followed by text. Any other text gets its
first words as a title, marked as inferred, and its body stays whole.
"""

from __future__ import annotations

import re

LONGEST = 130
"""Code points of a title: the longest headlines of news agencies."""
FIRST_WORDS = 80
"""Code points of an inferred title, at most; cut between words."""
SIGNS_AT_END = tuple(".؟?!…،؛:,;۔")
CLOSING = "\"'”»’)]"
SENTENCE = re.compile(r"[.؟!…۔](?=\s|\Z)|[؟!]+")
ENDS = " .۔،؛:,;-–—…|\u200c\u200d\u200e\u200f\u061c"
ASKS = re.compile(r"[^.،؛:,;\"“”«»]{12,}[؟?!]+")
"""A headline that asks or calls; a quotation, and a line of several clauses, may be the text's first."""
PARAGRAPH = re.compile('[^\n]{60,}[.؟!…»”"]$', re.MULTILINE)
STOPS = "؟?!\"'”»’)]"


def is_stopped(line: str) -> bool:
    """Say whether a line ends in a stop or a comma, be it within quotation marks or brackets."""
    return line.rstrip(CLOSING).endswith(SIGNS_AT_END)


def stated_title(text: str) -> str | None:
    """Give the first line where it is provably a title."""
    first, separator, rest = text.partition("\n")
    if not separator or not rest.strip() or not 1 <= len(first) <= LONGEST:
        return None
    if is_stopped(first) and not (ASKS.fullmatch(first) and PARAGRAPH.match(rest)):
        return None
    named = any(c.isalpha() for c in first) or not any(c.isalpha() for c in rest)
    return first if named else None


def inferred_title(text: str) -> str:
    """Make a title of the first words of a text; of the first signs where it has no words."""
    lines = (line for line in text.split("\n") if any(c.isalpha() for c in line))
    first = next(lines, None) or text.partition("\n")[0]
    end = SENTENCE.search(first, 12)
    words = first[: end.start()] if end else first
    if len(words) > FIRST_WORDS:
        words = words[: FIRST_WORDS + 1].rpartition(" ")[0] or words[:FIRST_WORDS]
    if not any(c.isalpha() for c in words):  # signs first: begin with the first letter
        words = first[next((i for i, c in enumerate(first) if c.isalpha()), 0) :][:FIRST_WORDS]
    words = words.strip(ENDS)
    if is_stopped(words):
        words = words.rstrip(ENDS + STOPS)
    return words or "—"

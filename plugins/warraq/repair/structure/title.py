"""
The title of a text.

Only a provable one is taken: a first line that is short, has no final stop and is followed by text. Any other text gets its
first words as a title, marked as inferred, and its body stays whole.
"""

from __future__ import annotations

import re

from ..alphabet import LETTER

LONGEST = 130
"""Code points of a title: the longest headlines of news agencies."""
FIRST_WORDS = 80
"""Code points of an inferred title, at most; cut between words."""
STOPPED = re.compile("[.؟?!…،؛:,;][\"'”»’)\\]]*\\Z")
SENTENCE = re.compile(f"[.؟!…](?=\\s|\\Z)|[؟!]+|(?<=[{LETTER}])[؛:]")
ENDS = " .،؛:,;-–—…|"


def stated_title(text: str) -> str | None:
    """Give the first line where it is provably a title."""
    first, separator, rest = text.partition("\n")
    if (
        separator
        and rest.strip()
        and 2 <= len(first) <= LONGEST
        and not STOPPED.search(first)
        and any(c.isalpha() for c in first)
    ):
        return first
    return None


def inferred_title(text: str) -> str:
    """Make a title of the first words of a text that has any."""
    first = text.partition("\n")[0]
    end = SENTENCE.search(first)
    words = first[: end.start()] if end and end.start() >= 12 else first
    if len(words) > FIRST_WORDS:
        words = words[: FIRST_WORDS + 1].rpartition(" ")[0] or words[:FIRST_WORDS]
    return words.strip(ENDS) or first.strip(ENDS) or first

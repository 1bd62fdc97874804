"""
The title of a text.

A title is taken only where it is provable: a first line that is short, has no final stop and is followed by text. One that asks, calls
or trails off («من المسئول؟») or is long is one where whole paragraphs follow it and it is no paragraph itself. Any other text gets its first
words as a title, marked as inferred, and its body stays whole.
"""

from __future__ import annotations

import re

from ..late import late

LONGEST = 130
"""Code points of a title: the longest headlines of news agencies."""
LONGEST_OF_ALL = 200
"""Code points of a title without a final stop over whole paragraphs."""
CALLING = ("؟", "?", "!", "…")
PROSE = late(r"\w{3,}[.؛;]\s|[؟?!]\s*\S*\s.*،")
"""A sentence that ends within a line: prose, not a title."""
FEWEST_WORDS = 3
SHORTEST_PARAGRAPH = 80
REACH = 4_000
"""Code points below the first line in which paragraphs are looked for."""
FIRST_WORDS = 80
"""Code points of an inferred title, at most; cut between words."""
SIGNS_AT_END = tuple(".؟?!…،؛:,;۔")
CLOSING = "\"'”»’)]"
SENTENCE = late(r"[.؟!…۔](?=\s|\Z)|[؟!]+")
ENDS = " .۔،؛:,;-–—…|\u200c\u200d\u200e\u200f\u061c"
ASKS = late(r"[^.،؛:,;\"“”«»]{10,}[؟?!]+")
"""A headline that asks or calls, over more than itself; a quotation, and a line of several clauses, may be the text's first."""
INITIALS = late(r"\b(?:[A-Z]\.){2,}$")
"""The last stop is the abbreviation's."""
PARAGRAPH = late('[^\n]{60,}[.؟?!…۔»”"]$', re.MULTILINE)
STOPS = "؟?!\"'”»’)]"


def is_stopped(line: str) -> bool:
    """Say whether a line ends in a stop or a comma, be it within quotation marks or brackets."""
    return line.rstrip(CLOSING).endswith(SIGNS_AT_END)


def stated_title(text: str) -> str | None:
    """Give the first line where it is provably a title."""
    first, separator, rest = text.partition("\n")
    if not separator or not rest.strip() or not first:
        return None
    asks = len(first) <= LONGEST and ASKS.fullmatch(first) and _over_more(first, rest)
    stopped = is_stopped(first) and not INITIALS.search(first)
    if (len(first) > LONGEST or stopped) and not asks and not _over_paragraphs(first, rest):
        return None
    named = any(c.isalpha() for c in first) or not any(c.isalpha() for c in rest)
    return first if named else None


def _over_more(first: str, rest: str) -> bool:
    """Say whether a paragraph follows, or one longer line and no more; several short lines may be verse, the first among them."""
    return ("\n" not in rest and len(rest) > len(first)) or PARAGRAPH.match(rest) is not None


def _over_paragraphs(first: str, rest: str) -> bool:
    """Say whether a first line that is long, or ends in ؟ ! …, stands over two paragraphs as a title does, and is one sentence or a part."""
    words = first.rstrip(CLOSING)
    is_open = words.endswith(CALLING) or words.endswith("..")
    if len(first) > (LONGEST if is_open else LONGEST_OF_ALL) or (is_stopped(first) and not is_open):
        return False
    if len(first.split()) < FEWEST_WORDS or PROSE.search(words):
        return False
    paragraphs = [line for line in rest[:REACH].split("\n")[:6] if len(line) >= SHORTEST_PARAGRAPH and is_stopped(line)]
    if len(paragraphs) < 2:
        return False
    if len(first) > LONGEST:
        return len(paragraphs[0]) + len(paragraphs[1]) > len(first)
    return all(len(line) > len(first) for line in paragraphs[:2])


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

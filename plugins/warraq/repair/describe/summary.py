"""
The summary: how the text begins, whole sentences if they are short enough, else whole words.

Never cut inside a word: a vowel mark without its letter is not text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..html_tags.references import unescape

LONGEST = 220
"""Code points; about two lines in a list of results."""
SHORTEST = 60
"""Code points of a line that says something: shorter ones are captions and datelines."""
SENTENCE = re.compile(r"[.؟?!…][”»\"')]*(?=\s|\Z)")


SHORTEST_STATED = 40
"""Code points of a page's own summary that says something."""
ADDRESS = re.compile(r"https?://|www\.\w|\w@\w")
HALF_ENTITY = re.compile(r"&#?\w{0,8};?\Z|&(?:#\d+|#x[\da-f]+|[a-z]+\d?);", re.IGNORECASE)
ENDS = re.compile(r"[.؟?!…۔。”»\"')\]]\Z")
WORD = re.compile(r"\w+")
NEW_WORDS = 4
"""Words that a summary has at least beside those of the title and the site."""
LONGEST_STATED = 1_000
CUT_FROM = 140
"""Code points from which a summary without a final stop was cut."""


def stated_summary(value: str, names: Sequence[str]) -> str | None:
    """Give a page's own summary on one line; None where it is short, cut, has an address in it, or repeats title and site, `names`."""
    text = " ".join(unescape(unescape(value)).split())
    if len(text) < SHORTEST_STATED or len(text) > LONGEST_STATED or text.endswith(("...", "…")):
        return None
    if ADDRESS.search(text) or HALF_ENTITY.search(text) or "<" in text:
        return None
    known = {word.casefold() for name in names for word in WORD.findall(name)}
    words = [word.casefold() for word in WORD.findall(text)]
    if not known.isdisjoint(words) and sum(word not in known for word in words) < NEW_WORDS:
        return None
    # Many systems cut at a number of letters: what has no stop and is long ends in half a sentence, often in half a word.
    return text if ENDS.search(text) or len(text) < CUT_FROM else None


def summary_of(lines: Sequence[str]) -> tuple[int, int, str] | None:
    """Give the index of the line it is from, how much of that line it is, and the summary."""
    index = next((i for i, line in enumerate(lines) if len(line) >= SHORTEST), None)
    if index is None:
        index = next((i for i, line in enumerate(lines) if line), None)
    if index is None:
        return None
    line = lines[index]
    if len(line) <= LONGEST:
        return index, len(line), line
    ends = [m.end() for m in SENTENCE.finditer(line, 0, LONGEST)]
    if ends and ends[-1] >= SHORTEST:
        return index, ends[-1], line[: ends[-1]]
    cut = line.rfind(" ", 0, LONGEST)
    if cut < SHORTEST:  # one word of hundreds of letters
        return None
    words = line[:cut].rstrip(' ،,؛;:-–—(«“"')
    return index, len(words), words + "…"

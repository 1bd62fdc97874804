"""
The summary: how the text begins, whole sentences if they are short enough, else whole words.

Never cut inside a word: a vowel mark without its letter is not text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 220
"""Code points; about two lines in a list of results."""
SHORTEST = 60
"""Code points of a line that says something: shorter ones are captions and datelines."""
SENTENCE = re.compile(r"[.؟?!…][”»\"')]*(?=\s|\Z)")


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

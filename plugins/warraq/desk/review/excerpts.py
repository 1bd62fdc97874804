"""Excerpts of a text beside a place of it, which end where a word ends."""

from __future__ import annotations

AROUND = 200
"""Letters of the original that are shown on each side."""
MOST_AROUND = 500
"""Letters of a line on each side of the words in question: some texts are one line."""
LONGEST_WORD = 60
"""A word is cut nevertheless where it is longer: an address, or a text without spaces."""
ELLIPSIS = "…"


def end_of(text: str, most: int) -> str:
    """Give the last `most` letters of a text at most, from the beginning of a word, behind an ellipsis where something is left out."""
    if len(text) <= most:
        return text
    cut = text[-most:]
    if not text[-most - 1].isspace():
        space = next((n for n, c in enumerate(cut[:LONGEST_WORD]) if c.isspace()), -1)
        cut = cut[space + 1 :]
    return ELLIPSIS + cut.lstrip()


def beginning_of(text: str, most: int) -> str:
    """Give the first `most` letters of a text at most, to the end of a word, with an ellipsis where something is left out."""
    if len(text) <= most:
        return text
    cut = text[:most]
    if not text[most].isspace():
        space = next((n for n, c in enumerate(reversed(cut[-LONGEST_WORD:])) if c.isspace()), -1)
        cut = cut[: len(cut) - space - 1]
    return cut.rstrip() + ELLIPSIS


def source_at(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Give the original before a place of it, at it and behind it, as many letters as there may be; `whole_words` cuts them."""
    return text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]


def whole_words(before: str, quote: str, after: str, most: int) -> tuple[str, str, str]:
    """Cut what stands beside a quote to `most` letters on each side at most, and to whole words."""
    return end_of(before, most), quote, beginning_of(after, most)

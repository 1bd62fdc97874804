"""
What the address of a page calls its article.

Makers of sites write the headline into the address, and seldom the words above it: `/how-rivers-shape-a-city` of «Water and people – How rivers
shape a city». So an address that has every word behind a dash and none before it tells that they may be the title alone. What it leaves out behind
the dash tells nothing: addresses are cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

WORD = re.compile(r"[^\W\d_]{3,}")
DASH = re.compile(r"\s[-–—|•]\s")
"""Behind a colon stands what belongs to the words before it far more often."""
FEWEST_WORDS = 3
"""Of a part that is a title."""
FEWEST_IN_ADDRESS = 4
LONGEST = 2_000
"""Code points of an address."""
LONGEST_TITLE = 500
"""Code points of a title that is compared at each of its dashes."""
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})


def title_in_address(title: str, address: str) -> str | None:
    """Give the last part of a title, where its page's address is made of it and has no word of what stands before it."""
    said = _words_of_address(address[:LONGEST])
    if len(said) < FEWEST_IN_ADDRESS or len(title) > LONGEST_TITLE:
        return None
    for dash in DASH.finditer(title):
        words, above = WORD.findall(title, dash.end()), WORD.findall(title, 0, dash.start())
        if len(words) >= FEWEST_WORDS and above and _has_all(said, words) and not _has_any(said, above):
            return title[dash.end() :].strip()
    return None


def _words_of_address(address: str) -> frozenset[str]:
    """Give the words of the part of an address that has most of them."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return frozenset()
    return max((frozenset(WORD.findall(part)) for part in unquote(path).casefold().split("/")), key=len)


def _has_all(said: frozenset[str], words: Iterable[str]) -> bool:
    return all(not said.isdisjoint(_spellings(word)) for word in words)


def _has_any(said: frozenset[str], words: Iterable[str]) -> bool:
    return any(not said.isdisjoint(_spellings(word)) for word in words)


def _spellings(word: str) -> set[str]:
    """Give a word as an address may write it: as it is, without its marks, its letters written out."""
    small = word.casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return {small, plain, small.translate(WRITTEN_OUT)}

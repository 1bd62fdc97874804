"""
What the address of a page calls its article.

Makers of sites write the headline into the address, and seldom the words above it: `/how-rivers-shape-a-city` of «Water and people – How rivers
shape a city». So an address that has every word of one part and none of the other tells which part may be the title alone.
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
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})


def title_in_address(title: str, address: str) -> str | None:
    """Give the part of a title that its page's address is made of, where the address has no word of the other part."""
    said = _words_of_address(address[:LONGEST])
    if len(said) < FEWEST_IN_ADDRESS:
        return None
    for dash in DASH.finditer(title):
        parts = title[: dash.start()].strip(), title[dash.end() :].strip()
        for part, other in (parts, parts[::-1]):
            words, others = WORD.findall(part), WORD.findall(other)
            if len(words) >= FEWEST_WORDS and others and _has_all(said, words) and not _has_any(said, others):
                return part
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

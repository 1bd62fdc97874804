"""Where several words stand twice in a row, however many they are."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from operator import and_, eq

from ...late import late

FARTHEST = 120
"""Words of a sentence that is said twice."""
WORD = late(r"\S+")


@lru_cache(maxsize=1)
def _words(text: str) -> list[str]:
    return text.split()


@lru_cache(maxsize=1)  # three rules ask about the same text, one after the other
def says_anything_twice(text: str) -> bool:
    """Say whether three words in a row stand twice somewhere. In most texts nothing does, and this is quickly seen."""
    words = _words(text)
    threes = list(zip(words, words[1:], words[2:], strict=False))
    return len(set(threes)) < len(threes)


@lru_cache(maxsize=1)
def repeated_at_once(text: str) -> tuple[tuple[int, int, int], ...]:
    """Give (start of the first, end of the first, end of the second); of overlapping repetitions the first."""
    words = _words(text)
    two_on = list(map(eq, words, words[2:]))
    if not says_anything_twice(text) and True not in map(and_, two_on, two_on[1:]):
        return ()
    last: dict[tuple[str, str], int] = {}
    found: list[tuple[int, int]] = []
    until = 0
    for i, pair in enumerate(pairwise(words)):
        before = last.get(pair)
        if before is not None and before >= until:
            length = i - before
            if 2 <= length <= FARTHEST and words[before:i] == words[i : i + length]:
                found.append((before, length))
                until = i + length
        last[pair] = i
    if not found:
        return ()
    spans = [m.span() for m in WORD.finditer(text)]
    places = ((spans[i][0], spans[i + n - 1][1], spans[i + 2 * n - 1][1]) for i, n in found)
    return tuple(p for p in places if "\n" not in text[p[0] : p[2]])

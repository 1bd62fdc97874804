"""
Places of the words of a text, found by a whole word, by its beginning or by its end.

How many there are is told without a look at them: of several words, the rarest is looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

WORD = re.compile(r"[^ \n]+")


@dataclass(frozen=True)
class Occurrences:
    """How often something stands in a text, and a way to its places, which are counted in characters."""

    count: int
    places: Callable[[], Iterator[int]]


class WordPlaces:
    """The words of a text; a space or the end of a line is between two."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._places: dict[str, list[int]] = defaultdict(list)
        for found in WORD.finditer(text):
            self._places[found[0]].append(found.start())

    def at(self, word: str) -> Occurrences:
        """Give the places where a word stands whole."""
        places = self._places.get(word, [])
        return Occurrences(len(places), lambda: iter(places))

    def beginning(self, letters: str) -> Occurrences:
        """Give the places where words begin with these letters; without letters, all places: no word is told by them."""
        if not letters:
            return self._anywhere()
        words = self._forwards.starting_with(letters)
        return Occurrences(
            self._forwards.count(words), lambda: self._all(self._forwards.words[words.start : words.stop], 0)
        )

    def ending(self, letters: str) -> Occurrences:
        """Give the places of these letters where words end with them; without letters, all places."""
        if not letters:
            return self._anywhere()
        words = self._backwards.starting_with(letters[::-1])
        ends = (word[::-1] for word in self._backwards.words[words.start : words.stop])
        return Occurrences(self._backwards.count(words), lambda: self._all(ends, len(letters)))

    def _anywhere(self) -> Occurrences:
        return Occurrences(self._length + 1, lambda: iter(range(self._length + 1)))

    def _all(self, words: Iterator[str] | list[str], from_end: int) -> Iterator[int]:
        """Give the places of words, or of their last letters where a number of these is given."""
        for word in words:
            within = len(word) - from_end if from_end else 0
            yield from (place + within for place in self._places[word])

    @cached_property
    def _forwards(self) -> _Ordered:
        return _Ordered(sorted((word, len(places)) for word, places in self._places.items()))

    @cached_property
    def _backwards(self) -> _Ordered:
        return _Ordered(sorted((word[::-1], len(places)) for word, places in self._places.items()))


class _Ordered:
    """Words in order, with how often each stands: those that begin alike lie together."""

    def __init__(self, counted: list[tuple[str, int]]) -> None:
        self.words = [word for word, _ in counted]
        self._counts = [0, *accumulate(count for _, count in counted)]

    def starting_with(self, letters: str) -> range:
        """Give where the words lie that begin with these letters."""

        def beginning(word: str) -> str:
            return word[: len(letters)]

        first = bisect_left(self.words, letters)
        return range(first, bisect_right(self.words, letters, first, key=beginning))

    def count(self, words: range) -> int:
        """Give how often the words of a stretch stand, together."""
        return self._counts[words.stop] - self._counts[words.start]

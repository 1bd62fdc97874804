"""
Places in a published text, known by one look through it: an article may have a thousand doubts, and may be one line, or one word.

Which line a place is in, and whether words stand once, is asked for every doubt; to look through the whole text each time would take a
thousand times as long as the text is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

WORD = re.compile(r"[^ \n]+")


class TextPlaces:
    """A text, with the places of its lines and words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._once: dict[str, bool] = {}

    def line_number(self, position: int) -> int:
        """Give the number of the line that a place is in, from 0."""
        return bisect_right(self._starts, position) - 1

    def line_start(self, position: int) -> int:
        """Give the place where the line begins that a place is in."""
        return self._starts[self.line_number(position)]

    def line_end(self, position: int) -> int:
        """Give the place where the line ends that a place is in."""
        following = self.line_number(position) + 1
        return self._starts[following] - 1 if following < len(self._starts) else len(self.text)

    def occur_once(self, start: int, end: int) -> bool:
        """Tell whether the words of one line at a place stand nowhere else in the text, within other words neither."""
        quote = self.text[start:end]
        known = self._once.get(quote)
        if known is None:
            known = self._once[quote] = self._are_alone(quote, start)
        return known

    def _are_alone(self, quote: str, start: int) -> bool:
        if not quote:
            return False
        first, last = quote.find(" "), quote.rfind(" ")
        # Wherever the words stand, those that have a space on either side stand whole; the others may be parts of longer ones.
        whole = [(found[0], found.start()) for found in WORD.finditer(quote, first, last)] if first < last else []
        if not whole:
            return self.text.find(quote) == start and self.text.find(quote, start + 1) < 0
        word, offset = min(whole, key=lambda each: len(self._words[each[0]]))
        return not any(
            at - offset != start and at >= offset and self.text.startswith(quote, at - offset)
            for at in self._words[word]
        )

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """The places of each word."""
        places: dict[str, list[int]] = defaultdict(list)
        for found in WORD.finditer(self.text):
            places[found[0]].append(found.start())
        return places

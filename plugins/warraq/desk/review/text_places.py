"""
Places in a published text, known by one look through it: an article may have a thousand doubts, and may be one line, or one word.

Which line a place is in, and whether words stand once, is asked for every doubt; to look through the whole text each time would take a
thousand times as long as the text is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from .word_places import WORD, WordPlaces


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
        if first < 0:
            return self.text.find(quote) == start and self.text.find(quote, start + 1) < 0
        # Wherever the words stand, those that have a space on either side stand whole; the outer ones may be parts of longer words.
        whole = [(found.start(), self._words.at(found[0])) for found in WORD.finditer(quote, first, last)]
        outer = [(0, self._words.ending(quote[:first])), (last + 1, self._words.beginning(quote[last + 1 :]))]
        offset, rarest = min(whole + outer, key=lambda each: each[1].count)
        return not any(
            at - offset != start and at >= offset and self.text.startswith(quote, at - offset) for at in rarest.places()
        )

    @cached_property
    def _words(self) -> WordPlaces:
        return WordPlaces(self.text)

"""
The numbers of words as they are written: an article names its words by them, which takes a third of the bytes.

A number says nothing: it depends on which article came first, and no file of the index has it.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import count

WIDTH = 4
"""Bytes of a number in an array."""


class WordNumbers:
    """
    The numbers of all words.

    Where many articles come, all are in memory (`load`), and `word` is written anew afterwards. Else each is asked of the table.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.known: defaultdict[str, int] | None = None
        """All of them, in memory."""

    def load(self) -> defaultdict[str, int]:
        """Have all in memory."""
        if self.known is None:
            (last,) = self._database.execute("SELECT MAX(number) FROM word").fetchone()
            self.known = defaultdict(count((last or 0) + 1).__next__)
            self.known.update(self._database.execute("SELECT written, number FROM word"))
        return self.known

    def of(self, words: Sequence[str]) -> list[int]:
        """Give the numbers of words, new ones to those that are new."""
        if self.known is not None:
            return list(map(self.known.__getitem__, words))
        return list(map(self._asked, words))

    def _asked(self, word: str) -> int:
        known = self._database.execute("SELECT number FROM word WHERE written = ?", (word,)).fetchone()
        if not known:
            # How often it occurs, and what it folds to, is told when it is counted.
            made = self._database.execute("INSERT INTO word VALUES (NULL, ?, '', 0)", (word,)).lastrowid
            return int(made or 0)
        return int(known[0])


class Written:
    """The words of some numbers, out of the table."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._known: dict[int, str] = {}

    def __call__(self, number: int) -> str:
        """Give a word."""
        if number not in self._known:
            found = self._database.execute("SELECT written FROM word WHERE number = ?", (number,)).fetchone()
            self._known[number] = found[0]
        return self._known[number]


def bytes_of_numbers(numbers: Sequence[int]) -> bytes:
    """Write numbers: the lowest byte of each, then the next of each, as many as the largest has."""
    planes = _low_first(array("I", numbers)).tobytes()
    size = (max(numbers, default=0).bit_length() + 7) // 8
    return b"".join(planes[plane::WIDTH] for plane in range(size))


def numbers_of_bytes(data: bytes, many: int) -> list[int]:
    """Read so many numbers."""
    planes = bytearray(WIDTH * many)
    for plane in range(len(data) // many if many else 0):
        planes[plane::WIDTH] = data[plane * many : (plane + 1) * many]
    numbers = array("I")
    numbers.frombytes(planes)
    return _low_first(numbers).tolist()


def _low_first(numbers: array[int]) -> array[int]:
    """Turn the bytes of each number where the machine has the highest first."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers

"""
The places of each word, as bytes: the part of the index that a browser reads word by word.

A *term* is one form of a family. Numbers are LEB128. A posting: distance to the last article that had the term, and in the five lowest bits the
article's length (`length_level`) and 1 where the term occurs once; else its number of occurrences; then the distances between its places.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import sub
from typing import NamedTuple

Posting = tuple[bool, bytes]
"""Whether the term occurs once, and its packed places."""


FLAGS = 5
"""Bits of a posting's head beside the distance."""


def length_level(words: int) -> int:
    """
    Write an article's length as a logarithm of 4 bits, 2 steps an octave, from 22 words to 4000.

    It stands in every posting: ranking needs it of the articles that have a word, and they are few of an archive.
    """
    return max(0, min(15, round(2 * math.log2(words + 1)) - 9))


def append_number(out: bytearray, n: int) -> None:
    """Append one number."""
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)


def read_number(data: bytes | bytearray, at: int) -> tuple[int, int]:
    """Read the number at a place; give it with the place behind it."""
    n = shift = 0
    while True:
        byte = data[at]
        at += 1
        n |= (byte & 127) << shift
        if byte < 128:
            return n, at
        shift += 7


def append_string(out: bytearray, text: str) -> None:
    """Append the length of a string in bytes, then the string."""
    data = text.encode()
    append_number(out, len(data))
    out += data


class Numbers(dict[int, bytes]):
    """The bytes of numbers: of the small ones, which most are, they are at hand."""

    def __missing__(self, n: int) -> bytes:
        """Write a large number."""
        if MANY <= n < 1 << 21:
            return bytes((n & 127 | 128, n >> 7 & 127 | 128, n >> 14))
        out = bytearray()
        append_number(out, n)
        return bytes(out)


MANY = 1 << 14
NUMBERS = Numbers()
"""The bytes of each number; those that take one byte or two are at hand."""
NUMBERS.update((n, NUMBERS[n]) for n in range(MANY))
number = NUMBERS.__getitem__
"""Write one number."""
NUMBER = re.compile(b"[\x80-\xff]*[\x00-\x7f]", re.DOTALL)


class Values(dict[bytes, int]):
    """What bytes say, as `Numbers` has them."""

    def __missing__(self, data: bytes) -> int:
        """Read a large number."""
        return read_number(data, 0)[0]


VALUES = Values((data, n) for n, data in NUMBERS.items())
"""What the bytes of each number say; those of one byte or two are at hand."""
value = VALUES.__getitem__
"""Read one number."""


def numbers_packed(numbers: Sequence[int]) -> bytes:
    """Write numbers one after the other."""
    return bytes(numbers) if max(numbers, default=0) < 128 else b"".join(map(number, numbers))


def numbers_of(data: bytes) -> list[int]:
    """Read all numbers of some bytes."""
    return list(data) if data.isascii() else list(map(value, NUMBER.findall(data)))


def packed(places: Sequence[int]) -> bytes:
    """Write places in their order: how many, where there are several, and the distances between them."""
    first, many = places[0], len(places)
    if many == 1:
        return number(first)
    if many == 2:
        return NUMBERS[2] + number(first) + number(places[1] - first)
    return b"".join([number(many), number(first), *map(number, map(sub, places[1:], places))])


def places_of(posting: Posting) -> list[int]:
    """Read what `packed` wrote."""
    once, data = posting
    return [value(data)] if once else list(accumulate(numbers_of(data)[1:]))


def times_of(posting: Posting) -> int:
    """Give how often the term occurs."""
    once, data = posting
    return 1 if once else read_number(data, 0)[0]


def first_of(posting: Posting) -> int:
    """Give its first place."""
    once, data = posting
    return read_number(data, 0 if once else read_number(data, 0)[1])[0]


def together(postings: Iterable[Posting]) -> Posting:
    """Join the places of words that are one term."""
    return False, packed(sorted(place for posting in postings for place in places_of(posting)))


class Form(NamedTuple):
    """A form of a family: what a term is told by."""

    family: str
    bare: str
    core: str
    stem: str

    def head(self, articles: int, size: int) -> bytes:
        """Write what stands before its postings: the form, of which core and stem are parts, how many articles have it, and the bytes."""
        out = bytearray()
        cut = len(self.bare) - len(self.core)
        append_string(out, self.bare)
        append_number(out, cut)
        append_number(out, self.core.index(self.stem))
        append_number(out, len(self.stem))
        append_number(out, articles)
        append_number(out, size)
        return bytes(out)

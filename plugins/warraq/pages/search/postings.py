"""
The places of each word, as bytes: the part of the index that a browser reads word by word.

A *term* is one form of a family. Numbers are LEB128. A posting: distance to the last article that had the term, doubled, plus 1 where the
term occurs once; else its number of occurrences; then the distances between its places. Two arrays beside the bytes say which articles have the
term and how many bytes each took, so that one article's posting is found, taken out and put in without reading the others.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import sub
from typing import NamedTuple

Posting = tuple[bool, bytes]
"""Whether the term occurs once, and its packed places."""


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


def _numbers(most: int) -> Sequence[bytes]:
    """Write all numbers up to one: most of a text's places are among them."""
    found = []
    for n in range(most):
        out = bytearray()
        append_number(out, n)
        found.append(bytes(out))
    return found


MANY = 1 << 14
NUMBERS = _numbers(MANY)
"""The bytes of each number that takes one byte or two."""


def number(n: int) -> bytes:
    """Write one number."""
    if n < MANY:
        return NUMBERS[n]
    out = bytearray()
    append_number(out, n)
    return bytes(out)


def packed(places: Sequence[int]) -> bytes:
    """Write places in their order: how many, where there are several, and the distances between them."""
    first = places[0]
    try:
        if len(places) == 1:
            return NUMBERS[first]
        return b"".join([NUMBERS[len(places)], NUMBERS[first], *map(NUMBERS.__getitem__, map(sub, places[1:], places))])
    except IndexError:
        several = [] if len(places) == 1 else [len(places)]
        return b"".join(map(number, [*several, first, *map(sub, places[1:], places)]))


def places_of(posting: Posting) -> list[int]:
    """Read what `packed` wrote."""
    once, data = posting
    found = []
    n = shift = 0
    for byte in data:
        if byte > 127:
            n |= (byte & 127) << shift
            shift += 7
        else:
            found.append(n | byte << shift)
            n = shift = 0
    return found if once else list(accumulate(found[1:]))


def times_of(posting: Posting) -> int:
    """Give how often the term occurs."""
    once, data = posting
    return 1 if once else read_number(data, 0)[0]


def together(one: Posting, other: Posting) -> Posting:
    """Join the places of two words that are one term."""
    return (False, packed(sorted(places_of(one) + places_of(other))))


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


@dataclass(slots=True)
class Postings:
    """Where a term stands."""

    articles: array[int] = field(default_factory=lambda: array("I"))
    """Their numbers, ascending."""
    sizes: array[int] = field(default_factory=lambda: array("I"))
    """Bytes of each posting, with its distance."""
    data: bytearray = field(default_factory=bytearray)

    def append(self, article: int, once: bool, places: bytes) -> None:  # noqa: FBT001 - a posting, in two
        """Append a posting of an article behind all others; what the last article has already is joined to what it had."""
        articles = self.articles
        if articles and articles[-1] == article:
            once, places = together(self._taken_off(), (once, places))
        head = (article - articles[-1] - 1 if articles else article) << 1 | once
        made = (NUMBERS[head] if head < MANY else number(head)) + places
        self.data += made
        articles.append(article)
        self.sizes.append(len(made))

    def _taken_off(self) -> Posting:
        """Take the last posting off."""
        size = self.sizes.pop()
        data = bytes(self.data[-size:])
        del self.data[-size:]
        self.articles.pop()
        head, at = read_number(data, 0)
        return head & 1 == 1, data[at:]

    def change(self, edits: Mapping[int, Posting | None]) -> None:
        """Put in, exchange or take out (None) the postings of articles."""
        for article in sorted(edits):
            at = bisect_left(self.articles, article)
            start = sum(self.sizes[:at])
            if at < len(self.articles) and self.articles[at] == article:
                self._replace(at, at + 1, start, None)
            if posting := edits[article]:
                self._replace(at, at, start, (article, posting))

    def _replace(self, at: int, end: int, start: int, new: tuple[int, Posting] | None) -> None:
        """Exchange the postings from `at` to `end`, whose bytes begin at `start`; the next one's distance follows."""
        stop = start + sum(self.sizes[at:end])
        before = self.articles[at - 1] if at else -1
        made = Postings()
        if new:
            article, (once, places) = new
            append_number(made.data, (article - before - 1) << 1 | once)
            made.data += places
            made.articles.append(article)
            made.sizes.append(len(made.data))
            before = article
        if end < len(self.articles):
            head, rest = read_number(self.data, stop)
            stop += self.sizes[end]
            size = len(made.data)
            append_number(made.data, (self.articles[end] - before - 1) << 1 | head & 1)
            made.data += self.data[rest:stop]
            made.articles.append(self.articles[end])
            made.sizes.append(len(made.data) - size)
            end += 1
        self.data[start:stop] = made.data
        self.articles[at:end] = made.articles
        self.sizes[at:end] = made.sizes

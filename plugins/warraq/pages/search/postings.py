"""
Where each word stands, as bytes: the part of the index that is asked word by word.

A *term* is one bare form of a family; its postings are written while the articles are read, so that memory holds the finished bytes and
no positions. Numbers are LEB128. A posting: distance to the last article that had the term, doubled, plus 1 where it stands there once;
else how often; then the distances between its places. Files hold whole families in the order of their names, so that a browser knows
from the first names of all files which one to fetch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

SHARD = 14_000
"""Bytes after which a file ends: what one more word costs a reader, where the word is rare."""


def number(out: bytearray, n: int) -> None:
    """Append one number."""
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)


def string(out: bytearray, text: str) -> None:
    """Append a string behind its length."""
    data = text.encode()
    number(out, len(data))
    out += data


@dataclass(slots=True)
class Term:
    """A bare form, and what was found of it so far."""

    family: str
    bare: str
    core: str
    stem: str
    articles: int = 0
    last: int = -1
    data: bytearray = field(default_factory=bytearray)

    def add(self, article: int, places: Sequence[int]) -> None:
        """Note where it stands in the next article."""
        gap = (article - self.last - 1) * 2
        self.last = article
        self.articles += 1
        out = self.data
        if len(places) == 1:
            number(out, gap + 1)
        else:
            number(out, gap)
            number(out, len(places))
        before = 0
        for place in places:
            step = place - before
            if step < 128:
                out.append(step)
            else:
                number(out, step)
            before = place

    def written(self, out: bytearray) -> None:
        """Append the form, where core and stem are in it, and its postings."""
        cut = len(self.bare) - len(self.core)
        string(out, self.bare)
        number(out, cut)
        number(out, self.core.index(self.stem))
        number(out, len(self.stem))
        number(out, self.articles)
        number(out, len(self.data))
        out += self.data


def families(terms: Iterable[Term]) -> Mapping[str, list[Term]]:
    """Terms by family, families and forms in the order of their names."""
    found: dict[str, list[Term]] = {}
    for term in sorted((t for t in terms if t.articles), key=lambda t: (t.family, t.bare)):
        found.setdefault(term.family, []).append(term)
    return found


def shards(found: Mapping[str, list[Term]]) -> Iterator[tuple[str, bytes]]:
    """The files, each with the name of its first family."""
    first, out = "", bytearray()
    for family, terms in found.items():
        body = bytearray()
        for term in terms:
            term.written(body)
        if out and len(out) + len(body) > SHARD:
            yield first, bytes(out)
            out = bytearray()
        if not out:
            first = family
        string(out, family)
        number(out, len(body))
        out += body
    if out:
        yield first, bytes(out)

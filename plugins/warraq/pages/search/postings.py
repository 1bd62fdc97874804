"""
The places of each word, as bytes: the part of the index that a browser reads word by word.

A *term* is one bare form of a family; its postings are written while the articles are read, so that memory holds the finished bytes and
no positions. Numbers are LEB128. A posting: distance to the last article that had the term, doubled, plus 1 where the term occurs once;
else its number of occurrences; then the distances between its places. Files hold whole families in the order of their names, so that a
browser knows from the first names of all files which one to fetch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

SHARD = 14_000
"""Bytes after which a file ends: what one more word costs a reader, where the word is rare."""


def append_number(out: bytearray, n: int) -> None:
    """Append one number."""
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)


def append_string(out: bytearray, text: str) -> None:
    """Append the length of a string in bytes, then the string."""
    data = text.encode()
    append_number(out, len(data))
    out += data


@dataclass(slots=True)
class Term:
    """A bare form, and its postings so far."""

    family: str
    bare: str
    core: str
    stem: str
    articles: int = 0
    last: int = -1
    data: bytearray = field(default_factory=bytearray)

    def add_posting(self, article: int, places: Sequence[int]) -> None:
        """Append its places in the next article."""
        gap = (article - self.last - 1) * 2
        self.last = article
        self.articles += 1
        out = self.data
        if len(places) == 1:
            append_number(out, gap + 1)
        else:
            append_number(out, gap)
            append_number(out, len(places))
        before = 0
        for place in places:
            step = place - before
            if step < 128:
                out.append(step)
            elif step < 16384:  # two bytes: as `append_number` has it, without the call, for there are millions
                out.append(step & 127 | 128)
                out.append(step >> 7)
            else:
                append_number(out, step)
            before = place

    def append_to(self, out: bytearray) -> None:
        """Append the form, where core and stem are in it, and its postings."""
        cut = len(self.bare) - len(self.core)
        append_string(out, self.bare)
        append_number(out, cut)
        append_number(out, self.core.index(self.stem))
        append_number(out, len(self.stem))
        append_number(out, self.articles)
        append_number(out, len(self.data))
        out += self.data


def by_family(terms: Iterable[Term]) -> Mapping[str, list[Term]]:
    """Give terms by family, families and forms in the order of their names."""
    found: dict[str, list[Term]] = {}
    for term in sorted((t for t in terms if t.articles), key=lambda t: (t.family, t.bare)):
        found.setdefault(term.family, []).append(term)
    return found


def shards(found: Mapping[str, list[Term]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files, each with the name of its first family."""
    first, out = "", bytearray()
    for family, terms in found.items():
        body = bytearray()
        for term in terms:
            term.append_to(body)
        if out and len(out) + len(body) > SHARD:
            yield first, bytes(out)
            out = bytearray()
        if not out:
            first = family
        append_string(out, family)
        append_number(out, len(body))
        out += body
    if out:
        yield first, bytes(out)

"""
The postings of one term, which one article can leave or enter while the others are not read.

Each posting says how far its article is from the one before. So a long term is divided into blocks, and of each is known behind which article it
begins: only the block with an article is read, and the first distance of the next one. Readers don't see where a block ends: the bytes are the same.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .postings import FLAGS, NUMBER, number, read_number, value

Filed = tuple[int, bytes]
"""A posting in a term: the lowest bits of its head, and its packed places."""
BLOCK = 64
"""So many postings are a block when it is divided, roughly."""
MASK = (1 << FLAGS) - 1
NOTHING = -1
"""The number before the first article's."""


@dataclass(slots=True)
class Postings:
    """Where a term stands."""

    data: bytearray = field(default_factory=bytearray)
    count: int = 0
    """How many articles have it."""
    bases: list[int] = field(default_factory=lambda: [NOTHING])
    """Of each block the number of the article before it."""
    starts: list[int] = field(default_factory=lambda: [0])
    """Of each block the first byte."""

    @classmethod
    def read(cls, data: bytes, count: int, blocks: bytes) -> Postings:
        """Make it of its bytes and of what `blocks` wrote."""
        made = cls(bytearray(data), count)
        if blocks:
            both = array("i", blocks)
            half = len(both) // 2
            made.bases, made.starts = list(both[:half]), list(both[half:])
        return made

    def blocks(self) -> bytes:
        """Write where the blocks are; nothing where there is one."""
        return array("i", [*self.bases, *self.starts]).tobytes() if len(self.bases) > 1 else b""

    def articles(self) -> list[int]:
        """Give the numbers of all articles, ascending."""
        return [article for article, _, _ in entries(bytes(self.data), NOTHING)]

    def change(self, edits: Mapping[int, Filed | None]) -> None:
        """Put in, exchange or take out (None) the postings of articles."""
        ends = [*self.starts[1:], len(self.data)]
        pieces = [bytes(self.data[start:end]) for start, end in zip(self.starts, ends, strict=True)]
        of_block: dict[int, dict[int, Filed | None]] = {}
        for article, posting in edits.items():
            of_block.setdefault(bisect_left(self.bases, article) - 1, {})[article] = posting
        last = NOTHING
        bases: list[int] = []
        parts: list[bytes] = []
        for at, (base, piece) in enumerate(zip(self.bases, pieces, strict=True)):
            if at - 1 not in of_block or not at:
                last = base
            if at in of_block:
                held = {article: (flags, places) for article, flags, places in entries(piece, base)}
                before = len(held)
                held |= {article: posting for article, posting in of_block[at].items() if posting}
                for article, posting in of_block[at].items():
                    if not posting:
                        held.pop(article, None)
                self.count += len(held) - before
                for block in _divided(sorted(held)):
                    bases.append(last)
                    parts.append(written([(article, *held[article]) for article in block], last))
                    last = block[-1]
            elif last != base:
                head, rest = read_number(piece, 0)
                bases.append(last)
                parts.append(number(head - (last - base << FLAGS)) + piece[rest:])
            else:
                bases.append(base)
                parts.append(piece)
        self._put(bases, parts)

    def _put(self, bases: list[int], parts: list[bytes]) -> None:
        """Put blocks in the place of all that was there."""
        self.bases, self.starts, self.data = bases or [NOTHING], [0], bytearray(b"".join(parts))
        for part in parts[:-1]:
            self.starts.append(self.starts[-1] + len(part))


def entries(data: bytes, base: int) -> Iterator[tuple[int, int, bytes]]:
    """Read postings: the number of each article, the lowest bits of its head, and its packed places."""
    numbers = NUMBER.findall(data)
    at = 0
    article = base
    while at < len(numbers):
        head = value(numbers[at])
        end = at + 2 if head & 1 else at + 2 + value(numbers[at + 1])
        article += 1 + (head >> FLAGS)
        yield article, head & MASK, b"".join(numbers[at + 1 : end])
        at = end


def written(entries: Iterable[tuple[int, int, bytes]], base: int) -> bytes:
    """Write what `entries` reads."""
    out = []
    for article, flags, places in entries:
        out += [number((article - base - 1) << FLAGS | flags), places]
        base = article
    return b"".join(out)


def _divided(articles: list[int]) -> Iterator[list[int]]:
    """Divide the articles of a block that has grown long."""
    size = BLOCK if len(articles) > 2 * BLOCK else max(1, len(articles))
    for start in range(0, len(articles), size):
        yield articles[start : start + size]

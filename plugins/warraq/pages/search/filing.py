"""
Filing all articles under their terms, each posting behind the former ones of its term.

Millions of postings go through here, so the work on an article's words is done by functions of the interpreter that take all of them at once.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import add, sub

from .blocks import BLOCK, NOTHING, Postings
from .postings import FLAGS, Posting, number, together

NO_TERM = -1
"""In the place of the term of a word that folds to several tokens, or to none."""


class Filing:
    """The postings of some terms."""

    def __init__(self, term_of: Sequence[int], wanted: bytes) -> None:
        """`term_of`: the term of each word by its number, or `NO_TERM`; `wanted`: of each term whether it is filed here."""
        self._term_of = term_of
        # One more than there are terms: `NO_TERM` finds it, and it is not wanted.
        self._wanted = wanted + b"\0"
        self._is_part = 0 in wanted
        self._next = [0] * len(wanted)
        """Of each term the number that comes after that of the last article that has it, with the bits of `FLAGS` behind it."""
        self._data = {n: bytearray() for n in compress(range(len(wanted)), wanted)}
        self._count = [0] * len(wanted)
        """Of each term in how many articles it is, without those of `_recent`."""
        self._recent: Counter[int] = Counter()
        """The terms of the last articles, each with the number of these."""
        self._articles = 0
        self._blocks: dict[int, list[tuple[int, int]]] = {}
        """Of long terms the number of the article before a block, and the block's first byte."""
        self._divided: dict[int, int] = {}
        """In how many articles a term was when it was last divided."""

    def file(
        self,
        head: int,
        words: Sequence[int],
        once: int,
        places: Sequence[bytes],
        more: Iterable[tuple[int, Posting]] = (),
    ) -> None:
        """
        File an article, whose number is larger than those of all before it.

        `head`: its number and its length (`Row.head`); `words`: by number, those first that stand `once`; `more`: terms with postings, of what has
        no term of its own.
        """
        terms = list(map(self._term_of.__getitem__, words))
        heads = [head + 1] * once + [head] * (len(words) - once)
        placed = list(places)
        for term, (alone, place) in more:
            terms.append(term)
            heads.append(head + alone)
            placed.append(place)
        if self._is_part or NO_TERM in terms:
            here = list(map(self._wanted.__getitem__, terms))
            terms, heads = list(compress(terms, here)), list(compress(heads, here))
            placed = list(compress(placed, here))
        if len(set(terms)) != len(terms):
            terms, heads, placed = _joined(terms, heads, placed)
        distances = map(number, map(sub, heads, map(self._next.__getitem__, terms)))
        deque(map(bytearray.extend, map(self._data.__getitem__, terms), map(add, distances, placed)), 0)
        following = self._next
        behind = (head >> FLAGS) + 1 << FLAGS
        for term in terms:
            following[term] = behind
        self._recent.update(terms)
        self._articles += 1
        if not self._articles % BLOCK:
            self._divide()

    def taken(self) -> Iterable[tuple[int, Postings]]:
        """Give each term that articles have with its postings, and forget them."""
        self._divide()
        while self._data:
            term, data = self._data.popitem()
            if data:
                # The last block may be without postings.
                blocks = [(base, start) for base, start in self._blocks.get(term, ()) if start < len(data)]
                bases, starts = [NOTHING, *(base for base, _ in blocks)], [0, *(start for _, start in blocks)]
                yield term, Postings(data, self._count[term], bases, starts)

    def _divide(self) -> None:
        """Count terms, and begin new blocks in those that have become long."""
        for term, more in self._recent.items():
            count = self._count[term] = self._count[term] + more
            if count >= BLOCK and count - self._divided.get(term, 0) >= BLOCK // 2:
                self._blocks.setdefault(term, []).append(((self._next[term] >> FLAGS) - 1, len(self._data[term])))
                self._divided[term] = count
        self._recent.clear()


def _joined(terms: Sequence[int], heads: list[int], places: list[bytes]) -> tuple[list[int], list[int], list[bytes]]:
    """Join words that are one term."""
    last = dict(zip(terms, range(len(terms)), strict=True))
    others: dict[int, list[int]] = {}
    for at in set(range(len(terms))).difference(last.values()):
        others.setdefault(last[terms[at]], []).append(at)
    for at, more in others.items():
        _, places[at] = together([(heads[each] & 1 == 1, places[each]) for each in (at, *more)])
        heads[at] &= ~1
    kept = list(last.values())
    return list(last), list(map(heads.__getitem__, kept)), list(map(places.__getitem__, kept))

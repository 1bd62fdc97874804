"""
Filing all articles under their terms, each posting behind the former ones of its term.

Millions of postings go through here, so the work on an article's words is done by functions of the interpreter that take all of them at once.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from itertools import compress, repeat
from operator import add, sub

from .blocks import BLOCK, NOTHING, Postings
from .postings import Posting, number, together

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
        """Of each term twice the number that comes after that of the last article that has it."""
        self._data = {n: bytearray() for n in compress(range(len(wanted)), wanted)}
        self._count: Counter[int] = Counter()
        self._blocks: dict[int, tuple[list[int], list[int], int]] = {}
        self._articles = 0
        self._recent: set[int] = set()
        """The terms of the last articles."""

    def file(
        self,
        slot: int,
        words: Sequence[int],
        once: int,
        places: Sequence[bytes],
        more: Iterable[tuple[int, Posting]] = (),
    ) -> None:
        """
        File an article, whose number is larger than those of all before it.

        `words`: by number, those first that stand `once`; `more`: terms with postings, of words that have no term of their own.
        """
        terms = list(map(self._term_of.__getitem__, words))
        heads = [2 * slot + 1] * once + [2 * slot] * (len(words) - once)
        more = [each for each in more if self._wanted[each[0]]]
        if self._is_part or NO_TERM in terms:
            here = list(map(self._wanted.__getitem__, terms))
            terms, heads = list(compress(terms, here)), list(compress(heads, here))
            places = list(compress(places, here))
        if more or len(set(terms)) != len(terms):
            terms, heads, places = _joined(slot, terms, heads, places, more)
        distances = map(number, map(sub, heads, map(self._next.__getitem__, terms)))
        deque(map(bytearray.extend, map(self._data.__getitem__, terms), map(add, distances, places)), 0)
        following = self._next
        behind = 2 * slot + 2
        for term in terms:
            following[term] = behind
        self._count.update(terms)
        self._recent.update(terms)
        self._articles += 1
        if not self._articles % BLOCK:
            self._divide()

    def filed(self) -> Iterable[int]:
        """Give the terms that articles have."""
        return self._count.keys()

    def taken(self, term: int) -> Postings:
        """Give the postings of a term, and forget them."""
        bases, starts, _ = self._blocks.pop(term, ([], [], 0))
        # A last block without postings may begin where all end.
        data = self._data.pop(term)
        whole = [(base, start) for base, start in zip(bases, starts, strict=True) if start < len(data)]
        return Postings(data, self._count[term], [NOTHING, *(b for b, _ in whole)], [0, *(s for _, s in whole)])

    def _divide(self) -> None:
        """Begin new blocks in the terms that have become long."""
        for term in self._recent:
            count = self._count[term]
            if count >= BLOCK:
                bases, starts, before = self._blocks.get(term, ([], [], 0))
                if count - before >= BLOCK // 2:
                    bases.append((self._next[term] >> 1) - 1)
                    starts.append(len(self._data[term]))
                    self._blocks[term] = bases, starts, count
        self._recent.clear()


def _joined(
    slot: int,
    terms: Sequence[int],
    heads: Sequence[int],
    places: Sequence[bytes],
    more: Iterable[tuple[int, Posting]],
) -> tuple[list[int], list[int], list[bytes]]:
    """Join words that are one term."""
    found = dict(zip(terms, zip(heads, places, strict=True), strict=False))
    several = {term for term, times in Counter(terms).items() if times > 1} | {term for term, _ in more}
    if several:
        all_: dict[int, list[Posting]] = {term: [] for term in several}
        for term, head, place in zip(terms, heads, places, strict=True):
            if term in several:
                all_[term].append((head & 1 == 1, place))
        for term, posting in more:
            all_[term].append(posting)
        for term, postings in all_.items():
            once, place = together(postings) if len(postings) > 1 else postings[0]
            found[term] = (2 * slot + once, place)
    return list(found), [head for head, _ in found.values()], [place for _, place in found.values()]

"""
The heads of very long families: which articles have one, and all that it says of the few that have it most.

The commonest words of a large archive have postings of hundreds of kilobytes, of which a first page of results shows nothing. So a family that is
larger than a share of the archive has a second, short file. For each article of its *head* (those that have one of its forms oftenest for their
length, those with it in the title first) it has all postings; of the rest only the numbers. What else a query asks of an article that may come
first, its text says (`browser/heads.js`).

It is a function of the postings alone, so it changes only when they do.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, chain, pairwise

from .blocks import MASK, NOTHING, written
from .contributions import BODY
from .postings import FLAGS, NUMBER, VALUES, Form, number, numbers_packed, value
from .shards import frame
from .speech import analysis

LARGE = 24_000
"""Bytes over which a family has a head, at least."""
SHARE = 4
"""And more than one byte for so many numbers of articles."""
FEWEST, PART, MOST = 12, 128, 400
"""Of each form so many articles are of the head, one more for so many that have it, and no more than so many."""
SILENT = 48
"""Of a form of a stop word's family no more than so many: only a query of nothing else asks for it, and no text decides there."""

NORMS = [1 + 2 ** (level / 2 - 4) for level in range(1 << FLAGS - 1)]
"""What an article's length makes of one occurrence: half of a length counts, as in rank.js. What the average is does not change the order much."""


def large(places: int) -> int:
    """Give the bytes over which a family has a head, of an archive with so many numbers of articles."""
    return max(LARGE, places // SHARE)


@cache
def silent_families() -> frozenset[str]:
    """Give the families of the words that say nothing by themselves."""
    return frozenset(analysis().analyse(word).family for word in analysis().stop)


def head_file(database: sqlite3.Connection, hash_: int, places: int) -> bytes:
    """Write the heads of the large families with a hash; nothing where there is none."""
    asked = "SELECT family FROM family WHERE hash = ? AND size > ? ORDER BY family"
    out = []
    for (family,) in database.execute(asked, (hash_, large(places))).fetchall():
        forms = "SELECT family, bare, core, stem, count, data FROM term WHERE hash = ? AND family = ? ORDER BY bare, core, stem"
        found = [(Form(*form), count, Scanned(data)) for *form, count, data in database.execute(forms, (hash_, family))]
        body = _head(found, SILENT if family in silent_families() else MOST)
        out += [frame(family, len(body)), body]
    return b"".join(out)


def _head(forms: Sequence[tuple[Form, int, Scanned]], most: int) -> bytes:
    """Write one: how many articles have the family beside those of the head, the distances between them, then the forms."""
    head = {form.articles[n] for _, _, form in forms for n in form.best(most)}
    # Each form has its articles in order, so that little is left to sort.
    everywhere = sorted(chain.from_iterable(form.articles for _, _, form in forms))
    rest = [article for article in dict.fromkeys(everywhere) if article not in head]
    out = [number(len(rest)), numbers_packed([after - before - 1 for before, after in pairwise([NOTHING, *rest])])]
    for form, count, found in forms:
        kept = [n for n, article in enumerate(found.articles) if article in head]
        data = number(len(kept)) + written(map(found.entry, kept), NOTHING)
        out += [form.head(count, len(data)), data]
    return b"".join(out)


class Scanned:
    """The postings of a form, read as far as the choice of a head needs it: a large archive has millions, and a change touches many of them."""

    def __init__(self, data: bytes) -> None:
        self.numbers = NUMBER.findall(data)
        self.starts: list[int] = []
        """Of each posting where it begins among the numbers."""
        self.alike: defaultdict[tuple[bool, int, int], list[int]] = defaultdict(list)
        """Postings, ascending, that are worth the same: outside the title, so often, in articles of such a length."""
        self._scan()
        heads = map(value, map(self.numbers.__getitem__, self.starts))
        self.articles = list(accumulate((1 + (head >> FLAGS) for head in heads), initial=NOTHING))[1:]

    def _scan(self) -> None:
        numbers, started, values = self.numbers, self.starts.append, VALUES
        once: list[list[int]] = [[] for _ in range(2 * MASK + 2)]
        at = n = 0
        end = len(numbers)
        while at < end:
            started(at)
            flags = values[numbers[at]] & MASK
            # The first byte tells whether a place is of the title: one that takes two bytes is far behind it.
            if flags & 1:
                once[flags if numbers[at + 1][0] < BODY else flags | 1 << FLAGS].append(n)
                at += 2
            else:
                times = values[numbers[at + 1]]
                self.alike[numbers[at + 2][0] >= BODY, times, flags >> 1].append(n)
                at += 2 + times
            n += 1
        for key, found in enumerate(once):
            if found:
                self.alike[key > MASK, 1, (key & MASK) >> 1] += found

    def best(self, most: int = MOST) -> list[int]:
        """Choose those that have it most: in the title, then by how often, and how short they are; of equals those with the lowest numbers."""
        wanted = min(FEWEST + len(self.starts) // PART, most)
        by_worth: defaultdict[tuple[bool, float], list[int]] = defaultdict(list)
        for (behind, times, level), found in self.alike.items():
            by_worth[behind, -times / NORMS[level]] += found
        out: list[int] = []
        for worth in sorted(by_worth):
            out += sorted(by_worth[worth])[: wanted - len(out)]
            if len(out) == wanted:
                break
        return out

    def entry(self, n: int) -> tuple[int, int, bytes]:
        """Give one as `blocks.entries` reads it."""
        start = self.starts[n]
        end = self.starts[n + 1] if n + 1 < len(self.starts) else len(self.numbers)
        return self.articles[n], value(self.numbers[start]) & MASK, b"".join(self.numbers[start + 1 : end])

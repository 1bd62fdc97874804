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
from collections.abc import Sequence
from itertools import pairwise

from .blocks import NOTHING, entries, written
from .contributions import BODY
from .postings import Form, append_number, first_of, times_of
from .shards import frame

LARGE = 24_000
"""Bytes over which a family has a head, at least."""
SHARE = 4
"""And more than one byte for so many numbers of articles."""
FEWEST, PART = 12, 128
"""Of each form so many articles are of the head, and one more for so many that have it."""

Entry = tuple[int, int, bytes]
"""The number of an article, the lowest bits of a posting's head, its packed places."""


def large(places: int) -> int:
    """Give the bytes over which a family has a head, of an archive with so many numbers of articles."""
    return max(LARGE, places // SHARE)


def head_file(database: sqlite3.Connection, hash_: int, places: int) -> bytes:
    """Write the heads of the large families with a hash; nothing where there is none."""
    asked = "SELECT family FROM family WHERE hash = ? AND size > ? ORDER BY family"
    out = []
    for (family,) in database.execute(asked, (hash_, large(places))).fetchall():
        forms = "SELECT family, bare, core, stem, count, data FROM term WHERE hash = ? AND family = ? ORDER BY bare, core, stem"
        found = [
            (Form(*form), count, list(entries(data, NOTHING)))
            for *form, count, data in database.execute(forms, (hash_, family))
        ]
        body = _head(found)
        out += [frame(family, len(body)), body]
    return b"".join(out)


def _head(forms: Sequence[tuple[Form, int, list[Entry]]]) -> bytes:
    """Write one: how many articles have the family beside those of the head, the distances between them, then the forms."""
    head = {entry[0] for _, _, postings in forms for entry in best(postings)}
    rest = sorted({entry[0] for _, _, postings in forms for entry in postings} - head)
    out = bytearray()
    append_number(out, len(rest))
    for before, after in pairwise([NOTHING, *rest]):
        append_number(out, after - before - 1)
    for form, count, postings in forms:
        kept = [entry for entry in postings if entry[0] in head]
        data = bytearray()
        append_number(data, len(kept))
        data += written(kept, NOTHING)
        out += form.head(count, len(data)) + data
    return bytes(out)


def best(postings: Sequence[Entry]) -> list[Entry]:
    """Choose the articles that have a form most: in the title, then by how often, and how short they are; of equals those with the lowest numbers."""
    return sorted(postings, key=_worth)[: FEWEST + len(postings) // PART]


def _worth(entry: Entry) -> tuple[bool, float, int]:
    article, flags, places = entry
    posting = flags & 1 == 1, places
    # Half of a length counts, as in rank.js; what the average is does not change the order much.
    return first_of(posting) >= BODY, -times_of(posting) / (1 + 2 ** ((flags >> 1) / 2 - 4)), article

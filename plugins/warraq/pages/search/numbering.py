"""
The numbers of articles in the postings: short, and hardly ever changed by other articles.

A running number would shift with every article before it, and a hash of the address is too long for postings that hold a million. So an article
has a place in a table of hashes that is two to four times as long as the archive. Where two want one place, the lesser hash has it, and the other
goes to its next: the table is the same in whatever order articles came, and one more or less moves another one every third time.
The table grows when the archive doubles, and then all numbers are new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

ROOMY = 2
"""So many places an article has at least."""


def table_size(articles: int) -> int:
    """Give the number of places: a power of 2."""
    return 1 << max(3, (ROOMY * articles - 1).bit_length())


def numbers(urls: Iterable[str], size: int) -> Mapping[str, int]:
    """Give each article its place in a table of this size."""
    wanted = sorted((int.from_bytes(hashlib.blake2b(url.encode(), digest_size=8).digest(), "big"), url) for url in urls)
    taken = bytearray(size)
    found: dict[str, int] = {}
    for chance, url in wanted:
        at, step = chance >> 32 & size - 1, chance & 0xFFFFFFFF | 1
        # An odd step comes to every place of a table whose size is a power of 2.
        while taken[at]:
            at = at + step & size - 1
        taken[at] = 1
        found[url] = at
    return found

"""
Which words a list has, in nine and a half bits a word: a Golomb-coded set (F. Putze, P. Sanders, J. Singler, 2007).

A page has to know of each word of a query whether a list says something of it, and the list is loaded only then. One word in 256 that
is not of the list is taken for one of it: that costs a file in vain, and no answer.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection
from itertools import pairwise
from zlib import crc32

BITS = 8
"""Of each gap so many bits are written as they are: sieve.js has the same."""


def sieve(words: Collection[str]) -> str:
    """Write the set of some words: how many values it has, and their gaps in base64, each gap's multiples of 256 as ones before a nought."""
    many = len(words)
    values = sorted({crc32(word.encode()) * (many << BITS) >> 32 for word in words})
    bits = "".join(
        "1" * (gap >> BITS) + "0" + f"{gap & (1 << BITS) - 1:0{BITS}b}"
        for gap in (value - before for before, value in pairwise([0, *values]))
    )
    whole = bits + "0" * (-len(bits) % 8)
    data = bytes(int(whole[at : at + 8], 2) for at in range(0, len(whole), 8))
    return f"{many} {len(values)} {b64encode(data).decode()}"

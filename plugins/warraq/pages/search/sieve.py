"""
Which words a list has, in twelve bits a word: a Bloom filter (B. H. Bloom, 1970).

A page has to know of each word of a query whether a list says something of it, and the list is loaded only then. One word in two hundred that
is not of the list is taken for one of it: that costs a file in vain, and no answer.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection
from zlib import crc32

TIMES = 5
"""So many bits tell a word: sieve.js has the same."""


def sieve(words: Collection[str]) -> str:
    """Write the filter of some words, in base64."""
    bits = bytearray(1 + 3 * len(words) // 2)
    for word in words:
        value = crc32(word.encode())
        for n in range(TIMES):
            at = ((value & 0xFFFF) + n * (value >> 16 | 1)) % (8 * len(bits))
            bits[at >> 3] |= 1 << (at & 7)
    return b64encode(bits).decode()

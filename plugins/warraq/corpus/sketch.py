"""
Sketches by which nearly equal texts find one another (MinHash, by the library rensa).

Of the folded words of a text, each five in a row are one of its features. Two texts share a band of their MinHashes the likelier, the more
features they share: at four fifths 95 of 100 pairs do, at one half 6. How near they are is then told by one bit of each MinHash.
"""

from __future__ import annotations

import struct
from hashlib import blake2b

from rensa import RMinHash

from warraq.arabic.folding import fold

WORDS = 5
"""In a row, which are one feature."""
HASHES, BANDS = 128, 16
SEED = 1
A_BAND = struct.Struct(f"<{HASHES // BANDS}I")
LENGTH_OF_BAND = 8
"""Bytes of a band's hash."""


def sketch_of(text: str) -> tuple[bytes, bytes] | None:
    """Give the hashes of the bands and the sketch of a text; None of one without a word."""
    words = fold(text).split()
    if not words:
        return None
    made = RMinHash(HASHES, SEED)
    made.update([" ".join(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1))])
    hashes = made.digest()
    width = HASHES // BANDS
    bands = b"".join(
        blake2b(
            A_BAND.pack(*hashes[at * width : (at + 1) * width]), digest_size=LENGTH_OF_BAND, salt=bytes([at])
        ).digest()
        for at in range(BANDS)
    )
    bits = sum((each & 1) << at for at, each in enumerate(hashes))
    return bands, bits.to_bytes(HASHES // 8, "little")


def similarity(one: int, other: int) -> float:
    """Tell from two sketches which part of their features two texts share, about: 1 of equal ones, 0 of strangers."""
    return max(0.0, 1 - 2 * (one ^ other).bit_count() / HASHES)

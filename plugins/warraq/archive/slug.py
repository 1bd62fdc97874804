"""
Slugs: the part of an address that people read.

Arabic stays Arabic: transliterated slugs make one page of روسيا, روسي and روسية, and nobody can read them. A slug is
written once and outlives the title, so it only has to be readable, short enough for every file system, and free.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

LONGEST = 60
"""In letters; at four bytes each with a suffix still below the 255 bytes of a file's name."""
MARKS = re.compile("[\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
"""Vowel marks and tatweel: decoration, not spelling."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for devices."""


def slug_of(title: str, taken: Container[str] = ()) -> str:
    """Make the slug of a title: whole words up to `LONGEST` letters, then `-2`, `-3` … while it is in `taken`."""
    words = "".join(c if _stands(c) else " " for c in MARKS.sub("", plain(title))).split()
    slug = ""
    for word in words or ["article"]:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    if RESERVED.fullmatch(slug):
        slug += "-1"
    free, number = slug, 2
    while free in taken:
        free, number = f"{slug}-{number}", number + 1
    return free


def plain(name: str) -> str:
    """Take out what can't be seen (controls, directions, joiners between words become spaces) and the case of letters."""
    seen = (" " if c in "\N{ZERO WIDTH NON-JOINER}\t\r\n" else c for c in unicodedata.normalize("NFC", name))
    return unicodedata.normalize("NFC", "".join(c for c in seen if unicodedata.category(c) not in ("Cc", "Cf")).lower())


def _stands(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"

"""
Names for originals that every file system can hold.

A librarian's folder comes from Windows, a Mac and a phone: names with `?` or `:`, names in two spellings of the same letters
(NFD on the Mac), names that differ in case only, names of 250 letters. The archive is used on all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from warraq.archive.slug import DEVICES, slug_key

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
"""Characters that Windows refuses, and marks that make two different names look alike."""
LONGEST = 100
"""Letters of a stem: 200 bytes in Arabic, and file systems allow 255."""


def safe_name(name: str) -> str:
    """Make a file's name (not a path) safe with as few changes as possible; the ending becomes lower case."""
    stem, dot, ending = unicodedata.normalize("NFC", name).rpartition(".")
    if not dot:
        stem, ending = ending, ""
    stem = FORBIDDEN.sub("-", stem).strip(" .-~")[:LONGEST].rstrip(" .-~") or "original"
    if DEVICES.fullmatch(stem.split(".")[0]):
        stem = f"{stem}-"
    ending = re.sub(r"\W", "", ending)[:10].lower() or "txt"
    return f"{stem}.{ending}"


def free_name(name: str, taken: Container[str]) -> str:
    """Add `-2`, `-3` … where another original has the stem: it is the name of the article and the record too."""
    stem, _, ending = name.rpartition(".")
    number, made = 1, stem
    while slug_key(made) in taken:
        number += 1
        made = f"{stem}-{number}"
    return f"{made}.{ending}"

"""
Names for originals that every file system can hold, and that an article can state.

A librarian's folder comes from Windows, a Mac and a phone: names with `?` or `:`, names in two spellings of the same letters
(NFD on the Mac), names that differ in case only, names of 250 letters, names in no encoding. The archive is used on all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from warraq.archive.original import stem_of
from warraq.archive.slug import DEVICES, first_free, slug_key
from warraq.archive.stated_line import NO_CHARACTERS
from warraq.archive.yaml_values import CONTROLS, INVISIBLE

FORBIDDEN = re.compile(
    rf'[<>:"/\\|?*\x00-\x1f\x7f-\x9f{INVISIBLE}\u2028\u2029\u2060-\u2064\u206a-\u206f\ufff9-\ufffb\ud800-\udfff{NO_CHARACTERS}]+'
)
"""
Characters that Windows or a Mac refuses, that YAML can't hold or that the front matter leaves out, and marks that make two
different names look alike.
"""
LONGEST = 100
"""Letters of a stem: 200 bytes in Arabic, and file systems allow 255."""
MOST_BYTES = 200
"""Of a stem: a letter beyond U+FFFF has four."""
LONGEST_NUMBERED = 150
"""Letters of a name with its number and its ending."""
EDGES = " .-~"
"""At the end of a name Windows drops a stop or a space; a file that begins or ends with the others is a program's own."""


def safe_name(name: str) -> str:
    """Make a file's name (not a path) safe with as few changes as possible; the ending becomes lower case."""
    stem, dot, ending = unicodedata.normalize("NFC", name).rpartition(".")
    if not dot:
        stem, ending = ending, ""
    stem = " ".join(FORBIDDEN.sub("-", stem).split()).strip(EDGES)[:LONGEST]
    stem = stem.encode()[:MOST_BYTES].decode(errors="ignore").rstrip(EDGES) or "original"
    if DEVICES.fullmatch(stem.split(".")[0].rstrip()):
        stem = f"{stem}-"
    ending = re.sub(r"\W", "", ending)[:10].lower() or "txt"
    return unicodedata.normalize("NFC", f"{stem}.{ending}")


def is_safe(name: str) -> bool:
    """Tell whether it is one file's name as `free_name(safe_name(…))` makes it, and no path."""
    return bool(name) and len(name) <= LONGEST_NUMBERED and name[0] not in EDGES and not FORBIDDEN.search(name)


def ending_of(name: str) -> str:
    """Give the ending of a file's path in small letters, without the spaces that a hand left behind it; empty without one."""
    _, dot, ending = name.rpartition("/")[2].rpartition(".")
    return CONTROLS.sub("", ending).strip().lower() if dot else ""


def free_name(name: str, taken: Container[str], last: dict[str, int] | None = None) -> str:
    """
    Add `-2`, `-3` … where another original has the stem: it is the name of the article and the record too.

    `last`: as for `first_free`; a folder may hold ten thousand files called `index.html`.
    """
    stem = stem_of(name)
    made = first_free(lambda n: stem if n == 1 else f"{stem}-{n}", taken, slug_key(stem), last)
    return f"{made}{name.removeprefix(stem)}"

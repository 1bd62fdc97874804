"""
The slug: the last part of an article's address, written once.

Unicode letters stay as they are (a reader sees Arabic in the address bar); it is at most 60 letters, so that it fits every file
system, and it is cut between words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Container
from functools import lru_cache, partial

LONGEST = 60
REMEMBERED = 20_000
"""Names whose segments are remembered: sources, authors, tags."""
TOP = 80
"""Lines of a file in which its front matter is looked for."""
# Marks and joiners inside a word stay: Persian without its ZWNJ is another word. Tatweel says nothing.
BETWEEN_WORDS = re.compile(r"[^\w\N{ZERO WIDTH NON-JOINER}]+|_+")
SILENT = re.compile("[\N{ARABIC TATWEEL}\u064b-\u0652\u0670]|^\N{ZERO WIDTH NON-JOINER}+|\N{ZERO WIDTH NON-JOINER}+$")
# Windows opens a device, whatever the folder.
DEVICES = re.compile(r"(?i:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)")


def slug_of(title: str) -> str:
    """Make a slug of a title; `article` where it has no letter and no digit at all."""
    words = BETWEEN_WORDS.sub(" ", SILENT.sub("", unicodedata.normalize("NFC", title))).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    if DEVICES.fullmatch(slug):
        return f"{slug}-"
    return slug or "article"


def first_free(
    make: Callable[[int], str], taken: Container[str], key: str, last: dict[str, int] | None = None, first: int = 1
) -> str:
    """
    Give what `make` makes of the first number, from `first` on, that is not taken; what is taken are keys (`slug_key`).

    `last` holds the number that each `key` got last, so that ten thousand equal titles are not counted through ten thousand times;
    what is taken must only grow then.
    """
    number = first if last is None else last.get(key, first)
    while slug_key(made := make(number)) in taken:
        number += 1
    if last is not None:
        last[key] = number
    return made


def free_slug(slug: str, taken: Container[str], last: dict[str, int] | None = None) -> str:
    """Add `-2`, `-3` … where the slug is taken; `last`: as for `first_free`."""
    return first_free(partial(numbered_slug, slug), taken, slug_key(slug), last)


def version_slug(shown: str, taken: Container[str], last: dict[str, int] | None = None, first: int = 2) -> str:
    """Give a free slug to another version of the article with the slug `shown`: its own, and a number; `last`: as for `first_free`."""
    return first_free(partial(numbered_version, shown), taken, slug_key(shown), last, first)


def numbered_slug(slug: str, number: int) -> str:
    """Give the slug of the article that is so many-th of its title."""
    return slug if number == 1 else f"{slug[: LONGEST - len(str(number)) - 1].rstrip('-')}-{number}"


def numbered_version(shown: str, number: int) -> str:
    """Give the slug that a version has of the article's own, which is cut where it would be too long."""
    ending = f"-v{number}"
    return shown[: LONGEST - len(ending)].rstrip("-") + ending


def slug_key(slug: str) -> str:
    """Give a key that is the same for two slugs that some file system takes for one."""
    return unicodedata.normalize("NFC", slug).casefold()


def is_slug(slug: str) -> bool:
    """Tell whether it can be one folder's name on every system, and one part of an address."""
    return (
        0 < len(slug) <= LONGEST
        and slug[0] not in ".- "
        and slug[-1] not in ". "
        and not DEVICES.fullmatch(slug)
        and all(c.isalnum() or unicodedata.category(c)[0] == "M" or c in "-_.\N{ZERO WIDTH NON-JOINER}" for c in slug)
    )


def find_slug(text: str) -> str | None:
    """Find the slug in an article's file line by line from its top; nothing else of the file has to be sound."""
    return find_line(text, "slug")


def find_line(text: str, key: str) -> str | None:
    """Find the value of a key that stands on its line in the same way."""
    for line in text.splitlines()[:TOP]:
        if line.startswith(f"{key}:"):
            return line.removeprefix(f"{key}:").split("#")[0].strip().strip("\"'")
    return None


@lru_cache(REMEMBERED)
def segment(name: str) -> str:
    """Make one safe, readable part of an address; where letters were lost, eight digits of a hash keep it apart."""
    shown = slug_key("-".join(name.split()))
    made = slug_key(slug_of(shown))
    return made if made == shown else f"{made}-{hashlib.sha256(shown.encode()).hexdigest()[:8]}"

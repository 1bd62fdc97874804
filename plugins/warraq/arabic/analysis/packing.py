"""
The description of words as it travels: a browser loads it before its first query.

Its lists of words are nearly all of it. In order each word shares its first letters with the one before, and what a word belongs to shares its
own: how many, and the rest, in one string of signs of one byte. That takes half of what gzip makes of the words themselves. `unpacked.js` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from .description import Description

LISTS = ("stop", "whole", "seen")
TABLES = ("families", "forms", "pasts", "imperfects")
NUMBERS = 0x23
"""The sign that stands for 0, where a word says how many letters it shares; no sign of JSON's own is among them."""
MANY = 24
LETTERS = NUMBERS + MANY
BEYOND, FAR = 0x100, 0x4000
"""Where signs go on, of letters and of numbers, that have no byte left."""
BACKSLASH = 0x5C


def packed(description: Description) -> dict[str, object]:
    """Write a description; its lists have to be in order, as `listed.description` gives them."""
    made: dict[str, Any] = {**description}
    words = [word for name in LISTS for word in made[name]]
    words += [word for name in TABLES for pair in made[name].items() for word in pair]
    alphabet = "".join(sorted(set("".join(words))))
    sign = {letter: chr(_letter(n)) for n, letter in enumerate(alphabet)}

    def written(pairs: Iterable[tuple[str, str, int]]) -> str:
        return "".join(chr(_number(n)) + "".join(map(sign.__getitem__, rest)) for _, rest, n in pairs)

    for name in LISTS:
        made[name] = written(_after(made[name]))
    for name in TABLES:
        table: Mapping[str, str] = made[name]
        made[name] = [written(_after(table)), written(_of(table))]
    return {**made, "alphabet": alphabet}


def _shared(one: str, other: str) -> int:
    """Count the letters that two words begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _after(words: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Yield each word with what it does not share with the one before it, and how many letters it shares."""
    last = ""
    for word in words:
        same = _shared(last, word)
        yield word, word[same:], same
        last = word


def _of(table: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    """Yield each key with what its value has instead of its last letters, and how many those are."""
    for key, value in table.items():
        same = _shared(key, value)
        yield key, value[same:], len(key) - same


def _number(n: int) -> int:
    return NUMBERS + n if n < MANY else FAR + n


def _letter(n: int) -> int:
    code = LETTERS + n
    code += code >= BACKSLASH
    return code if code < 0x7F else BEYOND + n


def unpacked(made: Mapping[str, object]) -> Description:
    """Read what `packed` wrote."""
    read: dict[str, Any] = {**made}
    letter = {chr(_letter(n)): one for n, one in enumerate(read.pop("alphabet"))}

    def entries(text: str) -> Iterator[tuple[int, str]]:
        at = 0
        while at < len(text):
            n = ord(text[at])
            end = at + 1
            while end < len(text) and text[end] in letter:
                end += 1
            yield n - (FAR if n >= FAR else NUMBERS), "".join(letter[sign] for sign in text[at + 1 : end])
            at = end

    def words(text: str) -> list[str]:
        found = [""]
        for same, rest in entries(text):
            found.append(found[-1][:same] + rest)
        return found[1:]

    for name in LISTS:
        read[name] = words(read[name])
    for name in TABLES:
        keys, values = read[name]
        pairs = zip(words(keys), entries(values), strict=True)
        read[name] = {key: key[: len(key) - off] + rest for key, (off, rest) in pairs}
    return cast(Description, read)

"""
The description of words as it travels: a browser loads it before its first query.

Its lists of words are nearly all of it. In order each word shares its first letters with the one before: how many, and the rest, in one string of
signs of one byte. What a word belongs to is made of its own letters by a pattern, as Arabic makes words: أقلام has second, third and last of them in
قلم, and so has أحكام in حكم. What follows a past (كتب, يكتب) is told by one sign of the past. That takes a third of what gzip makes of the words
themselves. `unpacked.js` reads it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, cast

from .description import Description

LISTS = ("stop", "whole", "seen")
TABLES = ("families", "forms", "pasts", "imperfects")
NUMBERS = 0x23
"""The sign that stands for 0, where a word says how many letters it shares; no sign of JSON's own is among them."""
MANY = 24
ONE_BYTE = bytes(code for code in range(NUMBERS, 0x100) if code not in (0x5C, 0x7F)).decode("cp1256")
"""The signs that a file in an Arabic code page has in one byte (`pages/search/lettering.py`), without the backslash."""
BEYOND, FAR = 0x3000, 0x4000
"""Where signs go on, of letters and of numbers, that have no byte left."""
NEAR = 2
"""So far behind the last one a letter of a pattern is looked for."""
COUNTS = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How many letters a word of a plain list shares with the one before, in one sign."""
NONE, LISTED, SEEN = "012"
"""Whether a past has an imperfect that is like it."""


def packed(description: Description) -> dict[str, object]:
    """Write a description; its lists have to be in order, as `listed.description` gives them."""
    made: dict[str, Any] = {**description}
    likewise = _likewise(description)
    follows = {_behind(past) for past, sign in zip(made["pasts"], likewise, strict=True) if sign != NONE}
    made["seen"] = [one for one in made["seen"] if one not in follows]
    made["imperfects"] = {one: family for one, family in made["imperfects"].items() if one not in follows}
    words = [word for name in LISTS for word in made[name]]
    words += [word for name in TABLES for pair in made[name].items() for word in pair]
    alphabet = "".join(sorted(set("".join(words))))
    sign = {letter: chr(_letter(n)) for n, letter in enumerate(alphabet)}

    def written(words: Iterable[str]) -> str:
        return "".join(chr(_number(n)) + "".join(map(sign.__getitem__, rest)) for rest, n in _after(words))

    patterns = {name: [_pattern(word, family, sign) for word, family in made[name].items()] for name in TABLES}
    often = Counter(chain.from_iterable(patterns.values()))
    in_order = sorted(often, key=lambda pattern: (-often[pattern], pattern))
    number = {pattern: chr(_sign(n)) for n, pattern in enumerate(in_order)}
    for name in LISTS:
        made[name] = written(made[name])
    for name in TABLES:
        made[name] = [written(made[name]), "".join(map(number.__getitem__, patterns[name]))]
    return {**made, "alphabet": alphabet, "patterns": " ".join(in_order), "likewise": likewise}


def in_short(words: Iterable[str]) -> list[str]:
    """Write words in order, each as how many letters it shares with the one before, and the rest."""
    out = []
    last = ""
    for word in words:
        same = min(_shared(last, word), len(COUNTS) - 1)
        out.append(COUNTS[same] + word[same:])
        last = word
    return out


def in_full(written: Iterable[str]) -> list[str]:
    """Read what `in_short` wrote."""
    words: list[str] = []
    for entry in written:
        words.append((words[-1] if words else "")[: COUNTS.index(entry[0])] + entry[1:])
    return words


def _likewise(description: Description) -> str:
    """Write of each past whether its imperfect, which is like it, is listed or seen."""
    imperfects, seen = description["imperfects"], frozenset(description["seen"])
    return "".join(
        LISTED if imperfects.get(_behind(past)) == family else SEEN if _behind(past) in seen else NONE
        for past, family in description["pasts"].items()
    )


def _behind(past: str) -> str:
    """Give what would stand behind the prefix of an imperfect that is like its past: an alif at the beginning goes."""
    return past.removeprefix("ا")


def _pattern(word: str, made: str, sign: Mapping[str, str]) -> str:
    """Write how another word is made of a word: the places of its letters in their order, and the letters that come in."""
    out = []
    at = 0
    for letter in made:
        # A letter far behind is another one, sooner than that so many are left out.
        place = word.find(letter, at, at + NEAR)
        out.append(sign[letter] if place < 0 else chr(_number(place)))
        at = max(at, place + 1)
    return "".join(out)


def _shared(one: str, other: str) -> int:
    """Count the letters that two words begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _after(words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield of each word what it does not share with the one before it, and how many letters it shares."""
    last = ""
    for word in words:
        same = _shared(last, word)
        yield word[same:], same
        last = word


def _number(n: int) -> int:
    return NUMBERS + n if n < MANY else FAR + n


def _sign(n: int) -> int:
    """Give the sign of one byte for a number, as long as there are any."""
    return ord(ONE_BYTE[n]) if n < len(ONE_BYTE) else BEYOND + n


def _letter(n: int) -> int:
    return _sign(MANY + n)


def unpacked(made: Mapping[str, object]) -> Description:
    """Read what `packed` wrote."""
    read: dict[str, Any] = {**made}
    letter = {chr(_letter(n)): one for n, one in enumerate(read.pop("alphabet"))}
    patterns = [[letter.get(sign) or _read(sign) for sign in shape] for shape in read.pop("patterns").split(" ")]
    pattern = {chr(_sign(n)): shape for n, shape in enumerate(patterns)}

    def words(text: str) -> Iterator[str]:
        at, last = 0, ""
        while at < len(text):
            end = at + 1
            while end < len(text) and text[end] in letter:
                end += 1
            last = last[: _read(text[at])] + "".join(letter[sign] for sign in text[at + 1 : end])
            yield last
            at = end

    for name in LISTS:
        read[name] = list(words(read[name]))
    for name in TABLES:
        keys, values = read[name]
        read[name] = {key: _made(key, pattern[sign]) for key, sign in zip(words(keys), values, strict=True)}
    for (past, family), sign in zip(read["pasts"].items(), read.pop("likewise"), strict=True):
        if sign == LISTED:
            read["imperfects"][_behind(past)] = family
        elif sign == SEEN:
            read["seen"].append(_behind(past))
    read["seen"] = sorted(set(read["seen"]))
    return cast(Description, read)


def _read(sign: str) -> int:
    """Read a number."""
    return ord(sign) - (FAR if ord(sign) >= FAR else NUMBERS)


def _made(word: str, pattern: Sequence[int | str]) -> str:
    """Make of a word's letters what `_pattern` was made of."""
    return "".join(word[part] if isinstance(part, int) else part for part in pattern)

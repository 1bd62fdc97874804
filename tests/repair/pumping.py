"""
Texts that make a regular expression work as hard as it can: made of the parts of its own pattern.

A machine that goes back (Python's and every browser's does) takes time in proportion to the square of a text, or worse, where it tries
from each place up to an end that is not there. Such a text repeats what a repeat of the pattern repeats, behind what has to stand before it,
and ends in a sign that nothing matches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from re import _constants as sre  # type: ignore[attr-defined]  # the parsed form of a pattern has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Parsed = Sequence[tuple[Any, Any]]
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
CANDIDATES = "a1 ا<>\"'.-/&;:=،[]{}()#\\\n|*_@Ç٣éx!\t"
"""Signs that a set of characters is asked for, in this order."""
MOST_PUMPS = 24
"""Of one pattern."""
FEW = 3
MANY = 9
"""A repeat that ends sooner is no place to pump."""
FAILS = "\x01"


def pumped(pattern: str, flags: int, length: int) -> Iterator[str]:
    """Yield texts of about this length."""
    seen: set[str] = set()
    parsed = parser.parse(pattern, flags)
    for prefix, pump in islice(_pumps(list(parsed), ""), MOST_PUMPS):
        many = max(1, length // max(1, len(pump)))
        both = max(1, length // max(1, len(prefix + pump)))
        before = max(1, length // max(1, len(prefix)))
        for text in (
            prefix + pump * many,
            pump * many,
            (prefix + pump) * both,
            prefix * before,
            prefix * before + pump * many,
        ):
            for ended in (text + FAILS, text):
                if ended not in seen:
                    seen.add(ended)
                    yield ended


def _pumps(items: Parsed, prefix: str) -> Iterator[tuple[str, str]]:
    """Yield (what has to stand before it, what is repeated) of every repeat."""
    for op, value in items:
        if op in REPEATS:
            _, high, body = value
            if high >= MANY:
                for pump in _variants(list(body)):
                    yield prefix, pump
            yield from _pumps(list(body), prefix)
        for inner in _inside(op, value):
            yield from _pumps(inner, prefix)
        prefix += next(iter(_variants([(op, value)])), "")


def _inside(op: Any, value: Any) -> Iterator[Parsed]:
    if op is sre.SUBPATTERN:
        yield list(value[-1])
    elif op is sre.BRANCH:
        yield from map(list, value[1])
    elif op in (sre.ASSERT, sre.ASSERT_NOT):
        yield list(value[1])
    elif op is sre.ATOMIC_GROUP:
        yield list(value)


def _variants(items: Parsed) -> list[str]:
    """Give a few short texts that these parts match."""
    made = [""]
    for op, value in items:
        parts = _part(op, value)[:FEW]
        if parts:
            made = [before + part for before in made for part in parts][: 2 * FEW]
    return list(dict.fromkeys(text for text in made if text))


def _part(op: Any, value: Any) -> list[str]:  # noqa: PLR0911 - one for each kind of part
    if op is sre.LITERAL:
        return [chr(value)]
    if op in (sre.IN, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY):
        return _members(op, value)
    if op is sre.SUBPATTERN:
        return _variants(list(value[-1]))
    if op is sre.BRANCH:
        return [text for branch in value[1] for text in _variants(list(branch))[:1]]
    if op in REPEATS:
        low, _, body = value
        return [text * low for text in _variants(list(body))] if low else []
    if op is sre.ATOMIC_GROUP:
        return _variants(list(value))
    return []


def _members(op: Any, value: Any) -> list[str]:
    """Give signs that a set holds: of those that patterns speak of, and the first that the set itself names."""
    if op is sre.ANY:
        return list("a1 ")
    inside = _test(op, value)
    named = [
        chr(v if o is sre.LITERAL else v[0])
        for o, v in (value if op is sre.IN else ())
        if o in (sre.LITERAL, sre.RANGE)
    ]
    return [c for c in dict.fromkeys([*CANDIDATES, *named]) if inside(c)]


def _test(op: Any, value: Any) -> Callable[[str], bool]:
    if op is sre.NOT_LITERAL:
        return lambda c: ord(c) != value
    kinds = {sre.CATEGORY_DIGIT: r"\d", sre.CATEGORY_NOT_DIGIT: r"\D", sre.CATEGORY_SPACE: r"\s"}
    kinds |= {sre.CATEGORY_NOT_SPACE: r"\S", sre.CATEGORY_WORD: r"\w", sre.CATEGORY_NOT_WORD: r"\W"}
    items = value if op is sre.IN else [(op, value)]

    def inside(c: str) -> bool:
        negated = False
        found = False
        for kind, it in items:
            if kind is sre.NEGATE:
                negated = True
            elif kind is sre.LITERAL:
                found |= ord(c) == it
            elif kind is sre.RANGE:
                found |= it[0] <= ord(c) <= it[1]
            elif kind is sre.CATEGORY:
                found |= re.match(kinds[it], c) is not None
        return found != negated

    return inside

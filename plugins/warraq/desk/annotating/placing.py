"""
Where the words of an annotation stand in an article's text.

Words that stand there once have their place. Of several places the one counts that alone fits the letters that the annotation names
around it; programs count the words of notes and menus among them. What stands nowhere, or fits nowhere or at several places, is in doubt: the
nearest or likeliest words are told, and taken only where that is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from warraq.archive.article import Annotation
from warraq.edition.quotes import LONGEST_SEARCH, LONGEST_SEARCHED, find_quote, nearest, places
from warraq.language import Message, message

ENOUGH = 3
"""Letters beside the words that must tell one place from all others."""
TELLING = 8
"""Letters on each side that stand at one place only by being meant there."""
AROUND = 20
MOST_AROUND = 240
WIDTHS = (0, 12, 24, 48, 96, 192)
LEAST_LIKE = 85
"""Of 100: how like the nearest words must be to be taken for those that were meant."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the text, with as much around them as tells them from others."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    near: bool = False
    """They are not the words of the annotation, but the nearest ones."""


@dataclass(frozen=True, slots=True)
class NoPlace:
    """Why words have no place, and what to do."""

    what: Message
    todo: Message
    near: Place | None = None
    """The words that may be meant."""


def place_of(quote: str, prefix: str, suffix: str, text: str, elsewhere: str) -> Place | NoPlace:
    """Find the place of words in T; `elsewhere`: what else stands on the page, such as its notes."""
    found = list(places(quote.strip(), text))
    if len(found) == 1:
        return _told_apart(*found[0], text)
    if found:
        return _of_several(found, prefix, suffix, text)
    if next(places(quote.strip(), elsewhere), None):
        what = message("The words stand in a note or beside the text, not in the text.")
        return NoPlace(what, message("Write it by hand where it belongs."))
    return _near(quote, text)


def _near(quote: str, text: str) -> NoPlace:
    what = message("The words don't stand in the text.")
    near = nearest(quote, text)
    if near and _likeness(quote, near) >= LEAST_LIKE and text.count(near) == 1:
        at = text.index(near)
        place = replace(_told_apart(at, at + len(near), text), near=True)
        todo = message("The nearest passage is “{near}”. To take it for the one that is meant: --near", near=near)
        return NoPlace(what, todo, place)
    if near:
        return NoPlace(what, message("The nearest passage is: {near}", near=near))
    return NoPlace(what, message("They may be of a menu or a button, or of another text at this address."))


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # most words stand where they stood

    if len(one) > LONGEST_SEARCHED or len(other) > LONGEST_SEARCH:
        return 0
    return fuzz.ratio(" ".join(one.split()), other)


def _of_several(found: list[tuple[int, int]], prefix: str, suffix: str, text: str) -> Place | NoPlace:
    """Give the only place that fits what is named around it; where none or several do, the likeliest one is a doubt."""
    prefix, suffix = _lines(prefix), _lines(suffix)
    fitting, whole, likely = [], [], []
    for start, end in found:
        before = _lines(text[max(0, start - MOST_AROUND) : start].rpartition("\n")[2])
        after = _lines(text[end : end + MOST_AROUND].partition("\n")[0])
        letters = _alike(prefix[::-1], before[::-1]), _alike(suffix, after)
        likely.append((sum(letters), (start, end)))
        # At the end of a block of the text, a page goes on with notes or menus.
        if letters[0] in (len(prefix), len(before)) and letters[1] in (len(suffix), len(after)):
            fitting.append((sum(letters), (start, end)))
            if letters == (len(prefix), len(suffix)):
                whole.append((start, end))
    if len(fitting) == 1 and fitting[0][0] >= max(ENOUGH, max(likely)[0]):
        return _told_apart(*fitting[0][1], text)
    if len(whole) == 1 and min(len(prefix), len(suffix)) >= TELLING:
        return _told_apart(*whole[0], text)
    return _doubtful(sorted(likely, reverse=True), text)


def _doubtful(likely: list[tuple[int, tuple[int, int]]], text: str) -> NoPlace:
    what = message("The words stand {count} times in the text, and nothing tells which are meant.", count=len(likely))
    (most, first), (next_most, _), *_ = likely
    if most < ENOUGH or most == next_most:
        return NoPlace(what, message("Write the note by hand, with prefix: or suffix:."))
    place = _told_apart(*first, text)
    around = " ".join(text[max(0, first[0] - AROUND) : first[1] + AROUND].split())
    todo = message("The likeliest is “{near}”. To take it for the one that is meant: --near", near=around)
    return NoPlace(what, todo, replace(place, near=True))


def _lines(text: str) -> str:
    """Let white space be one sign: a line end where there is one, for blocks of a text are parted by it."""
    return re.sub(r"\s+", lambda found: "\n" if "\n" in found[0] else " ", text).strip()


def _alike(named: str, here: str) -> int:
    """Count the letters in which two texts begin alike."""
    pairs = zip(named, here, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(named), len(here)))


def _told_apart(start: int, end: int, text: str) -> Place:
    """Give words with as much around them as `check` needs to find this place and no other."""
    quote = " ".join(text[start:end].split())
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = (line_start, len(text) if line_end < 0 else line_end)
    for first, last in (line, (0, len(text))):  # words of the same block, if they are enough
        for width in WIDTHS:
            prefix, suffix = text[max(first, start - width) : start].strip(), text[end : min(last, end + width)].strip()
            if find_quote(Annotation(quote, "", prefix=prefix, suffix=suffix), text, lambda _: None) == (start, end):
                return Place(quote, prefix, suffix)
    return Place(quote)  # `check` will say what is wrong with it

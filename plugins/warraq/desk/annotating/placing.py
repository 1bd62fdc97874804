"""
Where the words of an annotation stand in an article's text.

Words that stand there once have their place. Of several places the one counts around which the letters stand that the annotation
names; programs count the words of notes and menus among them, so the letters next to the words count most. What stands nowhere has no
place: the nearest words are told, and taken only where that is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from warraq.archive.article import Annotation
from warraq.edition.quotes import LONGEST_SEARCH, LONGEST_SEARCHED, find_quote, nearest, places
from warraq.language import Message, message

ENOUGH = 3
"""Letters beside the words that must tell one place from all others."""
MOST_AROUND = 240
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
    if len(found) > 1:
        found = _best(found, prefix, suffix, text)
    if len(found) == 1:
        return _told_apart(*found[0], text)
    if found:
        what = message(
            "The words stand {count} times in the text, and nothing tells which are meant.", count=len(found)
        )
        return NoPlace(what, message("Write the note by hand, with prefix: or suffix:."))
    if next(places(quote.strip(), elsewhere), None):
        what = message("The words stand in a note or beside the text, not in the text.")
        return NoPlace(what, message("Write it by hand where it belongs."))
    return _near(quote, text)


def _near(quote: str, text: str) -> NoPlace:
    what = message("The words don't stand in the text.")
    near = nearest(quote, text)
    if near and _likeness(quote, near) >= LEAST_LIKE and text.count(near) == 1:
        at = text.index(near)
        place = _told_apart(at, at + len(near), text)
        todo = message("The nearest passage is: {near}. To take it for the one that is meant: --near", near=near)
        return NoPlace(what, todo, Place(place.quote, place.prefix, place.suffix, near=True))
    if near:
        return NoPlace(what, message("The nearest passage is: {near}", near=near))
    return NoPlace(what, message("They may be of a menu or a button, or of another text at this address."))


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # most words stand where they stood

    if len(one) > LONGEST_SEARCHED or len(other) > LONGEST_SEARCH:
        return 0
    return fuzz.ratio(" ".join(one.split()), other)


def _best(found: list[tuple[int, int]], prefix: str, suffix: str, text: str) -> list[tuple[int, int]]:
    """Give the place around which most of the named letters stand, where one is ahead; else all."""
    prefix, suffix = " ".join(prefix.split()), " ".join(suffix.split())
    scores = []
    for start, end in found:
        before = " ".join(text[max(0, start - MOST_AROUND) : start].split())
        after = " ".join(text[end : end + MOST_AROUND].split())
        scores.append(_alike(prefix[::-1], before[::-1]) + _alike(suffix, after))
    most = max(scores)
    best = [place for place, score in zip(found, scores, strict=True) if score == most]
    return best if len(best) == 1 and most >= ENOUGH else found


def _alike(one: str, other: str) -> int:
    """Count the letters in which two texts begin alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _told_apart(start: int, end: int, text: str) -> Place:
    """Give words with as much around them as `check` needs to find this place and no other."""
    quote = " ".join(text[start:end].split())
    width = 0
    while width <= MOST_AROUND:
        line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        place = Place(
            quote,
            text[max(line_start, start - width) : start].strip(),
            text[end : min(line_end, end + width)].strip(),
        )
        asked = Annotation(quote, "", prefix=place.prefix, suffix=place.suffix)
        if len(find_quote(asked, text, lambda _: None)) == 2:
            return place
        width = 12 if not width else width * 2
    return Place(quote)

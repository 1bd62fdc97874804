"""
Find a quote in the published text: exactly one place, or an explanation.

A quote may go over inline markup (T has none) and over the end of a paragraph, where any white space stands for the line
end. `prefix` and `suffix` are the words before and after it, as in a TextQuoteSelector. An author who quotes words of the source that a
repair changed learns what stands there now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from warraq.archive.article import Annotation
from warraq.archive.kinds.kind import Complaint
from warraq.language import message

Span = tuple[int, int]
LONGEST_SEARCH = 200_000
"""How many letters of T are searched for the nearest passage."""
LONGEST_SEARCHED = 400
"""How many letters of a quote are looked for there: twice as many take four times as long."""
LEAST_LIKENESS = 60
"""The nearest passage's likeness to the quote, of 100: of a less like one, an author learns nothing."""
AROUND = 20
"""How many letters of T on either side of a quote a complaint shows."""


def find_quote(annotation: Annotation, text: str, find_earlier: Callable[[str], Span | None]) -> Span | Complaint:
    """Find the quote in T; `find_earlier` gives the place in T of words that only an earlier text has."""
    every = list(places(annotation.quote, text))
    fitting = [place for place in every if _fits(annotation, text, *place)]
    fitting = fitting or [place for place in every if _nearly_fits(annotation, text, *place)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return _ambiguous(annotation, len(fitting))
    if every:
        what = message("The quote stands in the text, but not with these words around it.")
        around = _whole_words(text, max(0, every[0][0] - AROUND), min(len(text), every[0][1] + AROUND))
        todo = message("Copy them from the text, such as: {around}", around=around)
        return "prefix" if annotation.prefix else "suffix", what, todo
    return _missing(annotation, text, find_earlier)


def _ambiguous(annotation: Annotation, count: int) -> Complaint:
    if annotation.prefix or annotation.suffix:
        what = message("stands {count} times in the text.", count=count)
        return "quote", what, message("Write a longer prefix: or suffix:.")
    what = (
        message("stands twice in the text.")
        if count == 2
        else message("stands {count} times in the text.", count=count)
    )
    return "quote", what, message("Add prefix: or suffix:.")


def _missing(annotation: Annotation, text: str, find_earlier: Callable[[str], Span | None]) -> Complaint:
    if now := find_earlier(annotation.quote):
        what = message("The source had these words; a repair or an edit changed them.")
        return "quote", what, message("Quote what the text has now: {now}", now=text[slice(*now)])
    what = message("doesn't stand in the text.")
    if near := nearest(annotation.quote, text):
        return "quote", what, message("The nearest passage is: {near}", near=near)
    return "quote", what, message("Copy the words from the published page.")


def places(quote: str, text: str) -> Iterator[Span]:
    """Give every place of the quote in T, overlapping ones too: as written, or else with any white space for any other."""
    exact = [(m, m + len(quote)) for m in _all(quote, text)]
    if exact:
        yield from exact
        return
    words = quote.split()
    if len(words) > 1 and " ".join(words) in " ".join(
        text.split()
    ):  # else a pattern would try each place of its first words
        pattern = re.compile(r"\s+".join(map(re.escape, words)))
        at = 0
        while m := pattern.search(text, at):
            yield m.span()
            at = m.start() + 1


def _all(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _fits(annotation: Annotation, text: str, start: int, end: int) -> bool:
    """Whether prefix and suffix stand beside the place, letter for letter."""
    return text.endswith(annotation.prefix, 0, start) and text.startswith(annotation.suffix, end)


def _nearly_fits(annotation: Annotation, text: str, start: int, end: int) -> bool:
    """Whether prefix and suffix stand beside the place but for white space between, which YAML strips from a value."""
    prefix, suffix = annotation.prefix.strip(), annotation.suffix.strip()
    before, after = text[max(0, start - len(prefix) - 2) : start], text[end : end + len(suffix) + 2]
    return before.rstrip().endswith(prefix) and after.lstrip().startswith(suffix)


def nearest(quote: str, text: str) -> str:
    """Give the words of T that are most like the quote; empty where none are much like it."""
    from rapidfuzz import fuzz  # most quotations stand where they stood

    found = fuzz.partial_ratio_alignment(quote[:LONGEST_SEARCHED], text[:LONGEST_SEARCH], score_cutoff=LEAST_LIKENESS)
    if found is None:
        return ""
    return _whole_words(text, found.dest_start, found.dest_end)


def _whole_words(text: str, start: int, end: int) -> str:
    """Widen a piece of a text to the ends of its words."""
    start = max(text.rfind(" ", 0, start + 1), text.rfind("\n", 0, start + 1)) + 1
    ends = [at for at in (text.find(" ", end - 1), text.find("\n", end - 1)) if at >= 0]
    return text[start : min(ends, default=len(text))].strip().replace("\n", " ")

"""
Find a quote in the published text: exactly one place, or an explanation.

A quote may go over inline markup (T has none) and over the end of a paragraph, where any white space stands for the line
end. `prefix` and `suffix` are the words before and after it, as in a TextQuoteSelector. Whoever quotes what the source had,
and a repair changed, is told what stands there now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz

from warraq.archive.article import Annotation
from warraq.language import Message, message

Span = tuple[int, int]
Complaint = tuple[str, Message, Message]
"""The field, what is wrong, what to do."""
LONGEST_SEARCH = 200_000
"""Letters of T in which the nearest passage is looked for."""


def find_quote(annotation: Annotation, text: str, formerly: Callable[[str], Span | None]) -> Span | Complaint:
    """Find the quote in T; `formerly` follows words of the original to T."""
    every = list(places(annotation.quote, text))
    fitting = [place for place in every if _fits(annotation, text, *place)]
    fitting = fitting or [place for place in every if _nearly_fits(annotation, text, *place)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        what = message("stands {count} times in the text.", count=len(fitting))
        if annotation.prefix or annotation.suffix:
            return "quote", what, message("Write a longer prefix: or suffix:.")
        if len(fitting) == 2:
            what = message("stands twice in the text.")
        return "quote", what, message("Add prefix: or suffix:.")
    if every:
        what = message("The quote stands in the text, but not with these words around it.")
        around = _whole_words(text, max(0, every[0][0] - 20), min(len(text), every[0][1] + 20))
        todo = message("Copy them from the text, such as: {around}", around=around)
        return "prefix" if annotation.prefix else "suffix", what, todo
    if now := formerly(annotation.quote):
        what = message("The source had these words; a repair or an edit changed them.")
        return "quote", what, message("Quote what the text has now: {now}", now=text[slice(*now)])
    near = nearest(annotation.quote, text)
    what = message("doesn't stand in the text.")
    if near:
        return "quote", what, message("The nearest passage is: {near}", near=near)
    return "quote", what, message("Copy the words from the published page.")


def places(quote: str, text: str) -> Iterator[Span]:
    """Give every place where the words stand, white space as written; failing that, any white space for any other."""
    exact = [(m, m + len(quote)) for m in _all(quote, text)]
    if exact:
        yield from exact
        return
    words = quote.split()
    if len(words) > 1:
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
    """Whether prefix and suffix stand beside the place."""
    return text.endswith(annotation.prefix, 0, start) and text.startswith(annotation.suffix, end)


def _nearly_fits(annotation: Annotation, text: str, start: int, end: int) -> bool:
    """Whether they do but for a space between, which YAML takes off the ends of a value."""
    prefix, suffix = annotation.prefix.strip(), annotation.suffix.strip()
    before, after = text[max(0, start - len(prefix) - 2) : start], text[end : end + len(suffix) + 2]
    return before.rstrip().endswith(prefix) and after.lstrip().startswith(suffix)


def nearest(quote: str, text: str) -> str:
    """Give the words of T that are most like the quote; empty where none are much like it."""
    found = fuzz.partial_ratio_alignment(quote, text[:LONGEST_SEARCH], score_cutoff=60)
    if found is None:
        return ""
    return _whole_words(text, found.dest_start, found.dest_end)


def _whole_words(text: str, start: int, end: int) -> str:
    """Widen a piece of a text to the ends of its words."""
    start = max(text.rfind(" ", 0, start + 1), text.rfind("\n", 0, start + 1)) + 1
    ends = [at for at in (text.find(" ", end - 1), text.find("\n", end - 1)) if at >= 0]
    return text[start : min(ends, default=len(text))].strip().replace("\n", " ")

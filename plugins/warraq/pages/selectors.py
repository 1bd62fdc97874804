"""
Selectors of the W3C Web Annotation model: where a passage stands.

A place has two selectors: the paragraph (CssSelector, by its id) refined by the words (TextQuoteSelector), and the same paragraph
refined by the position of the words in its text, in code points (TextPositionSelector). Either alone finds it. A place where
a repair only deleted has no letters to select: the word beside it stands for it. A passage over several paragraphs has a target in each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from warraq.edition.edition import Mark, Section

Json = Mapping[str, object]
AROUND = 12
"""Letters of prefix and suffix; doubled until they make the quote unique."""


def targets(mark: Mark, sections: Sequence[Section], text: str, source: str) -> Iterator[Json]:
    """Yield a target for each section that a mark touches. Sections are in order, and long articles have thousands."""
    start, end = _selectable(mark, text)
    for section in sections[bisect_right(sections, start, key=attrgetter("end")) :]:
        if section.start >= end:
            return
        first, last = max(start, section.start), min(end, section.end)
        inside = text[section.start : section.end]
        while first < last and text[last - 1] == "\n":
            last -= 1
        while first < last and text[first] == "\n":
            first += 1
        if first < last:
            yield {
                "source": source,
                "selector": list(selectors(section.id, inside, first - section.start, last - section.start)),
            }


def _selectable(mark: Mark, text: str) -> tuple[int, int]:
    """Give the mark's place, or that of the word beside it where it has no letters."""
    start, end = mark.start, mark.end
    if text[start:end].strip("\n"):
        return start, end
    at = start
    while at > 0 and text[at - 1] not in " \n":
        at -= 1
    if at < start:
        return at, start
    while at > 0 and text[at - 1] == " ":
        at -= 1
    before = at
    while at > 0 and text[at - 1] not in " \n":
        at -= 1
    if at < before:
        return at, before
    while end < len(text) and text[end] in " \n":
        end += 1
    start = end
    while end < len(text) and text[end] not in " \n":
        end += 1
    return start, end


def selectors(element_id: str, inside: str, start: int, end: int) -> Iterator[Json]:
    """Select [start, end) of the text of the element with that id, by its words and by its position."""
    around = AROUND
    exact = inside[start:end]
    while True:
        prefix, suffix = inside[max(0, start - around) : start], inside[end : end + around]
        whole = prefix + exact + suffix
        first = inside.find(whole)
        if inside.find(whole, first + 1) < 0 or around > len(inside):
            break
        around *= 2
    element = {"type": "CssSelector", "value": f"#{element_id}"}
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    yield {**element, "refinedBy": quote}
    yield {**element, "refinedBy": {"type": "TextPositionSelector", "start": start, "end": end}}

"""
The blocks of a page that are the article.

Paragraphs tell: many letters, few of them in links. The smallest container that holds nearly all of them is the
article's; what stands between its first and its last paragraph belongs to it, unless it is navigation. Where the page is
sound, trafilatura chooses too, and both are put together.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from ...html_tags import strip_tags
from ...html_tags.elements import IMPLIED_END
from .roles import ASIDE_ELEMENTS
from .scanning import Element, ScannedPage, TextBlock

PARAGRAPH = 45
"""Letters of a block that is a paragraph."""
NEARLY_ALL, HALF = 0.8, 0.5
"""Of the paragraphs' letters, held by a container: any, and one that its name makes the article's."""
NEARLY_ALL_OF_DAMAGED, HALF_OF_DAMAGED = 0.95, 0.9
"""The same in a damaged page, where a container may end too early."""
WRITTEN = frozenset({"p", "blockquote", "li"})
"""Blocks in which people write: one that stands beside the article's paragraphs is the article's, however short it is."""
STOP = re.compile(r"[.؟!]\W*\Z")
"""Above the first long paragraph stand dates and names too; a sentence has a stop."""
NOT_WORDS = re.compile(r"[\W_]+")
SHORTEST_EXTRACTED = 20
"""Letters and digits of a block that is worth looking for in an extracted text."""


def words_of(text: str, block: TextBlock) -> str:
    """Give the letters and digits of a block alone, for comparing."""
    return NOT_WORDS.sub("", html.unescape(strip_tags(text[block.start : block.end])))


def choose(text: str, page: ScannedPage, extracted: str | None) -> list[TextBlock]:
    """Choose the blocks of the article; `extracted`: what trafilatura takes for it."""
    seen = [b for b in page.blocks if b.letters]
    sure, unsure = _asides(page, seen)
    prose = {id(b) for b in seen if b.letters >= PARAGRAPH and b.linked * 3 < b.letters}
    aside = {
        id(b)
        for b in seen
        if id(b.inside) in sure or (id(b.inside) in unsure and not (b.tag == "p" and id(b) in prose))
    }
    paragraphs = [b for b in seen if id(b) not in aside and id(b) in prose]
    if not paragraphs:
        rest = [b for b in seen if id(b) not in aside and b.linked * 2 < b.letters]
        return rest or seen
    container = _container(page, paragraphs)
    inside = [b for b in paragraphs if container.start <= b.start < container.end]
    first, last = inside[0].start, inside[-1].start
    beside = {id(_holder(b)) for b in inside}
    kept = [
        b
        for b in seen
        if id(b) not in aside
        and b.linked * 2 < b.letters
        and (first <= b.start <= last or (b.tag in WRITTEN and id(_holder(b)) in beside and b.start < container.end))
        and (first <= b.start or STOP.search(text, b.start, b.end))
    ]
    if extracted:
        kept = _with_extracted(text, seen, kept, extracted)
    return kept


def _holder(block: TextBlock) -> Element | None:
    """Give the element around a block; bare text stands in its container itself."""
    return block.inside.parent if block.inside.name in WRITTEN else block.inside


class _Held:
    """The letters of some blocks, by the container that holds them."""

    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        self.starts = [b.start for b in blocks]
        self.sums = [0, *accumulate(b.letters for b in blocks)]

    def by(self, element: Element) -> int:
        """Count those in a container."""
        return self.sums[bisect_left(self.starts, element.end)] - self.sums[bisect_left(self.starts, element.start)]


def _asides(page: ScannedPage, seen: Sequence[TextBlock]) -> tuple[set[int], set[int]]:
    """
    Give the containers that are asides or stand in one, and those that may be, each by its `id`.

    One that would hold half of the page's prose is not believed. Where a container around it never closes, the end it got may
    be another's: it may be one.
    """
    prose = [b for b in seen if b.linked * 3 < b.letters]
    held = _Held(prose)
    sure: set[int] = set()
    unsure: set[int] = set()
    loose: set[int] = set()
    for element in page.elements:  # each comes after the one it stands in
        above = id(element.parent)
        if above in loose or not (element.is_closed or element.name in IMPLIED_END or element.parent is None):
            loose.add(id(element))
        named = element.is_aside and held.by(element) * 2 < held.sums[-1]
        if above in sure or (named and (element.name in ASIDE_ELEMENTS or id(element) not in loose)):
            sure.add(id(element))
        elif above in unsure or named:
            unsure.add(id(element))
    return sure, unsure


def _container(page: ScannedPage, paragraphs: Sequence[TextBlock]) -> Element:
    """
    Give the smallest container that holds nearly all paragraphs, or is named as the article's body and holds half of them.

    In a damaged page a container may end too early, so more is asked of it.
    """
    held = _Held(paragraphs)
    most, half = (NEARLY_ALL_OF_DAMAGED, HALF_OF_DAMAGED) if page.flaws else (NEARLY_ALL, HALF)
    fit = [e for e in page.elements if held.by(e) >= most * held.sums[-1]]
    named = [e for e in page.elements if (e.is_body or e.name == "article") and held.by(e) >= half * held.sums[-1]]
    return max(named or fit, key=lambda e: e.depth)


def _with_extracted(text: str, seen: Sequence[TextBlock], kept: list[TextBlock], extracted: str) -> list[TextBlock]:
    """Add what the library takes for the article between the same ends; it never takes away."""
    whole = NOT_WORDS.sub("", extracted)
    theirs = [b for b in seen if (words := words_of(text, b)) and len(words) >= SHORTEST_EXTRACTED and words in whole]
    ours = sum(b.letters for b in kept)
    if not theirs or 2 * sum(b.letters for b in theirs) < ours:
        return kept
    known = {id(b) for b in kept}
    first, last = kept[0].start, kept[-1].start
    more = [
        b
        for b in theirs
        if id(b) not in known and b.linked * 2 < b.letters and (first < b.start < last or b.letters >= PARAGRAPH)
    ]
    return sorted([*kept, *more], key=lambda b: b.start)

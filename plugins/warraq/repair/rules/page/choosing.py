"""
Which runs of a page are the article.

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

from .names import ASIDE_TAGS, IMPLIED
from .scanning import Element, Page, Run

PARAGRAPH = 45
"""Letters of a run that is a paragraph."""
NEARLY_ALL = 0.8
WRITTEN = frozenset(["p", "blockquote", "li"])
"""Blocks in which people write: one that stands beside the article's paragraphs is the article's, however short it is."""
STOP = re.compile(r"[.؟!]\W*\Z")
"""Above the first long paragraph stand dates and names too; a sentence has a stop."""
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
NOT_WORDS = re.compile(r"[\W_]+")
TAGS = re.compile(r"<[^<>]*>")


def words_of(text: str, run: Run) -> str:
    """The letters and digits of a run alone, for comparing."""
    return NOT_WORDS.sub("", html.unescape(TAGS.sub("", text[run.start : run.end])))


def chosen(text: str, page: Page, extracted: str | None) -> list[Run]:
    """Choose the runs of the article; `extracted`: what trafilatura takes for it."""
    seen = [r for r in page.runs if r.letters]
    sure, unsure = _asides(page, seen)
    prose = {id(r) for r in seen if r.letters >= PARAGRAPH and r.linked * 3 < r.letters}
    aside = {
        id(r)
        for r in seen
        if id(r.inside) in sure or (id(r.inside) in unsure and not (r.tag == "p" and id(r) in prose))
    }
    paragraphs = [r for r in seen if id(r) not in aside and id(r) in prose]
    if not paragraphs:
        rest = [r for r in seen if id(r) not in aside and r.linked * 2 < r.letters]
        return rest or seen
    container = _container(page, paragraphs)
    inside = [r for r in paragraphs if container.start <= r.start < container.end]
    first, last = inside[0].start, inside[-1].start
    beside = {id(_holder(r)) for r in inside}
    kept = [
        r
        for r in seen
        if id(r) not in aside
        and r.linked * 2 < r.letters
        and (first <= r.start <= last or (r.tag in WRITTEN and id(_holder(r)) in beside and r.start < container.end))
        and (first <= r.start or STOP.search(text, r.start, r.end))
    ]
    if extracted:
        kept = _with_extracted(text, seen, kept, extracted)
    return kept


def _holder(run: Run) -> Element | None:
    """What a run's block stands in; a run of bare text stands in its container itself."""
    return run.inside.parent if run.inside.name in WRITTEN else run.inside


def title_run(text: str, page: Page, before: int, titles: Sequence[str]) -> Run | None:
    """The `h1` (or the heading) above the article that the page's own title repeats; else the last `h1` above it."""
    headings = [r for r in page.runs if r.letters and r.tag in HEADINGS and r.start < before]
    for run in sorted(headings, key=lambda r: (r.tag, -r.start)):
        if repeats(text, run, titles):
            return run
    above = [r for r in page.runs if r.letters and not r.linked and r.start < before][-6:]
    for run in reversed(above):  # old pages have no headings, but large letters
        if repeats(text, run, titles):
            return run
    first = [r for r in headings if r.tag == "h1" and not r.inside.aside]
    return first[-1] if first else None


def repeats(text: str, run: Run, titles: Sequence[str]) -> bool:
    """The run says what one of the page's titles says, with or without the site's name."""
    words = words_of(text, run)
    wanted = [NOT_WORDS.sub("", t) for t in titles]
    return len(words) >= 8 and any(
        words in title or (len(title) >= 8 and title in words and len(words) < 2 * len(title)) for title in wanted
    )


class _Held:
    """How many letters of some runs a container holds."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.starts = [r.start for r in runs]
        self.sums = [0, *accumulate(r.letters for r in runs)]

    def by(self, element: Element) -> int:
        return self.sums[bisect_left(self.starts, element.end)] - self.sums[bisect_left(self.starts, element.start)]


def _asides(page: Page, seen: Sequence[Run]) -> tuple[set[int], set[int]]:
    """
    The containers that are asides or stand in one, and those that may be.

    One that would hold half of the page's prose is not believed. Where a container around it never closes, the end it got may
    be another's: it may be one.
    """
    prose = [r for r in seen if r.linked * 3 < r.letters]
    held = _Held(prose)
    sure: set[int] = set()
    unsure: set[int] = set()
    loose: set[int] = set()
    for element in page.elements:  # each comes after the one it stands in
        above = id(element.parent)
        if above in loose or not (element.closed or element.name in IMPLIED or element.parent is None):
            loose.add(id(element))
        named = element.aside and held.by(element) * 2 < held.sums[-1]
        if above in sure or (named and (element.name in ASIDE_TAGS or id(element) not in loose)):
            sure.add(id(element))
        elif above in unsure or named:
            unsure.add(id(element))
    return sure, unsure


def _container(page: Page, paragraphs: Sequence[Run]) -> Element:
    """
    The smallest container that holds nearly all paragraphs, or that says it is the article's body and holds half of them.

    In a damaged page a container may end too early, so more is asked of it.
    """
    held = _Held(paragraphs)
    most, half = (0.95, 0.9) if page.flaws else (NEARLY_ALL, 0.5)
    fit = [e for e in page.elements if held.by(e) >= most * held.sums[-1]]
    named = [e for e in page.elements if (e.body or e.name == "article") and held.by(e) >= half * held.sums[-1]]
    return max(named or fit, key=lambda e: e.depth)


def _with_extracted(text: str, seen: Sequence[Run], kept: list[Run], extracted: str) -> list[Run]:
    """Add what the library takes for the article between the same ends; it never takes away."""
    whole = NOT_WORDS.sub("", extracted)
    theirs = [r for r in seen if (words := words_of(text, r)) and len(words) >= 20 and words in whole]
    ours = sum(r.letters for r in kept)
    if not theirs or sum(r.letters for r in theirs) < 0.5 * ours:
        return kept
    known = {id(r) for r in kept}
    first, last = kept[0].start, kept[-1].start
    more = [
        r
        for r in theirs
        if id(r) not in known and r.linked * 2 < r.letters and (first < r.start < last or r.letters >= PARAGRAPH)
    ]
    return sorted([*kept, *more], key=lambda r: r.start)

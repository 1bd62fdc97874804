"""
The blocks of a page that its containers say are the article.

Paragraphs tell: many letters, few of them in links. The smallest container that holds nearly all of them is the
article's; what stands between its first and its last paragraph belongs to it, unless it is navigation. No tree is needed, so a
damaged page is read as well as a sound one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ...html_tags.elements import IMPLIED_END
from ...html_tags.references import unescape
from ...late import late
from .roles import ASIDE_ELEMENTS
from .scanned import Element, ScannedPage, TextBlock

PARAGRAPH = 45
"""Letters of a block that is a paragraph."""
NEARLY_ALL, HALF = 0.8, 0.5
"""Of the paragraphs' letters, held by a container: any, and one that its name makes the article's."""
NEARLY_ALL_OF_DAMAGED, HALF_OF_DAMAGED = 0.95, 0.9
"""The same in a damaged page, where a container may end too early."""
WRITTEN = frozenset({"p", "blockquote", "li"})
"""Blocks in which people write: one that stands beside the article's paragraphs is the article's, however short it is."""
DEEPEST = 200
"""Containers of a block that are looked at."""
SENTENCE = 15
"""Letters of a sentence."""
LAST_PIECES, REACH = 8, 60
"""Of a block: the pieces between tags, and the code points, among which its last stop is looked for."""
STOP = late(r"[.؟?!…。۔׃][\W_]*\Z")
"""Above the first long paragraph stand dates and names too; a sentence has a stop."""


def is_prose(block: TextBlock) -> bool:
    """Say whether a block is a paragraph: many letters, few of them in links."""
    return block.letters >= PARAGRAPH and block.linked * 3 < block.letters


def is_stopped(text: str, block: TextBlock) -> bool:
    """Say whether a block ends in a stop, be it within quotation marks."""
    words = "".join(text[start:end] for start, end in block.pieces[-LAST_PIECES:])
    return STOP.search(unescape(words[-REACH:])) is not None


def is_sentence(text: str, block: TextBlock) -> bool:
    """Say whether a block is a sentence at least, and no link."""
    return not is_linked(block) and (is_prose(block) or (block.letters >= SENTENCE and is_stopped(text, block)))


def is_linked(block: TextBlock) -> bool:
    """Say whether a block is a link for the most part."""
    return block.linked * 2 >= block.letters > 0


def trimmed(text: str, block: TextBlock) -> tuple[int, int]:
    """Give the place of a block without the white space at its ends."""
    piece = text[block.start : block.end]
    return block.start + len(piece) - len(piece.lstrip()), block.start + len(piece.rstrip())


def holder(block: TextBlock) -> Element | None:
    """Give the element around a block and what quotes it; bare text stands in its container itself."""
    element = block.inside.parent if block.inside.name in WRITTEN else block.inside
    return element.parent if element is not None and element.name == "blockquote" else element


def containers_of(block: TextBlock | None) -> Iterator[Element]:
    """Yield the containers of a block, the innermost first; none of none."""
    element = block.inside if block else None
    for _ in range(DEEPEST):
        if element is None:
            break
        yield element
        element = element.parent


class Held:
    """The letters of some blocks, by the container that holds them."""

    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        self.starts = [b.start for b in blocks]
        self.sums = [0, *accumulate(b.letters for b in blocks)]

    @property
    def all(self) -> int:
        """Count all letters."""
        return self.sums[-1]

    def by(self, element: Element) -> int:
        """Count those in a container."""
        return self.sums[bisect_left(self.starts, element.end)] - self.sums[bisect_left(self.starts, element.start)]


def blocks_of_containers(text: str, page: ScannedPage, seen: Sequence[TextBlock]) -> list[TextBlock]:
    """Choose the blocks of the article by the page's containers alone; `seen`: its blocks that have letters."""
    sure, unsure = asides(page, seen)
    prose = {id(b) for b in seen if is_prose(b)}
    aside = {
        id(b)
        for b in seen
        if id(b.inside) in sure or (id(b.inside) in unsure and not (b.tag == "p" and id(b) in prose))
    }
    paragraphs = [b for b in seen if id(b) not in aside and id(b) in prose]
    if not paragraphs:
        rest = [b for b in seen if id(b) not in aside and not is_linked(b)]
        return rest or list(seen)
    container = _container(page, paragraphs)
    inside = [b for b in paragraphs if container.start <= b.start < container.end]
    first, last = inside[0].start, inside[-1].start
    beside = {id(holder(b)) for b in inside}
    return [
        b
        for b in seen
        if id(b) not in aside
        and not is_linked(b)
        and (first <= b.start <= last or (b.tag in WRITTEN and id(holder(b)) in beside and b.start < container.end))
        and (first <= b.start or is_stopped(text, b))
    ]


def asides(page: ScannedPage, seen: Sequence[TextBlock]) -> tuple[set[int], set[int]]:
    """
    Give the containers that are asides or stand in one, and those that may be, each by its `id`.

    One that would hold half of the page's prose is not believed. Where a container around it never closes, the end it got may
    be another's: it may be one.
    """
    held = Held([b for b in seen if b.linked * 3 < b.letters])
    sure: set[int] = set()
    unsure: set[int] = set()
    loose = loose_elements(page)
    for element in page.elements:  # each comes after the one it stands in
        above = id(element.parent)
        named = element.is_aside and held.by(element) * 2 < held.all
        if above in sure or (named and (element.name in ASIDE_ELEMENTS or id(element) not in loose)):
            sure.add(id(element))
        elif above in unsure or named:
            unsure.add(id(element))
    return sure, unsure


def loose_elements(page: ScannedPage) -> set[int]:
    """Give the containers, by their `id`, that never close or stand in one that does not: their ends may be others'."""
    loose: set[int] = set()
    for element in page.elements:  # each comes after the one it stands in
        is_closed = element.is_closed or element.name in IMPLIED_END or element.parent is None
        if not is_closed or id(element.parent) in loose:
            loose.add(id(element))
    return loose


def _container(page: ScannedPage, paragraphs: Sequence[TextBlock]) -> Element:
    """
    Give the smallest container that holds nearly all paragraphs, or is named as the article's body and holds half of them.

    In a damaged page a container may end too early, so more is asked of it.
    """
    held = Held(paragraphs)
    most, half = (NEARLY_ALL_OF_DAMAGED, HALF_OF_DAMAGED) if page.flaws else (NEARLY_ALL, HALF)
    fit = [e for e in page.elements if held.by(e) >= most * held.all]
    named = [e for e in page.elements if (e.is_body or e.name == "article") and held.by(e) >= half * held.all]
    return max(named or fit, key=lambda e: e.depth)

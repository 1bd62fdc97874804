"""
The blocks of a page that are the article.

Two choose: the page's containers, which damage hardly touches, and trafilatura, which is the better one on a sound page.
Where they disagree strongly the library's tighter choice is taken, and paragraphs that stand among those of its choice are
added. What it overlooks, the lines that lead in under the headline and figures that stand alone, is looked for by place; what
it takes for text, labels of links, captions, asides, goes. All that is left out stands in the record.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ...html_tags.elements import HEADINGS
from .containers import (
    PARAGRAPH,
    WRITTEN,
    blocks_of_containers,
    containers_of,
    holder,
    is_linked,
    is_prose,
    loose_elements,
)
from .extracted import blocks_in
from .figures import with_figures
from .figures_above import with_figures_above
from .furniture import without_furniture
from .heading_above import heading_above, repeats
from .leading import with_lead
from .linked_lists import is_linked_figure, told_in_lists
from .scanned import TextBlock
from .sections import sections_of, with_sections
from .seen import SeenPage
from .stated_body import with_stated
from .walls import without_notices

ALIKE = 1.5
"""How much more our own choice may have where the two mean the same text."""
FAR = 10**9
"""Code points: no headline stands above."""


def choose(page: SeenPage, extracted: str | None) -> list[TextBlock]:
    """Choose the blocks of the article; `extracted`: what trafilatura takes for it."""
    own = blocks_of_containers(page.text, page.scanned, [b for b in page.blocks if b.letters])
    theirs = blocks_in(page.text, page.blocks, extracted) if extracted else []
    told = told_in_lists(page.blocks)
    chosen = _with_siblings(page, theirs, own, told) if _is_believed(page, theirs, own) else own
    chosen = with_figures(page, chosen)
    heading = heading_above(page, chosen)
    chosen = with_figures_above(page, with_lead(page, chosen, heading), heading)
    sections = sections_of(page, chosen, heading)
    chosen = without_furniture(page, with_sections(page, chosen, sections), heading, told, sections)
    return without_notices(page, with_stated(page, chosen))


def _letters(blocks: Sequence[TextBlock]) -> int:
    return sum(b.letters for b in blocks)


def _is_believed(page: SeenPage, theirs: Sequence[TextBlock], own: Sequence[TextBlock]) -> bool:
    """
    Say whether the library's choice is the better one.

    It is, unless damage cost it much of the article. Where the two have no paragraph in common, one of them is another
    text of the page: the article's stands next to its headline.
    """
    if not _letters(theirs):
        return False
    known = {id(b) for b in own}
    if any(id(b) in known and b.letters >= PARAGRAPH for b in theirs) or not any(is_prose(b) for b in own):
        part = 2 if page.scanned.cuts else 5 if page.scanned.flaws else 0
        return not part or _letters(theirs) * part >= _letters(own)
    if page.scanned.flaws and not any(is_prose(b) for b in theirs):
        return False
    headlines = [b for b in page.blocks if b.tag in HEADINGS and repeats(page, b)]
    return _distance(theirs, headlines) <= _distance(own, headlines)


def _distance(choice: Sequence[TextBlock], headlines: Sequence[TextBlock]) -> int:
    """Measure how far below a headline a choice's next block begins, at the least."""
    starts = [b.start for b in choice]
    following = [(h, bisect_right(starts, h.start)) for h in headlines]
    return min((starts[i] - h.end for h, i in following if i < len(starts)), default=FAR)


def _with_siblings(
    page: SeenPage, theirs: Sequence[TextBlock], own: Sequence[TextBlock], told: frozenset[int]
) -> list[TextBlock]:
    """Add the paragraphs of our own choice that stand in one container with paragraphs of the library's; `told`: linked items."""
    loose = loose_elements(page.scanned) if page.scanned.flaws else set()
    host: dict[int, int] = {}
    for element in page.scanned.elements:  # each comes after the one it stands in
        took_in = element.is_aside and id(element) in loose and element.parent is not None  # what stands behind it
        host[id(element)] = host[id(element.parent)] if took_in else id(element)

    def around(block: TextBlock) -> int:
        return host.get(id(holder(block)), 0)

    known = {id(b) for b in theirs}
    beside = {around(b) for b in theirs if b.tag in WRITTEN and is_prose(b)}
    known |= {id(b) for b in own if b.tag in WRITTEN and around(b) in beside}
    beside |= {around(b) for b in theirs if is_prose(b)}
    held = {around(b) for b in theirs}
    starts = [b.start for b in theirs if is_prose(b)]
    first, last = (starts[0], starts[-1]) if starts else (0, 0)
    for b in (
        page.blocks
    ):  # what the library leaves out between paragraphs: lists of short items, headings, paragraphs of many links
        items = b.inside.parent if b.tag == "li" else b.inside if b.tag in HEADINGS else None
        is_item = items is not None and id(items.parent) in beside
        is_paragraph = b.tag == "p" and b.letters >= PARAGRAPH and around(b) in beside
        is_price = b.tag == "p" and is_linked_figure(b) and around(b) in held
        is_said = not is_linked(b) or id(b) in told
        if (((is_item or is_paragraph) and is_said) or is_price) and first < b.start < last:
            known.add(id(b))
    prose = [b for b in own if is_prose(b)]
    if page.scanned.flaws and _letters(prose) <= ALIKE * _letters(theirs):
        # A cut tag may cost the library any of them; an end that is too many, those that go on in a container around.
        above = {id(e) for b in theirs if is_prose(b) for e in containers_of(b)}
        known |= {id(b) for b in prose if page.scanned.cuts or id(holder(b)) in above}
    return [b for b in page.blocks if id(b) in known]

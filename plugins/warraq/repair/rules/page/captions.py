"""
Captions and credits that no `<figcaption>` and no class `caption` tells: their place beside a picture does, with what the page calls them.

`<p class="cap">`, `<div class="desc">`, `<span class="credit">`, `<small>` right behind a picture; a short text without a stop in a box that
holds nothing else than a picture. A sentence beside a picture that the page calls nothing is the article's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from ...html_tags.elements import HEADINGS
from ...late import late
from .containers import is_stopped
from .roles import NAMING
from .scanned import Element, TextBlock
from .scanning import scan
from .seen import SeenPage

PICTURE = late(r"<(?:img|amp-img)(?=[\s/>])", re.IGNORECASE)
BESIDE_NAMES = late(
    r"(?:^|\s)(?:cap|capt|cutline|legend|desc(?:ription)?|alt|credits?|copyright|source|photographer"
    r"|(?:pic|photo|image|img|picture|foto|thumb|media)[_-]?(?:cap|capt|text|txt|title|desc(?:ription)?|info|by|source|credits?|legend|alt))(?=\s|$)",
    re.IGNORECASE,
)
"""Whole names of what stands beside a picture; `has-drop-cap` is a paragraph's."""
SMALL = late(r"\s*<(?:small|em|i|cite|span|font|b|strong)\b[^<>]*>", re.IGNORECASE)
WHOLLY = late(r"\s*<(small|em|i|cite)\b[^<>]*>(?:(?!</\1\s*>).)*+</\1\s*>\s*\Z", re.IGNORECASE | re.DOTALL)
LONGEST = 250
"""Letters of a caption."""
SHORTEST, SHORT = 20, 120
"""Letters of one that nothing but its place tells; the name of a team beside its sign is shorter."""
LEVELS = 2
"""Containers around a caption that may be the picture's box."""
LONGEST_TAG = 300
FRAME = frozenset({"", "html", "body", "main", "article", "section", "li"})


def caption_beside(page: SeenPage) -> Callable[[TextBlock], bool]:
    """Make a test of whether a block is a caption or a credit by its place beside a picture."""
    pictures = [match.start() for match in PICTURE.finditer(page.text)]
    ends = {id(b): a.end for a, b in pairwise(page.blocks)}
    starts = [b.start for b in page.blocks]

    def is_caption(block: TextBlock) -> bool:
        if not pictures or block.letters > LONGEST or block.linked * 2 > block.letters or _is_head(block):
            return False
        at = bisect_left(pictures, block.start)
        is_behind = at > 0 and pictures[at - 1] >= ends.get(id(block), 0)
        box = _box(page, block, pictures, starts)
        if not (is_behind or box):
            return False
        inner = WHOLLY.match(page.text, block.start, block.end) if is_behind else None
        is_small = inner is not None and inner[1].lower() == "small"
        if is_small or _is_called(page.text, block):
            return True
        is_line = SHORTEST <= block.letters <= SHORT and not is_stopped(page.text, block)
        return is_line and (inner is not None or box is not None)

    return is_caption


def captions_beside(text: str) -> list[tuple[int, int]]:
    """Give the places of a page's captions and credits that their place tells, in their order."""
    scanned = scan(text)
    page = SeenPage(text, scanned, [b for b in scanned.blocks if b.letters])
    return [(b.start, b.end) for b in filter(caption_beside(page), page.blocks)]


def _is_head(block: TextBlock) -> bool:
    """Say whether a block is a heading or a lead, which may stand below the article's picture."""
    around = block.inside.parent
    return block.tag in HEADINGS or block.inside.is_lead or (around is not None and around.is_lead)


def _is_called(text: str, block: TextBlock) -> bool:
    """Say whether the element of a block, or the one in which all its words stand, is called a caption or a credit."""
    tag = text[block.inside.start : block.inside.start + LONGEST_TAG].partition(">")[0]
    inner = SMALL.match(text, block.start, block.end)
    return any(
        BESIDE_NAMES.search(found[1] or found[2] or found[3] or "")
        for attributes in (tag, inner[0] if inner else "")
        for found in NAMING.finditer(attributes)
    )


def _box(page: SeenPage, block: TextBlock, pictures: Sequence[int], starts: Sequence[int]) -> Element | None:
    """Give the container near a block that holds a picture and hardly a word more than the block."""
    element: Element | None = block.inside.parent if block.tag == "p" else block.inside
    for _ in range(LEVELS):
        if element is None or element.name in FRAME:
            return None
        inside = page.blocks[bisect_left(starts, element.start) : bisect_left(starts, element.end)][: LEVELS + 1]
        if len(inside) > LEVELS or sum(b.letters for b in inside) > LONGEST:
            return None
        at = bisect_left(pictures, element.start)
        if at < len(pictures) and pictures[at] < element.end:
            return element
        element = element.parent
    return None

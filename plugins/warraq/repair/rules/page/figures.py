"""
Figures that stand alone: `<li>12</li>`, `<p>45</p>`. Those of a table are the table's (`whole_tables.py`).

They are the story's where their neighbours are: an item of a chosen list, a paragraph between chosen paragraphs. A lone number
anywhere else, or one that the page calls so, counts readers, comments or pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...late import late
from .scanned import TextBlock
from .seen import SeenPage

ITEMS = frozenset({"li", "p", "div", "dd", "dt", "blockquote"})
LISTED = frozenset({"li", "dd", "dt"})
COUNTER = late(
    r"""<[^<>]*?[\s"'_-](?:views?|counts?|counter|hits|reads?|readers|visits|likes|votes|rating|comments?|shares?|page-?num\w*)[\s"'_>-]""",
    re.IGNORECASE,
)
"""An element that the page itself calls a counter."""
NUMBER = late(r"""<[^<>]*?\sclass\s*=\s*["']?(?:counts?|counter)["'\s>]""", re.IGNORECASE)
"""An element that is called a count, and not of what: readers, shares."""
SHORT = 45
"""Letters of a paragraph that goes on from a figure."""
MOST_COUNTERS = 2
"""Counters that may stand among paragraphs; where more figures do, they are told one after the other."""
LONGEST_TAG = 300
"""Code points of a tag in which its names are looked for."""


def with_figures(page: SeenPage, chosen: Sequence[TextBlock]) -> list[TextBlock]:
    """Add figures whose neighbours in a list, or on both sides in a run of paragraphs, are chosen; take counters out."""
    told = _told_on(page, chosen)
    known = {id(b) for b in chosen if b.letters or id(b) in told or not is_counter(page.text, b)}
    held: dict[int, list[int]] = {}
    for b in chosen:
        if b.tag in ITEMS:
            held.setdefault(id(b.inside.parent), []).append(b.start)
    for b in page.blocks:
        starts = held.get(id(b.inside.parent)) if b.tag in ITEMS and not b.letters else None
        if not starts or b.inside.is_aside or (id(b) not in told and is_counter(page.text, b)):
            continue
        if b.tag in LISTED or starts[0] < b.start < starts[-1]:
            known.add(id(b))
    return [b for b in page.blocks if id(b) in known]


def _told_on(page: SeenPage, chosen: Sequence[TextBlock]) -> set[int]:
    """Give the figures that a few words right behind them go on from, though the page calls them a count: «45», «dead on the first day»."""
    known = {id(b) for b in chosen}
    return {
        id(b)
        for b, behind in pairwise(page.blocks)
        if not b.letters
        and b.has_digits
        and behind.tag == "p"
        and id(behind) in known
        and behind.inside.parent is b.inside.parent
        and 0 < behind.letters < SHORT
        and NUMBER.match(page.text, b.inside.start, b.inside.start + LONGEST_TAG)
    }


def lone_figures(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Give the chosen figures of which it can't be decided whether they are the story's: one or two, in no list and no table."""
    lone = [b for b in blocks if not b.letters and b.has_digits and b.tag in ITEMS - LISTED]
    return lone if len(lone) <= MOST_COUNTERS else []


def is_counter(text: str, block: TextBlock) -> bool:
    """Say whether the page calls a block a counter."""
    return COUNTER.match(text, block.inside.start, block.inside.start + LONGEST_TAG) is not None

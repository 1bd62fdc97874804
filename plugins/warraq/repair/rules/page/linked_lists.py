"""
What is linked and yet said: lists whose items name a thing and link it, prices that lead to a shop.

A list of other news is links for nearly all its letters; in one that an article tells, words of its own stand around them («The
best of all – *the first one*»). Such a list is the article's with all its items, also those that are nothing but a link.
"""

from __future__ import annotations

from collections.abc import Iterable

from .scanned import TextBlock

LISTS = frozenset({"ul", "ol"})
FEWEST_ITEMS = 2
FEWEST_LETTERS = 20
"""Letters of a list's own words."""
LINKED = 2 / 3
"""Of a list's letters: the most that stand in links."""
LONGEST_FIGURE = 20
"""Letters of a link with a figure that is a price, and no headline of another article."""


def told_in_lists(blocks: Iterable[TextBlock]) -> frozenset[int]:
    """Give the items, by their `id`, of lists in which much stands outside of links."""
    lists: dict[int, list[TextBlock]] = {}
    for block in blocks:
        around = block.inside.parent
        if block.tag == "li" and around is not None and around.name in LISTS and not around.is_aside:
            lists.setdefault(id(around), []).append(block)
    return frozenset(id(b) for items in lists.values() if _is_told(items) for b in items)


def _is_told(items: list[TextBlock]) -> bool:
    letters, linked = sum(b.letters for b in items), sum(b.linked for b in items)
    return len(items) >= FEWEST_ITEMS and linked <= letters * LINKED and letters - linked >= FEWEST_LETTERS


def is_linked_figure(block: TextBlock) -> bool:
    """Say whether a block is a link with a figure and few letters: a price, a score."""
    return block.has_digits and block.letters < LONGEST_FIGURE

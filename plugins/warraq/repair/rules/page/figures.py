"""
Figures that stand alone: `<td>45</td>`, `<li>12</li>`.

They are the story's where their neighbours are: in a row of a chosen table, an item of a chosen list, a paragraph between
paragraphs. Elsewhere a lone number counts readers, comments or pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...html_tags.elements import CELLS
from .scanning import Element, ScannedPage, TextBlock

ITEMS = frozenset({"li", "p", "dd", "dt", "blockquote"})
PARTS_OF_TABLE = frozenset({"tr", "tbody", "thead", "tfoot", "table"})


def with_figures(page: ScannedPage, seen: Sequence[TextBlock], chosen: Sequence[TextBlock]) -> list[TextBlock]:
    """Add figures whose neighbours in a table, a list or a run of paragraphs are chosen, and stand on both sides."""
    known = {id(b) for b in chosen}
    held: dict[int, list[int]] = {}
    for b in chosen:
        if (around := _group(b)) is not None:
            held.setdefault(id(around), []).append(b.start)
    for b in seen:
        if b.letters or id(b) in known or (around := _group(b)) is None:
            continue
        starts = held.get(id(around))
        if starts and (b.tag != "p" or starts[0] < b.start < starts[-1]):
            known.add(id(b))
    return [b for b in seen if id(b) in known]


def _group(block: TextBlock) -> Element | None:
    """Give the table, the list or the container that a block stands in with its like; None of bare text."""
    if block.tag in ITEMS:
        return block.inside.parent
    element: Element | None = block.inside
    for _ in range(4):
        if element is None or element.name in CELLS:
            break
        element = element.parent
    if element is None or element.name not in CELLS:
        return None
    while element is not None and element.name in CELLS | PARTS_OF_TABLE:
        if element.name == "table":
            return element
        element = element.parent
    return None

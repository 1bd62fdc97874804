"""
Figures that stand alone: `<li>12</li>`, `<p>45</p>`. Those of a table are the table's (`whole_tables.py`).

They are the story's where their neighbours are: an item of a chosen list, a paragraph between chosen paragraphs. Elsewhere a
lone number counts readers, comments or pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from .scanning import TextBlock

ITEMS = frozenset({"li", "p", "dd", "dt", "blockquote"})


def with_figures(seen: Sequence[TextBlock], chosen: Sequence[TextBlock]) -> list[TextBlock]:
    """Add figures whose neighbours in a list, or on both sides in a run of paragraphs, are chosen."""
    known = {id(b) for b in chosen}
    held: dict[int, list[int]] = {}
    for b in chosen:
        if b.tag in ITEMS:
            held.setdefault(id(b.inside.parent), []).append(b.start)
    for b in seen:
        starts = held.get(id(b.inside.parent)) if b.tag in ITEMS and not b.letters else None
        if starts and (b.tag != "p" or starts[0] < b.start < starts[-1]):
            known.add(id(b))
    return [b for b in seen if id(b) in known]

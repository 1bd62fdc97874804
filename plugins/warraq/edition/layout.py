"""Lay an article out: sections with their marks written in, and each entry with the section that its mark is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from .drawing import APPARATUS, pen
from .edition import Entry, Mark, MarkKind, Section
from .published import VOID, Part, Rendered, Run
from .weave import Pen, order, weave

UNANCHORED = frozenset({MarkKind.REPAIR, MarkKind.EDIT})
"""Many and small: they share one disclosure a section."""


@dataclass(frozen=True, slots=True)
class Page:
    """What `lay_out` made."""

    title_html: str
    title_entries: tuple[Entry, ...]
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    """All, in order."""


def lay_out(title: str, rendered: Rendered, text: str, entries: Sequence[Entry], others: Sequence[Mark]) -> Page:
    """Write the marks of `entries`, and those that have none (`others`), into the title and the parts of the body."""
    offset = len(title) + 1
    parts = rendered.parts
    limits = [part.start + offset for part in parts]
    homes: list[list[Entry]] = [[] for _ in range(len(parts) + 1)]
    at = 0
    for entry in sorted(entries, key=lambda e: (e.mark.start, e.mark.end, e.mark.id)):
        while at < len(parts) and limits[at] <= entry.mark.start:
            at += 1
        homes[at].append(entry)
    homes = [_anchored(home) for home in homes]
    numbers = _numbers(chain.from_iterable(homes))
    pens = [pen(e.mark, e, text, numbers.get(e.id), offset) for e in chain.from_iterable(homes)]
    pens += [pen(mark, None, text, None, offset) for mark in others]
    pens.sort(key=order)
    signs = _signs(rendered, chain.from_iterable(homes), numbers)
    title_run = Run(title, -offset, False)
    title_html = weave([title_run], [p for p in pens if p.start < -1 or p.start == p.end == -1], {})
    sections = []
    ids: set[str] = set()
    for number, part in enumerate(parts, 1):
        mine = _between(pens, part)
        name = _unused(f"heading-{part.anchor}" if part.anchor else f"p{number}", ids)
        sections.append(
            Section(
                id=name,
                tag=part.tag,
                html=_element(part, name, weave(part.tokens, mine, signs)),
                start=part.start + offset,
                end=part.end + offset,
                entries=tuple(homes[number]),
            )
        )
    return Page(title_html, tuple(homes[0]), tuple(sections), tuple(chain.from_iterable(homes)))


def _between(pens: Sequence[Pen], part: Part) -> list[Pen]:
    """The pens that touch a part."""
    if part.start == part.end:
        return []
    return [
        p
        for p in pens
        if (p.start < part.end and p.end > part.start) or (p.start == p.end and part.start <= p.start <= part.end)
    ]


def _anchored(home: list[Entry]) -> list[Entry]:
    """Number the entries of a section that stand beside their marks."""
    made, anchor = [], 0
    for entry in home:
        if entry.mark.kind not in UNANCHORED:
            anchor += 1
            entry = replace(entry, anchor=anchor)
        made.append(entry)
    return made


def _numbers(entries: chain[Entry]) -> dict[str, int]:
    """Number the notes of the whole article, as their references show them."""
    return {entry.id: n for n, entry in enumerate((e for e in entries if e.mark.kind not in APPARATUS), 1)}


def _signs(rendered: Rendered, entries: chain[Entry], numbers: dict[str, int]) -> dict[int, str]:
    """The sign of every footnote reference, by the identity of its token."""
    return {}


def _element(part: Part, id: str, inside: str) -> str:
    if part.tag in VOID:
        return f'<{part.tag} id="{id}"{part.attributes}>'
    return f'<{part.tag} id="{id}"{part.attributes}>{inside}</{part.tag}>'


def _unused(id: str, ids: set[str]) -> str:
    while id in ids:
        id += "-2"
    ids.add(id)
    return id

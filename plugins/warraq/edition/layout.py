"""Lay an article out: sections with their marks written in, and each entry with the section that its mark is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from warraq.language import message

from .edition import MarginEntry, Mark, MarkKind, Section
from .mark_html import APPARATUS, mark_span, reference_link
from .render_marks import MarkSpan, order, render_marks
from .rendered_text import VOID, Part, Reference, Rendered, TextRun

UNANCHORED = frozenset({MarkKind.REPAIR, MarkKind.EDIT})
"""Many and small: they share one disclosure a section."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What `lay_out` made."""

    title_html: str
    title_entries: tuple[MarginEntry, ...]
    sections: tuple[Section, ...]
    entries: tuple[MarginEntry, ...]
    """All, in order."""


def lay_out(
    title: str,
    rendered: Rendered,
    text: str,
    entries: Sequence[MarginEntry],
    others: Sequence[Mark],
    footnotes: Mapping[str, Reference],
) -> Layout:
    """
    Write the marks of `entries`, and those that have none (`others`), into the title and the parts of the body.

    `footnotes` has the place of each footnote's sign, by the entry's id.
    """
    offset = len(title) + 1
    parts = rendered.parts
    limits = [part.start + offset for part in parts]
    homes: list[list[MarginEntry]] = [[] for _ in range(len(parts) + 1)]
    at = 0
    for entry in sorted(entries, key=lambda e: (e.mark.start, e.mark.end, e.mark.id)):
        while at < len(parts) and limits[at] <= entry.mark.start:
            at += 1
        homes[at].append(entry)
    homes = _numbered([_anchored(home) for home in homes])
    placed = list(chain.from_iterable(homes))
    signs = {id(footnotes[e.id]): reference_link(e, e.mark.id) for e in placed if e.id in footnotes}
    pens = [mark_span(e.mark, e, text, offset) for e in placed if e.id not in footnotes]
    pens += [mark_span(mark, None, text, offset) for mark in others]
    pens.sort(key=order)
    title_run = TextRun(title, -offset, False)
    title_html = render_marks([title_run], [p for p in pens if p.start < -1 or p.start == p.end == -1], {})
    sections = []
    ids: set[str] = set()
    for number, (part, mine) in enumerate(zip(parts, _shared_out(parts, pens), strict=True), 1):
        name = _unused(f"heading-{part.anchor}" if part.anchor else f"p{number}", ids)
        sections.append(
            Section(
                id=name,
                tag=part.tag,
                html=_element(part, name, render_marks(part.tokens, mine, signs)),
                start=part.start + offset,
                end=part.end + offset,
                entries=tuple(homes[number]),
            )
        )
    return Layout(title_html, tuple(homes[0]), tuple(sections), tuple(placed))


def _shared_out(parts: Sequence[Part], pens: Sequence[MarkSpan]) -> Iterator[list[MarkSpan]]:
    """Give each part the pens that touch it; `pens` are in order."""
    live: list[MarkSpan] = []
    upcoming = 0
    for part in parts:
        live = [p for p in live if p.end > part.start]
        if part.start == part.end:
            yield []
            continue
        while upcoming < len(pens) and (
            pens[upcoming].start < part.end or pens[upcoming].start == pens[upcoming].end == part.end
        ):
            if pens[upcoming].end >= max(part.start, 0):
                live.append(pens[upcoming])
            upcoming += 1
        yield live


def _anchored(home: list[MarginEntry]) -> list[MarginEntry]:
    """Number the entries of a section that stand beside their marks."""
    made, anchor = [], 0
    for entry in home:
        if entry.mark.kind not in UNANCHORED:
            anchor += 1
            entry = replace(entry, anchor=anchor)
        made.append(entry)
    return made


def _numbered(homes: list[list[MarginEntry]]) -> list[list[MarginEntry]]:
    """Number the notes of the whole article, as their references show them."""
    made: list[list[MarginEntry]] = []
    number = 0
    for home in homes:
        made.append([])
        for entry in home:
            if entry.mark.kind not in APPARATUS:
                number += 1
                entry = replace(entry, label=message(entry.label.msgid, number=number))
            made[-1].append(entry)
    return made


def _element(part: Part, id: str, inside: str) -> str:
    if part.tag in VOID:
        return f'<{part.tag} id="{id}"{part.attributes}>'
    return f'<{part.tag} id="{id}"{part.attributes}>{inside}</{part.tag}>'


def _unused(id: str, ids: set[str]) -> str:
    while id in ids:
        id += "-2"
    ids.add(id)
    return id

"""Lay an article out: sections with their marks written in, and each entry with the section in which its mark begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from warraq.language import message

from .edition import MarginEntry, Mark, MarkKind, Section
from .mark_html import APPARATUS, mark_span, reference_link
from .render_marks import MarkSpan, order, render_marks
from .tokens import VOID, Part, Reference, Rendered, TextRun

SHARING = frozenset({MarkKind.REPAIR, MarkKind.EDIT})
"""Many and small: they share one disclosure a section."""
MOST_ANCHORS = 150
"""Of an article: the style sheet has a rule for each."""


@dataclass(frozen=True, slots=True)
class Layout:
    """An article laid out."""

    title_html: str
    title_entries: tuple[MarginEntry, ...]
    sections: tuple[Section, ...]
    entries: tuple[MarginEntry, ...]
    """All, in order."""


def lay_out(
    rendered: Rendered,
    text: str,
    entries: Sequence[MarginEntry],
    later_mentions: Sequence[Mark],
    references: Mapping[str, Reference],
) -> Layout:
    """
    Write the marks of `entries` and of `later_mentions`, which have no entry, into the title and the parts of the body.

    `text` is T; `references` has the place of each footnote's sign, by the entry's id.
    """
    title = text.split("\n", 1)[0]
    offset = len(title) + 1
    parts = rendered.parts
    by_section = _numbered(_anchored(_by_section(entries, [part.start + offset for part in parts])))
    placed = list(chain.from_iterable(by_section))
    footnotes = {id(references[e.id]): reference_link(e, e.mark.id) for e in placed if e.id in references}
    spans = [mark_span(e.mark, e, text, offset) for e in placed if e.id not in references]
    spans += [mark_span(mark, None, text, offset) for mark in later_mentions]
    spans.sort(key=order)
    in_title = [span for span in spans if span.start < -1 or span.start == span.end == -1]
    sections = []
    ids: set[str] = set()
    for number, (part, inside) in enumerate(zip(parts, _spans_by_part(parts, spans), strict=True), 1):
        section_id = _unused(f"heading-{part.anchor}" if part.anchor else f"p{number}", ids)
        sections.append(
            Section(
                id=section_id,
                tag=part.tag,
                html=_element(part, section_id, render_marks(part.tokens, inside, footnotes)),
                start=part.start + offset,
                end=part.end + offset,
                entries=tuple(by_section[number]),
                caption=part.caption,
            )
        )
    return Layout(
        title_html=render_marks([TextRun(title, -offset)], in_title, {}),
        title_entries=tuple(by_section[0]),
        sections=tuple(sections),
        entries=tuple(placed),
    )


def _by_section(entries: Sequence[MarginEntry], starts: Sequence[int]) -> list[list[MarginEntry]]:
    """Give the title's entries, then those of each section; `starts` are the sections' first positions in T."""
    by_section: list[list[MarginEntry]] = [[] for _ in range(len(starts) + 1)]
    number = 0
    for entry in sorted(entries, key=lambda e: (e.mark.start, e.mark.end, e.mark.id)):
        while number < len(starts) and starts[number] <= entry.mark.start:
            number += 1
        by_section[number].append(entry)
    return by_section


def _spans_by_part(parts: Sequence[Part], spans: Sequence[MarkSpan]) -> Iterator[list[MarkSpan]]:
    """Give each part the spans that touch it; `spans` are in order."""
    live: list[MarkSpan] = []
    upcoming = 0
    for part in parts:
        live = [span for span in live if span.end > part.start]
        if part.start == part.end:
            yield []
            continue
        while upcoming < len(spans) and (
            spans[upcoming].start < part.end or spans[upcoming].start == spans[upcoming].end == part.end
        ):
            if spans[upcoming].end >= max(part.start, 0):
                live.append(spans[upcoming])
            upcoming += 1
        yield live


def _anchored(by_section: list[list[MarginEntry]]) -> list[list[MarginEntry]]:
    """Give the entries of an article that stand beside their marks their numbers."""
    made: list[list[MarginEntry]] = []
    anchor = 0
    for entries in by_section:
        made.append([])
        shared = False
        for entry in entries:
            is_hidden = entry.mark.kind == MarkKind.MENTION and not entry.html  # a name without a definition
            if is_hidden or (entry.mark.kind in SHARING and shared) or anchor == MOST_ANCHORS:
                made[-1].append(entry)
                continue
            shared |= entry.mark.kind in SHARING
            anchor += 1
            made[-1].append(replace(entry, anchor=anchor))
    return made


def _numbered(by_section: list[list[MarginEntry]]) -> list[list[MarginEntry]]:
    """Give the notes of the whole article the numbers that their references show."""
    made: list[list[MarginEntry]] = []
    number = 0
    for entries in by_section:
        made.append([])
        for entry in entries:
            if entry.mark.kind in APPARATUS:
                made[-1].append(entry)
            else:
                number += 1
                made[-1].append(replace(entry, label=message(entry.label.msgid, number=number)))
    return made


def _element(part: Part, section_id: str, content: str) -> str:
    start_tag = f'<{part.tag} id="{section_id}"{part.attributes}>'
    return start_tag if part.tag in VOID else f"{start_tag}{content}</{part.tag}>"


def _unused(section_id: str, ids: set[str]) -> str:
    """Give the id, or its next form (`p3-2`, `p3-2-2`) where it is taken; these are permanent links."""
    while section_id in ids:
        section_id += "-2"
    ids.add(section_id)
    return section_id

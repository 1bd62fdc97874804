"""How each kind of mark is written in HTML: its element, its classes, its link."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from warraq.archive.slug import segment

from .edition import MarginEntry, Mark, MarkKind
from .links import internal_link
from .render_marks import MarkSpan

TAGS: dict[str, str] = {
    MarkKind.REPAIR: "ins",
    MarkKind.EDIT: "ins",
    MarkKind.DOUBT: "span",
    MarkKind.MENTION: "a",
}
NOTE_TAG = "mark"
APPARATUS = frozenset({MarkKind.REPAIR, MarkKind.DOUBT, MarkKind.EDIT, MarkKind.MENTION})
"""The critical apparatus and the mentions: all kinds but editors' notes."""

LETTERS = (
    "\N{ARABIC LETTER KASHMIRI YEH}-\N{ARABIC WAVY HAMZA BELOW}"
    "\N{ARABIC LETTER DOTLESS BEH}-\N{ARABIC LETTER YEH BARREE WITH HAMZA ABOVE}\N{ARABIC LETTER AE}"
)
INSIDE_A_WORD = re.compile(f"[{LETTERS}]{{2}}")
"""Two Arabic letters, or a letter and its vowel mark, that belong together."""


def mark_span(mark: Mark, entry: MarginEntry | None, text: str, offset: int) -> MarkSpan:
    """Say which elements a mark becomes; its span is in the body's text (T less `offset`), without a line feed at its end."""
    start, end = mark.start, mark.end
    while start < end and text[end - 1] == "\n":
        end -= 1
    start, end = whole_words(text, start, end)
    anchor = f" a{entry.anchor}" if entry and entry.anchor else ""
    rest = f' class="{mark.kind}"'
    glossed = " first" if mark.first and entry and entry.html else ""
    first = f' class="{mark.kind}{glossed}{anchor}" id="{mark.id}"'
    if mark.kind == MarkKind.MENTION:
        if not mark.first:
            # A text of which a fifth is links is a list of links to programs that look for texts (readability-lxml gives nothing of it).
            return MarkSpan(start - offset, end - offset, "span", first, rest)
        href = concept_link(mark.concept)
        return MarkSpan(start - offset, end - offset, "a", first + href, rest + href, ("span", first, rest))
    reference = reference_link(entry) if entry and mark.kind not in APPARATUS else ""
    return MarkSpan(start - offset, end - offset, TAGS.get(mark.kind, NOTE_TAG), first, rest, reference=reference)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """
    Widen a passage to the ends of its Arabic words, and move a place inside a word behind it. Only the elements move: the mark's own span stays.

    No browser joins letters across the dot that stands for a deletion, and WebKit 2.50 doesn't join them across the edge of an element: a
    word whose soft hyphen was deleted would fall in two, and in لمنظمة with a note on منظمة the lam would stand by itself.
    """
    empty = start == end
    while start and INSIDE_A_WORD.match(text, start - 1):
        start -= 1
    while end and INSIDE_A_WORD.match(text, end - 1):
        end += 1
    return (end, end) if empty else (start, end)


@cache
def concept_link(concept: str) -> str:
    """Give the attribute for a link to a concept's page."""
    return f' href="{escape(internal_link(f"concepts/{segment(concept)}/"))}"'


def reference_link(entry: MarginEntry, mark_id: str = "") -> str:
    """
    Write the link that follows a note's passage: no text in it, for the text is T and nothing else.

    A footnote has no passage: its reference bears `mark_id` itself.
    """
    own = f' id="{mark_id}"' if mark_id else ""
    anchor = f" a{entry.anchor}" if mark_id and entry.anchor else ""
    number = entry.label.values["number"]
    return (
        f'<a class="reference {entry.mark.kind}{anchor}"{own} href="#{entry.id}" role="doc-noteref" '
        f'aria-label="{number}" data-label="{number}"></a>'
    )

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
"""What is not an editor's note."""

LETTERS = (
    "\N{ARABIC LETTER KASHMIRI YEH}-\N{ARABIC WAVY HAMZA BELOW}"
    "\N{ARABIC LETTER DOTLESS BEH}-\N{ARABIC LETTER YEH BARREE WITH HAMZA ABOVE}\N{ARABIC LETTER AE}"
)
INSIDE_A_WORD = re.compile(f"[{LETTERS}]{{2}}")
"""Two Arabic letters, or a letter and its vowel mark, that belong together."""


def mark_span(mark: Mark, entry: MarginEntry | None, text: str, offset: int) -> MarkSpan:
    """Make the pen of a mark; positions are of T less `offset`, and never a line end alone."""
    start, end = mark.start, mark.end
    while start < end and text[end - 1] == "\n":
        end -= 1
    while start < end and text[start] == "\n":
        start += 1
    start, end = whole_words(text, start, end)
    anchor = f" a{entry.anchor}" if entry and entry.anchor else ""
    rest = f' class="{mark.kind}"'
    first = f' class="{mark.kind}{" first" if mark.first else ""}{anchor}" id="{mark.id}"'
    if mark.kind == MarkKind.MENTION:
        href = concept_link(mark.concept)
        return MarkSpan(start - offset, end - offset, "a", first + href, rest + href, ("span", first, rest))
    reference = reference_link(entry) if entry and mark.kind not in APPARATUS else ""
    return MarkSpan(start - offset, end - offset, TAGS.get(mark.kind, NOTE_TAG), first, rest, None, reference)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """
    Widen a passage to the ends of its Arabic words, and move a place inside a word behind it; where they are said to be stays exact.

    Letters join across the dot of what was taken out in no browser, and across the edge of an element not in WebKit 2.50: a word
    whose soft hyphen was taken out would fall in two, and of لمنظمة with a note on منظمة a lam would stand by itself.
    """
    empty = start == end
    while start and INSIDE_A_WORD.match(text, start - 1):
        start -= 1
    while end and INSIDE_A_WORD.match(text, end - 1):
        end += 1
    return (end, end) if empty else (start, end)


@cache
def concept_link(concept: str) -> str:
    """Give the attribute that leads to a concept's page."""
    return f' href="{escape(internal_link(f"concepts/{segment(concept)}/"))}"'


def reference_link(entry: MarginEntry, id: str = "") -> str:
    """Write the link that follows a note's passage: no text in it, for the text is T and nothing else."""
    own = f' id="{id}"' if id else ""
    anchor = f" a{entry.anchor}" if id else ""
    number = entry.label.values["number"]
    return (
        f'<a class="reference {entry.mark.kind}{anchor}"{own} href="#{entry.id}" role="doc-noteref" '
        f'aria-label="{number}" data-label="{number}"></a>'
    )

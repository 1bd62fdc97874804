"""
Marks written into HTML, between the letters.

Marks overlap, nest, cross inline markup and go over the ends of blocks; HTML elements don't. So a mark is written into
every run of text that it covers, and cut where another one would cross it: longer ones outside, each opened and closed
in order. What is inside one run never reaches the markup around it, so the result is valid whatever the marks are. Only
the first piece of a mark bears its id. Nothing is ever added to the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from .rendered_text import LineEnd, Reference, TextRun, Token


@dataclass(slots=True)
class MarkSpan:
    """How one mark is drawn."""

    start: int
    end: int
    tag: str
    first: str
    """Attributes of the first piece."""
    rest: str
    """Attributes of further pieces."""
    inside_link: tuple[str, str, str] | None = None
    """Of a link: tag and attributes to use where the text is linked already."""
    reference: str = ""
    """What follows the passage: a link to its entry, with no text in it."""
    begun: bool = False

    def open(self, linked: bool) -> tuple[str, str]:
        """Give the opening and the closing of the next piece."""
        tag, first, rest = self.inside_link if self.inside_link and linked else (self.tag, self.first, self.rest)
        attributes = rest if self.begun else first
        self.begun = True
        return f"<{tag}{attributes}>", f"</{tag}>"


Drawn = tuple[int, MarkSpan, str]
"""Where a piece ends in its run, its pen, and its closing."""


def order(pen: MarkSpan) -> tuple[int, int]:
    """Sort pens by place, longer ones first."""
    return pen.start, -pen.end


def render_marks(tokens: Iterable[Token], pens: Sequence[MarkSpan], footnotes: dict[int, str]) -> str:
    """Write tokens as HTML with the marks in it; `pens` are in order, `footnotes` has the sign of each Reference by identity."""
    out: list[str] = []
    waiting: list[str] = []  # references that have to stand behind a link
    live: list[MarkSpan] = []
    upcoming = 0
    linked = False
    for token in tokens:
        if isinstance(token, TextRun):
            if not token.text:
                continue
            until = token.start + len(token.text)
            live = [p for p in live if p.end > token.start]
            while upcoming < len(pens) and (
                pens[upcoming].start < until or pens[upcoming].start == pens[upcoming].end == until
            ):
                live.append(pens[upcoming])
                upcoming += 1
            if live:
                _run(token, live, out, waiting)
            else:
                out.append(escape(token.text, quote=False))
            linked = token.linked
        elif isinstance(token, Reference):
            waiting.append(footnotes.get(id(token), ""))
            linked = token.linked
        elif isinstance(token, LineEnd):
            out.append(token.text)
        else:
            out.append(token)
            linked = linked and token != "</a>"
        if waiting and not linked:
            out += waiting
            waiting.clear()
    return "".join([*out, *waiting])


def _run(run: TextRun, live: list[MarkSpan], out: list[str], waiting: list[str]) -> None:
    """Write one run with the pens that touch it."""
    first, until, linked = run.start, run.start + len(run.text), run.linked
    text = run.text
    at = first
    pens = live if live[0].start >= first else sorted(live, key=lambda p: (max(p.start, first), -p.end))
    stack: list[Drawn] = []
    for pen in pens:
        start = max(pen.start, first)
        at = _close(stack, start, run, at, out, waiting)
        if start > at:
            out.append(escape(text[at - first : start - first], quote=False))
            at = start
        opening, closing = pen.open(linked)
        out.append(opening)
        if pen.start == pen.end:
            out.append(closing)
            if pen.reference:
                waiting.append(pen.reference)
        else:
            stack.append((min(pen.end, until), pen, closing))
    at = _close(stack, until, run, at, out, waiting)
    if at < until:
        out.append(escape(text[at - first :], quote=False))


def _close(stack: list[Drawn], cut: int, run: TextRun, at: int, out: list[str], waiting: list[str]) -> int:
    """Write on to where pens end, up to `cut`: close each, and for a moment what was opened inside it."""
    while stack:
        end = stack[0][0] if len(stack) == 1 else min([drawn[0] for drawn in stack])
        if end > cut:
            break
        if end > at:
            out.append(escape(run.text[at - run.start : end - run.start], quote=False))
            at = end
        again: list[MarkSpan] = []
        ending = 1 if len(stack) == 1 else [drawn[0] for drawn in stack].count(end)
        while ending:
            ends, pen, closing = stack.pop()
            out.append(closing)
            if ends > end:
                again.append(pen)
                continue
            ending -= 1
            if pen.reference and pen.end == ends:
                waiting.append(pen.reference)
        until = run.start + len(run.text)
        for pen in reversed(again):
            opening, closing = pen.open(run.linked)
            out.append(opening)
            stack.append((min(pen.end, until), pen, closing))
        if waiting and not run.linked and not any(closing == "</a>" for _, _, closing in stack):
            out += waiting
            waiting.clear()
    return at

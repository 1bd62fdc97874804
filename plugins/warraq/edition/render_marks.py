"""
Marks written into HTML, between the letters.

Marks overlap, nest, cross inline markup and go over the ends of blocks; HTML elements don't. So a mark is written into
every run of text that it covers, and cut where another one would cross it: longer ones outside, each opened and closed
in order. The elements of one run never cross the markup around it, so the result is valid for any marks. Only
the first piece of a mark bears its id, and its reference follows the last. Nothing is ever added to the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from .tokens import LineEnd, Reference, TextRun, Token


@dataclass(slots=True)
class MarkSpan:
    """A mark as elements: [start, end) of the body's text, and the tags of its pieces."""

    start: int
    end: int
    tag: str
    first: str
    """Attributes of the first piece."""
    rest: str
    """Attributes of further pieces."""
    inside_link: tuple[str, str, str] | None = None
    """Of a link: tag, first and rest where the text is linked already."""
    reference: str = ""
    """HTML that follows the passage: a link to its entry, with no text in it."""
    begun: bool = False
    """Whether a piece was written."""

    def next_piece(self, *, linked: bool) -> tuple[str, str]:
        """Give the start tag and the end tag of the next piece."""
        tag, first, rest = self.inside_link if self.inside_link and linked else (self.tag, self.first, self.rest)
        attributes = rest if self.begun else first
        self.begun = True
        return f"<{tag}{attributes}>", f"</{tag}>"


def order(span: MarkSpan) -> tuple[int, int]:
    """Sort by place, longer ones first."""
    return span.start, -span.end


def render_marks(tokens: Iterable[Token], spans: Sequence[MarkSpan], footnotes: Mapping[int, str]) -> str:
    """Write tokens as HTML with the marks in it; `spans` are in order, `footnotes` has the HTML of each Reference by identity."""
    out: list[str] = []
    waiting: list[str] = []  # references that have to stand behind a link
    live: list[MarkSpan] = []  # spans that reach into the run, or begin in it
    upcoming = 0
    linked = False
    for token in tokens:
        if isinstance(token, TextRun):
            if not token.text:
                continue
            until = token.start + len(token.text)
            live = [span for span in live if span.end > token.start]
            while upcoming < len(spans) and (
                spans[upcoming].start < until or spans[upcoming].start == spans[upcoming].end == until
            ):
                live.append(spans[upcoming])
                upcoming += 1
            if live:
                _RunWriter(token, out, waiting).write(live)
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
            linked = linked and token != "</a>"  # noqa: S105 - a token of HTML
        if waiting and not linked:
            out += waiting
            waiting.clear()
    return "".join([*out, *waiting])


@dataclass(slots=True)
class _OpenElement:
    """A piece of a mark whose end tag is still to be written."""

    end: int
    """Where it ends in its run."""
    span: MarkSpan
    end_tag: str


class _RunWriter:
    """Writes one run with the marks in it."""

    __slots__ = ("at", "out", "run", "stack", "until", "waiting")

    def __init__(self, run: TextRun, out: list[str], waiting: list[str]) -> None:
        self.run = run
        self.out = out
        self.waiting = waiting
        self.at = run.start
        """Up to where the run is written."""
        self.until = run.start + len(run.text)
        self.stack: list[_OpenElement] = []

    def write(self, live: list[MarkSpan]) -> None:
        """Write the run with the spans that touch it."""
        first = self.run.start
        if live[0].start < first:
            live = sorted(live, key=lambda span: (max(span.start, first), -span.end))
        for span in live:
            start = max(span.start, first)
            if self.stack:
                self._close_up_to(start)
            self._write_text(start)
            if span.start < span.end:
                self._open(span)
                continue
            self.out += span.next_piece(linked=self.run.linked)
            if span.reference:
                self.waiting.append(span.reference)
        self._close_up_to(self.until)
        self._write_text(self.until)

    def _write_text(self, end: int) -> None:
        if end > self.at:
            text = self.run.text[self.at - self.run.start : end - self.run.start]
            self.out.append(escape(text, quote=False))
            self.at = end

    def _open(self, span: MarkSpan) -> None:
        start_tag, end_tag = span.next_piece(linked=self.run.linked)
        self.out.append(start_tag)
        self.stack.append(_OpenElement(min(span.end, self.until), span, end_tag))

    def _close_up_to(self, limit: int) -> None:
        """Write on to where elements end, up to `limit`: close each, and for a moment the elements that were opened inside it."""
        stack = self.stack
        while stack:
            end = stack[0].end if len(stack) == 1 else min([element.end for element in stack])
            if end > limit:
                break
            self._write_text(end)
            again: list[MarkSpan] = []
            ending = 1 if len(stack) == 1 else [element.end for element in stack].count(end)
            while ending:
                element = stack.pop()
                self.out.append(element.end_tag)
                if element.end > end:
                    again.append(element.span)
                    continue
                ending -= 1
                if element.span.reference and element.span.end == end:  # the last of its pieces
                    self.waiting.append(element.span.reference)
            for span in reversed(again):
                self._open(span)
            if self.waiting and not self.run.linked and not any(element.end_tag == "</a>" for element in stack):
                self.out += self.waiting
                self.waiting.clear()

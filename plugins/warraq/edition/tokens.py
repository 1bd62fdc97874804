"""
A body as a flat list of tokens: markup, runs of text, signs of footnotes, ends of lines.

T is the text of the runs and of the line ends. Marks are written between the letters of the runs (`render_marks`), so that the text of a
section in a browser is exactly its part of T.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

VOID = frozenset({"br", "col", "hr", "img", "wbr"})
"""The elements that have no content."""


@dataclass(slots=True)
class TextRun:
    """A string of T with no markup in it."""

    text: str
    start: int
    """In the text of the body."""
    linked: bool = False
    """Inside a link: no link can be put into it."""


@dataclass(slots=True)
class Reference:
    """The place of a footnote's sign."""

    label: str
    start: int
    linked: bool


@dataclass(slots=True)
class LineEnd:
    """The end of a line of T inside a section: a line feed where another line of the section follows, else nothing."""

    text: str = ""


Token = str | TextRun | Reference | LineEnd
"""A str is markup, sanitised."""


@dataclass(slots=True)
class Part:
    """A top-level element of the body."""

    tag: str
    anchor: str = ""
    """Of a heading, made of its words; else empty."""
    tokens: list[Token] = field(default_factory=list)
    """Without the tags of the element itself."""
    attributes: str = ""
    """Of the element itself, as HTML."""
    start: int = 0
    """In the text of the body."""
    end: int = 0
    caption: str = ""
    """Of a picture that stands alone, as plain text. It is no part of T, no more than a picture's `alt` is."""


@dataclass(slots=True)
class Rendered:
    """An article's body as tokens."""

    parts: list[Part] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """Of T, without the title."""
    footnotes: dict[str, str] = field(default_factory=dict)
    """By label: sanitised HTML."""


def tokens_html(tokens: Iterable[Token]) -> str:
    """Write tokens as HTML with no marks in it; the signs of footnotes are left out."""
    pieces: list[str] = []
    for token in tokens:
        if isinstance(token, str):
            pieces.append(token)
        elif isinstance(token, TextRun):
            pieces.append(escape(token.text, quote=False))
        elif isinstance(token, LineEnd):
            pieces.append(token.text)
    return "".join(pieces)

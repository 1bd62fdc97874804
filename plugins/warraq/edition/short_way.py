r"""
The short way from Markdown to the published text, for bodies of which every sign is known.

Most articles are paragraphs, headings, lists and quotations, of words with here and there a bold one, a link or the sign of a footnote: what the
machine writes (`repair/writers/markdown.py`), and most of what editors add. To read them, no parser of all Markdown, no sanitiser and no
tree is needed. A body that has anything else in it (a table, HTML, a picture, a second line in a paragraph, a sign that may mean
something) goes the long way, whole. Both give the same; a property holds that.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple

from .sanitise import HEADINGS
from .text_writer import TextWriter
from .tokens import Rendered, tokens_html

UNUSUAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff<]")
"""Signs of which one sends a body the long way: HTML, and what parsers of HTML leave out or read as a line end."""
BETWEEN_BLOCKS = re.compile(r"\n{2,}")
BLOCK = re.compile(
    r"""
    (?P<level>\#{1,6})[ ] (?P<heading>[^\n]+)
    | -[ ] (?P<items>[^\n]+ (?:\n-[ ][^\n]+)*)
    | >[ ] (?P<quotation>[^\n]+)
    | (?P<notes>\[\^[\w-]+\]:[ ][^\n]+ (?:\n\[\^[\w-]+\]:[ ][^\n]+)*)
    | (?P<paragraph>[^\n]+)
    """,
    re.VERBOSE,
)
"""A block without the empty lines around it."""
BEGINS = re.compile(r"(?![\s\#>~|:_]|(?:[+-]|\d+\.)(?:[\s-]|\Z)|\*(?!\*)|\*{3}|\[\^[^\]]*\]:)")
"""Where a line begins that is words and nothing else."""
_SIGN = r"!(?!\[)|(?<=[^\W_])_(?=[^\W_])"
_LETTERS = r"[^\\&*\[\]{}`_!\n]++"
_WORDS = f"(?:{_LETTERS}|{_SIGN})+"
ITEM = re.compile(
    rf"""
    (?P<words>(?:{_LETTERS}|{_SIGN}|\])+)
    | \\(?P<escaped>[\\`*_{{}}\[\]()>\#+.!|-])
    | (?P<entity>&(?:lt|gt|amp|quot|\#126|\#58);)
    | \*\*(?P<strong>(?=\S){_WORDS}(?<=\S))\*\*
    | \[\^(?P<label>[\w-]+)\]
    | \[(?P<bold>\*\*)?(?P<text>(?=\S){_WORDS}(?<=\S))(?(bold)\*\*)\]
      \((?P<url>https?://(?:[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.)+[A-Za-z]{{2,}}(?:[/?\#][A-Za-z0-9/.?=&%~\#:@,+_-]*)?)\)
    """,
    re.VERBOSE,
)
"""One thing after another within a line."""
HEADING = re.compile(r"(?:[^\\#\[]|\\.)+")
"""The words of a heading: a number sign ends it, and no footnote belongs to it."""
INNER = {"ul": "li", "blockquote": "p"}
"""Elements that stand in others."""


class UnknownSignError(Exception):
    """Something in the body is not known here; it goes the long way."""


class _Group(NamedTuple):
    """A top-level element of the body."""

    tag: str
    lines: list[str]
    """One of a paragraph or heading; the items of a list; the paragraphs of a quotation."""


def read_known(body: str) -> Rendered | None:
    """Read a body of which every sign is known; None of any other."""
    if UNUSUAL.search(body):
        return None
    groups: list[_Group] = []
    notes: dict[str, str] = {}
    try:
        for block in BETWEEN_BLOCKS.split(body.strip("\n")):
            if block:
                _add_block(block, groups, notes)
        reader = _Reader(frozenset(notes))
        for group in groups:
            reader.read_group(group)
        reader.rendered.footnotes.update({label: _note_html(text) for label, text in notes.items()})
    except UnknownSignError:
        return None
    return reader.rendered


def _add_block(block: str, groups: list[_Group], notes: dict[str, str]) -> None:
    """Add a block to the elements, or to the footnotes by their labels."""
    m = BLOCK.fullmatch(block)
    if m is None:
        raise UnknownSignError
    last = groups[-1].tag if groups else ""
    if m["level"]:
        groups.append(_Group(f"h{len(m['level'])}", [m["heading"]]))
    elif m["items"]:
        if last == "ul":  # two lists with nothing between them are one
            raise UnknownSignError
        groups.append(_Group("ul", m["items"].split("\n- ")))
    elif m["quotation"]:
        if last != "blockquote":
            groups.append(_Group("blockquote", []))
        groups[-1].lines.append(m["quotation"])
    elif m["notes"]:
        for line in m["notes"].split("\n"):
            label, _, text = line[2:].partition("]: ")
            if label in notes:
                raise UnknownSignError
            notes[label] = text
    else:
        groups.append(_Group("p", [m["paragraph"]]))


def _note_html(text: str) -> str:
    """Write a footnote; it refers to no other."""
    inner = _Reader(frozenset())
    part = inner.begin_part("li")
    inner.read_element("p", text)
    return tokens_html(part.tokens).strip()


class _Reader(TextWriter):
    """Reads the elements of a body."""

    def __init__(self, labels: frozenset[str]) -> None:
        super().__init__()
        self.labels = labels
        """Of the footnotes that are defined."""
        self.anchors: set[str] = set()

    def read_group(self, group: _Group) -> None:
        """Read a top-level element."""
        part = self.begin_part(group.tag)
        if inner := INNER.get(group.tag):
            for line in group.lines:
                self.add_run("\n")
                self.read_element(inner, line)
            self.add_run("\n")
        else:
            self._read_line(group.lines[0])
        self.end_part(part)
        if group.tag in HEADINGS:
            if not HEADING.fullmatch(group.lines[0]):
                raise UnknownSignError
            from markdown.extensions.toc import slugify_unicode, unique  # slow to import

            part.anchor = unique(slugify_unicode(self.rendered.lines[-1], "-"), self.anchors)

    def read_element(self, tag: str, line: str) -> None:
        """Read a block within a block."""
        self.end_line()
        self.tokens.append(f"<{tag}>")
        self._read_line(line)
        self.end_line()
        self.tokens.append(f"</{tag}>")

    def _read_line(self, line: str) -> None:
        if not BEGINS.match(line) or line != line.strip():
            raise UnknownSignError
        at = 0
        words: list[str] = []
        while at < len(line):
            m = ITEM.match(line, at)
            if m is None:
                raise UnknownSignError
            at = m.end()
            if piece := m["words"] or m["escaped"] or (m["entity"] and unescape(m["entity"])):
                words.append(piece)
                continue
            self._end_words(words)
            self._read_item(m)
        self._end_words(words)

    def _read_item(self, m: re.Match[str]) -> None:
        """Read a bold word, a link or the sign of a footnote."""
        if m["strong"]:
            self._add_inline(["strong"], m["strong"])
        elif m["url"]:
            link = f'a href="{escape(m["url"])}"'
            self._add_inline([link, "strong"] if m["bold"] else [link], m["text"], linked=True)
        elif m["label"] in self.labels:
            self.add_reference(m["label"])
        else:
            raise UnknownSignError

    def _add_inline(self, tags: list[str], text: str, *, linked: bool = False) -> None:
        """Add text within elements, the outermost first."""
        self.tokens += [f"<{tag}>" for tag in tags]
        self.add_run(text, linked=linked)
        self.tokens += [f"</{tag.split(' ')[0]}>" for tag in reversed(tags)]

    def _end_words(self, words: list[str]) -> None:
        if words:
            self.add_run("".join(words))
            words.clear()

"""
The published text T: what a reader of the page reads.

Markdown is never a coordinate system: the article is rendered and sanitised first, and its text is what stands in the
resulting tree, one line for every paragraph, heading, list item or cell, with the title before them. Footnotes are the
editors' words and stand outside. The tree is read once, into a flat list of markup and runs of text: T is the runs, and
marks are written between the letters of the runs (`weave`), so that what a browser calls the text of a section is
exactly its part of T: the text of `Section.html` is T[start:end].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from lxml import html as lxml_html
from lxml.etree import _Element as Element
from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode

from .links import LinkTargets
from .sanitise import HEADINGS, INLINE, sanitise

SPACE = " \t\n\r\f"
"""What HTML calls white space; a no-break space is a letter like others."""
VOID = frozenset({"br", "col", "hr", "img", "wbr"})
ALIGNED = {"left": "start", "right": "end"}
"""Markdown's `:--` and `--:` in a text of either direction."""
LINE_END = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(slots=True)
class TextRun:
    """A string of T with no markup in it."""

    text: str
    start: int
    """In the text of the body."""
    linked: bool
    """Inside a link: no link can be put into it."""


@dataclass(slots=True)
class Reference:
    """The place of a footnote's sign."""

    label: str
    start: int
    linked: bool


@dataclass(slots=True)
class LineEnd:
    """A place where one line of T ends inside a section; a line feed is written there if another line follows."""

    text: str = ""


Token = str | TextRun | Reference | LineEnd


@dataclass(slots=True)
class Part:
    """A top-level element of the body."""

    tag: str
    anchor: str
    """Of a heading, made of its words; else empty."""
    tokens: list[Token] = field(default_factory=list)
    """Without the opening of the element itself."""
    attributes: str = ""
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Rendered:
    """An article's body, read."""

    parts: list[Part]
    lines: list[str]
    footnotes: dict[str, str]
    """By label: sanitised HTML."""


def converter() -> Markdown:
    """Markdown as Warraq understands it."""
    toc = TocExtension(
        slugify=slugify_unicode, marker=""
    )  # anchors only: a table of contents is no text of the article
    return Markdown(
        extensions=["extra", "sane_lists", toc],
        extension_configs={"extra": {"tables": {"use_align_attribute": True}}},
        output_format="html",
    )


CONVERTER = converter()


def markdown_html(markdown: str) -> str:
    """Give the HTML of Markdown; a RecursionError where lists or quotations within one another are too many."""
    CONVERTER.reset()
    try:
        return CONVERTER.convert(markdown)
    except RecursionError:
        CONVERTER.parser.state.clear()  # else the next text is read as if it stood in that list
        raise


def render(body: str, targets: LinkTargets | None = None) -> Rendered:
    """Render an article's Markdown and read the tree it makes."""
    return read_html(markdown_html(body), targets)


def published_text(title: str, rendered: Rendered) -> str:
    """Give T: the title, then the lines of the body, joined by line feeds."""
    return "\n".join([title, *rendered.lines])


def read_html(html: str, targets: LinkTargets | None = None) -> Rendered:
    """Sanitise HTML and read it."""
    root = lxml_html.fragment_fromstring(sanitise(html), create_parent="div")
    return _TreeReader(targets or LinkTargets("", {})).read(root)


class _TreeReader:
    """One walk through a tree."""

    def __init__(self, targets: LinkTargets) -> None:
        self.targets = targets
        self.rendered = Rendered([], [], {})
        self.at = 0  # the length of the text so far
        self.line: list[TextRun | Reference] = []
        self.joins: list[LineEnd] = []
        self.tokens: list[Token] = []

    def read(self, root: Element) -> Rendered:
        loose: Part | None = None  # text that stands in no block is a paragraph
        if root.text and root.text.strip(SPACE):
            loose = self._begin_part("p", "", "")
            self._add_run(root.text, False, False)
        for child in root:
            if "footnote" in (child.get("class") or "").split():
                self._read_footnotes(child)
            elif child.tag in INLINE:
                loose = loose or self._begin_part("p", "", "")
                self._read_element(child, False, False)
            else:
                if loose:
                    self._end_part(loose)
                    loose = None
                part = self._begin_part(child.tag, _anchor(child), attributes_html(child, self.targets))
                self._read_content(child, child.tag == "pre", False)
                self._end_part(part)
            if child.tail and (loose or child.tail.strip(SPACE)):
                loose = loose or self._begin_part("p", "", "")
                self._add_run(child.tail, False, False)
        if loose:
            self._end_part(loose)
        return self.rendered

    def _begin_part(self, tag: str, anchor: str, attributes: str) -> Part:
        part = Part(tag, anchor, [], attributes)
        self.tokens, self.joins = part.tokens, []
        return part

    def _end_part(self, part: Part) -> None:
        self._end_line()
        first = next((t for t in part.tokens if isinstance(t, TextRun) and t.text), None)
        part.start = first.start if first else self.at
        part.end = self.at if first else part.start
        if first or any(isinstance(t, str) and t.startswith(("<img", "<hr")) for t in part.tokens) or part.tag == "hr":
            self.rendered.parts.append(part)

    def _read_element(self, element: Element, verbatim: bool, linked: bool) -> None:
        tag, kind = element.tag, element.get("class")
        if kind == "footnote-ref":
            reference = Reference((element.get("href") or "").removeprefix("#fn:"), self.at, linked)
            self.line.append(reference)
            self.tokens.append(reference)
            return
        if tag == "sup" and len(element) == 1 and element[0].get("class") == "footnote-ref":
            self._read_element(element[0], verbatim, linked)
            return
        if kind == "footnote-backref":  # the theme writes its own; Markdown parts this one by a no-break space
            if self.line and isinstance(self.line[-1], TextRun):
                self.line[-1].text = self.line[-1].text.removesuffix("\N{NO-BREAK SPACE}")
            return
        block = tag not in INLINE
        if block:
            self._end_line()
        self.tokens.append(f"<{tag}{attributes_html(element, self.targets)}>")
        if tag == "br":
            self._add_run(" ", verbatim, linked)
        if tag not in VOID:
            self._read_content(element, verbatim or tag == "pre", linked or tag == "a")
            if block:
                self._end_line()
            self.tokens.append(f"</{tag}>")

    def _read_content(self, element: Element, verbatim: bool, linked: bool) -> None:
        if element.text:
            self._add_run(element.text, verbatim, linked)
        for child in element:
            self._read_element(child, verbatim, linked)
            if child.tail:
                tail = child.tail.lstrip(SPACE) if child.tag == "br" else child.tail
                self._add_run(tail, verbatim, linked)

    def _add_run(self, text: str, verbatim: bool, linked: bool) -> None:
        if not verbatim and "\n" in text:
            text = LINE_END.sub(" ", text)
        run = TextRun(text, 0, linked)
        self.line.append(run)
        self.tokens.append(run)

    def _end_line(self) -> None:
        """End a line of T, if it has letters; white space at its ends is no part of it."""
        line, self.line = self.line, []
        for run in line:
            if isinstance(run, TextRun):
                run.text = run.text.lstrip(SPACE)
                if run.text:
                    break
        for run in reversed(line):
            if isinstance(run, TextRun):
                run.text = run.text.rstrip(SPACE)
                if run.text:
                    break
        text = "".join(run.text for run in line if isinstance(run, TextRun))
        if not text:
            for run in line:
                run.start = self.at
            return
        if self.rendered.lines:
            self.at += 1
        if self.joins:
            self.joins[-1].text = "\n"
        for run in line:
            run.start = self.at
            if isinstance(run, TextRun):
                self.at += len(run.text)
        self.rendered.lines.append(text)
        self.joins.append(LineEnd())
        self.tokens.append(self.joins[-1])

    def _read_footnotes(self, block: Element) -> None:
        for item in block.iter("li"):
            label = (item.get("id") or "").removeprefix("fn:")
            inner = _TreeReader(self.targets)
            part = inner._begin_part("li", "", "")
            inner._read_content(item, False, False)
            inner._end_line()
            if label:
                self.rendered.footnotes[label] = "".join(tokens_html(part.tokens)).strip()


def tokens_html(tokens: list[Token]) -> Iterator[str]:
    """Write tokens as HTML with no marks in it."""
    for token in tokens:
        if isinstance(token, str):
            yield token
        elif isinstance(token, TextRun):
            yield escape(token.text, quote=False)
        elif isinstance(token, LineEnd):
            yield token.text


def _anchor(element: Element) -> str:
    return (element.get("id") or "") if element.tag in HEADINGS else ""


def attributes_html(element: Element, targets: LinkTargets) -> str:
    """Write the attributes that reach the page; ids and classes are given by the edition alone."""
    pieces: list[str] = []
    for key, said in element.items():
        name, value = str(key), str(said)
        if name in ("id", "class"):
            continue
        if name == "align":
            name, value = "class", f"align-{ALIGNED.get(value, value)}"
        elif name == "href" and value.startswith("#"):
            value = f"#heading-{value[1:]}"
        elif name in ("href", "src") and value.startswith("{"):
            value = targets.link_to(value)
        pieces.append(f' {name}="{escape(value)}"')
    if element.tag == "img":
        if element.get("alt") is None:
            pieces.append(' alt=""')
        pieces.append(' loading="lazy"')
    return "".join(pieces)

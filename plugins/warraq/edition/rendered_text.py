"""
The published text T: what a reader of the page reads.

Markdown is never a coordinate system: the article is rendered and sanitised first. T is the text of the resulting tree, one line for every
paragraph, heading, list item or cell, with the title before them. Footnotes are the editors' words and stand outside. The tree
is read once, into tokens: the text of `Section.html` is T[start:end].
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from .footnote_class import BLOCK, SIGN, WAY_BACK, footnote_key
from .links import LinkTargets
from .markdown_html import markdown_html
from .sanitise import HEADINGS, INLINE, sanitise
from .text_writer import SPACE, TextWriter
from .tokens import VOID, Part, Rendered, TextRun, tokens_html

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ALIGNED = {"left": "start", "right": "end"}
"""Markdown's `:--` and `--:` in a text of either direction."""


def render(body: str, targets: LinkTargets | None = None) -> Rendered:
    """Render an article's Markdown and read the tree it makes."""
    return read_html(markdown_html(body), footnote_key(body), targets)


def published_text(title: str, rendered: Rendered) -> str:
    """Give T: the title, then the lines of the body, joined by line feeds."""
    return "\n".join([title, *rendered.lines])


def read_html(html: str, footnotes: str, targets: LinkTargets | None = None) -> Rendered:
    """Sanitise HTML and read its tree; `footnotes` is the key of the footnotes in it."""
    from lxml import html as lxml_html  # most articles go the short way, which needs no tree

    root = lxml_html.fragment_fromstring(sanitise(html), create_parent="div")
    return _TreeReader(targets or LinkTargets("", {}), footnotes).read(root)


class _Context(NamedTuple):
    """What the elements around a text mean for it."""

    verbatim: bool = False
    """Inside `pre`: line feeds and spaces stay."""
    linked: bool = False
    """Inside a link."""


class _TreeReader(TextWriter):
    """One walk through the tree of a sanitised body."""

    def __init__(self, targets: LinkTargets, footnotes: str) -> None:
        super().__init__()
        self.targets = targets
        self.footnotes = footnotes

    def read(self, root: Element) -> Rendered:
        paragraph: Part | None = None  # of text that stands in no block
        if root.text and root.text.strip(SPACE):
            paragraph = self.begin_part("p")
            self.add_run(root.text)
        for child in root:
            if child.get("class") == f"{BLOCK}-{self.footnotes}":
                self._read_footnotes(child)
            elif child.tag in INLINE:
                paragraph = paragraph or self.begin_part("p")
                self._read_element(child, _Context())
            else:
                if paragraph:
                    self.end_part(paragraph)
                    paragraph = None
                part = self.begin_part(child.tag, _anchor(child), attributes_html(child, self.targets))
                part.caption = _take_caption(child)
                self._read_content(child, _Context(verbatim=child.tag == "pre"))
                self.end_part(part)
            if child.tail and (paragraph or child.tail.strip(SPACE)):
                paragraph = paragraph or self.begin_part("p")
                self.add_run(child.tail)
        if paragraph:
            self.end_part(paragraph)
        return self.rendered

    def _read_element(self, element: Element, context: _Context) -> None:
        tag, kind = element.tag, element.get("class")
        if kind == f"{SIGN}-{self.footnotes}":
            self.add_reference((element.get("href") or "").removeprefix("#fn:"), linked=context.linked)
            return
        if tag == "sup" and len(element) == 1 and element[0].get("class") == f"{SIGN}-{self.footnotes}":
            self._read_element(element[0], context)
            return
        if (
            kind == f"{WAY_BACK}-{self.footnotes}"
        ):  # the theme writes its own; Markdown parts this one by a no-break space
            if self.line and isinstance(self.line[-1], TextRun):
                self.line[-1].text = self.line[-1].text.removesuffix("\N{NO-BREAK SPACE}")
            return
        if tag == "thead" and _is_empty(element):
            return  # Markdown gives every table a head
        block = tag not in INLINE
        if block:
            self.end_line()
        self.tokens.append(f"<{tag}{attributes_html(element, self.targets)}>")
        if tag == "br":
            self.add_run(" ", linked=context.linked, verbatim=context.verbatim)
        if tag not in VOID:
            if tag == "pre":
                context = context._replace(verbatim=True)
            elif tag == "a":
                context = context._replace(linked=True)
            self._read_content(element, context)
            if block:
                self.end_line()
            self.tokens.append(f"</{tag}>")

    def _read_content(self, element: Element, context: _Context) -> None:
        if element.text:
            self.add_run(element.text, linked=context.linked, verbatim=context.verbatim)
        for child in element:
            self._read_element(child, context)
            if child.tail:
                tail = child.tail.lstrip(SPACE) if child.tag == "br" else child.tail
                self.add_run(tail, linked=context.linked, verbatim=context.verbatim)

    def _read_footnotes(self, block: Element) -> None:
        for item in block.iter("li"):
            label = (item.get("id") or "").removeprefix("fn:")
            inner = _TreeReader(self.targets, self.footnotes)
            part = inner.begin_part("li")
            inner._read_content(item, _Context())
            inner.end_line()
            if label:
                self.rendered.footnotes[label] = tokens_html(part.tokens).strip()


def _take_caption(paragraph: Element) -> str:
    """Give the title of the picture that alone makes a paragraph, and take it from the picture: it is shown below, as the caption."""
    if paragraph.tag != "p" or len(paragraph) != 1 or paragraph[0].tag != "img":
        return ""
    if (paragraph.text or "").strip(SPACE) or (paragraph[0].tail or "").strip(SPACE):
        return ""
    return " ".join(str(paragraph[0].attrib.pop("title", "")).split())


def _anchor(element: Element) -> str:
    return (element.get("id") or "") if element.tag in HEADINGS else ""


def _is_empty(element: Element) -> bool:
    return not "".join(map(str, element.itertext())).strip() and element.find(".//img") is None


def attributes_html(element: Element, targets: LinkTargets) -> str:
    """Write the attributes that reach the page; the edition alone gives ids and classes."""
    pieces: list[str] = []
    for key, content in element.items():
        name, value = str(key), str(content)
        if name in ("id", "class"):
            continue
        if name == "align":
            name, value = "class", f"align-{ALIGNED.get(value, value)}"
        elif name == "href" and value.startswith("#"):
            value = f"#heading-{value[1:]}"
        elif name in ("href", "src") and value.startswith("{"):
            value = targets.link_to(value)
        pieces.append(f' {name}="{escape(value)}"')
    if element.tag == "th" and "scope" not in element.attrib and _is_in_head(element):
        pieces.append(' scope="col"')
    if element.tag == "img":
        if element.get("alt") is None:
            pieces.append(' alt=""')
        pieces.append(' loading="lazy"')
    return "".join(pieces)


def _is_in_head(cell: Element) -> bool:
    row = cell.getparent()
    part = row.getparent() if row is not None else None
    return part is not None and part.tag == "thead"

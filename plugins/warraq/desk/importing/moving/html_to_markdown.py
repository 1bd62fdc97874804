"""
The HTML of an export as Markdown: links, pictures, lists, tables, quotations, code and emphasis stay.

The article's words are those of the HTML, so what Markdown would misread is escaped as `repair/writers/markdown.py` does. What stands
in the HTML and in no article (scripts, styles, forms) goes; what is embedded from elsewhere becomes a link to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from warraq.archive.stated_line import stated_line
from warraq.edition.sanitise import DROPPED, HEADINGS
from warraq.repair.writers.markdown import escape, escape_start

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

GONE = (DROPPED - {"iframe", "object"}) | {"noscript", "head", "form", "button", "input", "select", "textarea"}
EMBEDDED = frozenset({"iframe", "object", "embed", "video", "audio"})
_BLOCKS = """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer header hgroup hr
    html li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
BLOCKS = HEADINGS | frozenset(_BLOCKS.split())
EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
KEPT = {"s": "s", "strike": "s", "del": "s", "sub": "sub", "sup": "sup"}
"""Elements that Markdown has no sign for, each with the tag that an article has."""
SPACE = re.compile(r"[ \t\r\n\f]+")
BREAK = "  \n"
LEVEL = "    "
"""What a list within a list is indented by, for Python-Markdown."""


class Leads(Protocol):
    """Where links and pictures lead in the archive."""

    def link(self, address: str) -> str:
        """Give what to write for an address; empty where only the words stay."""

    def picture(self, address: str, alt: str, caption: str) -> str:
        """Give the Markdown of a picture; empty where nothing stands in its place."""


def html_to_markdown(html: str, leads: Leads) -> str:
    """Give the Markdown of a piece of HTML."""
    from lxml import html as lxml_html

    root = lxml_html.fragment_fromstring(html.replace("\x00", ""), create_parent="div")
    blocks = [block for block in _Writer(leads).blocks(root) if block.strip()]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


class _Writer:
    def __init__(self, leads: Leads) -> None:
        self._leads = leads

    def blocks(self, element: Element) -> Iterator[str]:
        """Yield the blocks in an element; what stands between them in no block is a paragraph."""
        loose: list[str] = [self._text(element.text)]
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in BLOCKS or (tag == "a" and _has_block(child)):
                yield self._line("".join(loose))
                loose = []
                yield from self.blocks(child) if tag == "a" else self._block(child, tag)
            else:
                loose.append(self._inline(child, tag))
            loose.append(self._text(child.tail))
        yield self._line("".join(loose))

    def _block(self, element: Element, tag: str) -> Iterator[str]:
        if tag in HEADINGS:
            words = SPACE.sub(" ", self._inside(element).replace(BREAK, " ")).strip()
            hashes = len(words) - len(words.rstrip("#"))
            yield f"{'#' * max(2, int(tag[1]))} {words[: len(words) - hashes]}" + "\\#" * hashes if words else ""
        elif tag == "hr":
            yield "* * *"
        elif tag == "pre":
            yield _code(element)
        elif tag in ("ul", "ol", "dl"):
            yield "\n".join(self._items(element, tag))
        elif tag == "blockquote":
            yield _before("> ", "\n\n".join(block for block in self.blocks(element) if block.strip()))
        elif tag == "table":
            yield from self._table(element)
        elif tag == "figure":
            yield from self._figure(element)
        else:
            yield from self.blocks(element)

    def _items(self, element: Element, tag: str) -> Iterator[str]:
        start = element.get("start") or ""
        number = int(start) - 1 if tag == "ol" and start.isascii() and start.isdecimal() and len(start) < 7 else 0
        for child in element:
            if not isinstance(child.tag, str):
                continue
            number += 1
            sign = f"{number}." if tag == "ol" else "" if child.tag == "dt" else ":" if tag == "dl" else "-"
            inside = "\n\n".join(block for block in self.blocks(child) if block.strip())
            # A list right below its item's line stays close to it; any other block is parted from it.
            inside = re.sub(r"\n\n(?=(?:-|\d+\.) )", "\n", inside)
            if inside and not sign:
                yield f"\n{inside}" if number > 1 else inside
            elif inside:
                yield f"{sign}{' ' * (4 - len(sign))}{_before(LEVEL, inside)[4:]}".replace("|", "\\|")

    def _table(self, table: Element) -> Iterator[str]:
        rows = [[self._cell(cell) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        rows = [row for row in rows if row]
        if caption := table.find("caption"):
            yield self._line(self._inside(caption))
        if not rows:
            return
        columns = max(map(len, rows))
        if columns == 1:
            yield from (row[0].replace("\\|", "|") for row in rows)
            return
        first = next(table.iter("tr"))
        if not all(cell.tag == "th" for cell in first if isinstance(cell.tag, str)):
            rows.insert(0, [""] * columns)
        lines = ["| " + " | ".join(row + [""] * (columns - len(row))) + " |" for row in rows]
        yield "\n".join([lines[0], "|" + "---|" * columns, *lines[1:]])

    def _cell(self, cell: Element) -> str:
        inside = " ".join(block for block in self.blocks(cell) if block.strip())
        return SPACE.sub(" ", inside).strip().replace("|", "\\|")

    def _figure(self, figure: Element) -> Iterator[str]:
        captions = [each for each in figure.iter("figcaption") if not each.findall(".//img")]
        pictures = list(figure.iter("img"))
        if len(pictures) != 1 or len(captions) > 1:
            yield from self.blocks(figure)
            return
        caption = " ".join("".join(map(str, each.itertext())) for each in captions)
        yield self._picture(pictures[0], caption)

    def _line(self, words: str) -> str:
        line = re.sub(r"[ \t]*\n[ \t]*", "\n", words.replace(BREAK, "\x00")).replace("\n", " ")
        lines = [SPACE.sub(" ", each).strip() for each in line.split("\x00")]
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines.pop(0)
        return BREAK.join(escape_start(each) for each in lines)

    def _inside(self, element: Element) -> str:
        pieces = [self._text(element.text)]
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in BLOCKS:
                pieces += (" ", self._inside(child), " ")
            else:
                pieces.append(self._inline(child, tag))
            pieces.append(self._text(child.tail))
        return "".join(pieces)

    def _inline(self, element: Element, tag: str) -> str:  # noqa: PLR0911 - one answer for each kind of element
        if not tag or tag in GONE:
            return ""
        if tag == "br":
            return BREAK
        if tag == "img":
            return self._picture(element, "")
        if tag in EMBEDDED:
            return self._embedded(element)
        if tag == "code" and not len(element) and "`" not in (code := SPACE.sub(" ", element.text or "").strip()):
            return f"`{code}`" if code else ""
        inside = self._inside(element)
        if tag == "a":
            return self._link(element, inside)
        if tag in EMPHASIS and "*" not in inside:
            return _around(inside, EMPHASIS[tag], EMPHASIS[tag])
        if tag in KEPT:
            return _around(inside, f"<{KEPT[tag]}>", f"</{KEPT[tag]}>")
        return inside

    def _link(self, element: Element, inside: str) -> str:
        if (
            "![" in inside or "<!--" in inside or "](<" in inside
        ):  # a picture that leads to itself, a link within a link
            return inside
        address = self._leads.link((element.get("href") or "").strip())
        return _around(inside, "[", f"](<{address}>)") if address else inside

    def _embedded(self, element: Element) -> str:
        inner = element.find(".//source")
        address = element.get("src") or element.get("data") or (inner.get("src") if inner is not None else "") or ""
        written = self._leads.link(f"https:{address}" if address.startswith("//") else address.strip())
        return f"[{escape(stated_line(address))}](<{written}>)" if written and address else ""

    def _picture(self, picture: Element, caption: str) -> str:
        address = picture.get("data-src") or picture.get("data-orig-file") or picture.get("src") or ""
        return self._leads.picture(address.strip(), picture.get("alt") or "", SPACE.sub(" ", caption).strip())

    def _text(self, text: str | None) -> str:
        if not text:
            return ""
        begun = text.lstrip(" \t\r\n\f")
        return SPACE.sub(" ", text[: len(text) - len(begun)]) + _escaped(SPACE.sub(" ", begun)) if begun else " "


def _escaped(words: str) -> str:
    """Escape a piece of a line, which need not be its start; a bracket may end a link that another piece began."""
    return escape(f"،{words}")[1:].replace("]", "\\]")


def _around(inside: str, begin: str, end: str) -> str:
    """Put signs around words, not around the spaces at their ends; none around nothing, or across lines."""
    words = inside.strip()
    if not words or BREAK in words:
        return inside
    at = inside.index(words)
    return f"{inside[:at]}{begin}{words}{end}{inside[at + len(words) :]}"


def _before(sign: str, block: str) -> str:
    return "\n".join(sign + line if line else sign.rstrip() for line in block.split("\n"))


def _code(element: Element) -> str:
    code = "".join(_lines_of(element)).strip("\n")
    return "\n".join(f"    {line}" if line.strip() else "" for line in code.split("\n")) if code.strip() else ""


def _lines_of(element: Element) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        yield "\n" if child.tag == "br" else "".join(_lines_of(child)) if isinstance(child.tag, str) else ""
        yield child.tail or ""


def _has_block(element: Element) -> bool:
    return any(isinstance(each.tag, str) and each.tag in BLOCKS for each in element.iterdescendants())

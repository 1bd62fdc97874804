"""
HTML's elements as TEI's: paragraphs, headings, lists, tables, quotations, pictures, and what stands within a line.

TEI says of each element what it may hold: a `<div>` no letters, a `<list>` items alone. HTML, and people who write it, say
less. So each open element knows what it holds (`Holds`), and whatever does not fit gets the paragraph, item or cell that it
needs around it; an element without a counterpart gives way to what is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import islice

from .escaping import attributes, element, language, plain
from .html_tokens import VOID, End, HtmlToken, Start, Words
from .inline import INLINE, inline_element, link

WHITE = " \t\r\n"
"""What XML calls white space: it may stand between any elements."""


class Holds(Enum):
    """What an element of TEI may hold."""

    BLOCKS = "p"
    """Paragraphs and the like: a `<div>`."""
    ITEMS = "item"
    ROWS = "row"
    CELLS = "cell"
    BOTH = "both"
    """Letters and paragraphs: an item, a cell, a quotation, a note."""
    LETTERS = "letters"
    """Letters and what stands within a line."""


@dataclass(frozen=True, slots=True)
class Open:
    """A start tag of TEI."""

    tag: str
    attributes: str = ""
    is_inline: bool = False

    @property
    def xml(self) -> str:
        """Write it."""
        return f"<{self.tag}{self.attributes}>"


@dataclass(frozen=True, slots=True)
class Close:
    """An end tag."""

    tag: str
    is_inline: bool = False

    @property
    def xml(self) -> str:
        """Write it."""
        return f"</{self.tag}>"


@dataclass(frozen=True, slots=True)
class Piece:
    """An element that holds nothing of T, whole, as XML."""

    xml: str


TeiToken = Open | Close | Piece | Words
TEXT_BLOCKS = {"p": "", "summary": "summary", "figcaption": "caption", "caption": "caption", "pre": "preformatted"}
TEXT_BLOCKS |= {f"h{n}": "heading" for n in range(1, 7)}
LISTS = {"ul": "bulleted", "ol": "numbered", "dl": "definitions"}
ITEMS = {"li": "", "dt": "term", "dd": "definition"}
CELLS = ("td", "th")
PARTS = frozenset({"thead", "tbody", "tfoot", "colgroup", "tr"})
"""Of a table; they give way to their rows."""


@dataclass(slots=True)
class _Frame:
    """An open element of HTML."""

    tag: str
    holds: Holds
    close: tuple[Close, ...] = ()
    """What ends it in TEI; nothing, where it gave way to what is in it."""
    wrapped: list[Close] = field(default_factory=list)
    """What ends the elements that were put around what did not fit."""


def tei_tokens(html: Iterable[HtmlToken], holds: Holds, first: Mapping[str, str] | None = None) -> list[TeiToken]:
    """Turn HTML into TEI that may stand in an element that `holds` this; `first`: attributes of the first element."""
    return list(_Writer(list(html), holds, first or {}).tokens())


class _Writer:
    def __init__(self, html: Sequence[HtmlToken], holds: Holds, first: Mapping[str, str]) -> None:
        self._html, self._first = html, dict(first)
        self._frames = [_Frame("", holds)]

    def tokens(self) -> Iterator[TeiToken]:
        """Yield the tokens."""
        for at, token in enumerate(self._html):
            if isinstance(token, Words):
                if token.text.strip(WHITE):
                    yield from self._wrap()
                yield token
            elif isinstance(token, Start):
                yield from self._start(token, at)
            elif len(self._frames) > 1:
                yield from self._end()
        while self._frames:
            yield from self._end()

    @property
    def _holds(self) -> Holds:
        frame = self._frames[-1]
        if not frame.wrapped:
            return frame.holds
        return Holds.LETTERS if frame.holds is Holds.BLOCKS else Holds.BOTH

    def _wrap(self) -> Iterator[TeiToken]:
        """Open what letters need around them."""
        frame = self._frames[-1]
        if frame.wrapped or frame.holds in (Holds.BOTH, Holds.LETTERS):
            return
        for tag in ("row", "cell") if frame.holds is Holds.ROWS else (frame.holds.value,):
            yield self._open(tag)
            frame.wrapped.insert(0, Close(tag))

    def _unwrap(self) -> Iterator[TeiToken]:
        yield from self._frames[-1].wrapped
        self._frames[-1].wrapped.clear()

    def _open(self, tag: str, values: Mapping[str, str] | None = None, *, is_inline: bool = False) -> Open:
        given = {**self._first, **(values or {})}
        self._first = {}
        return Open(tag, attributes(given), is_inline)

    def _end(self) -> Iterator[TeiToken]:
        yield from self._unwrap()
        yield from self._frames.pop().close

    def _push(self, html: Start, tag: str, holds: Holds, values: Mapping[str, str] | None = None) -> Iterator[TeiToken]:
        is_inline = tag in ("hi", "seg", "ref", "q", "del", "add", "title")
        yield self._open(tag, {**(values or {}), **language(html.attributes.get("lang"))}, is_inline=is_inline)
        self._frames.append(_Frame(html.tag, holds, (Close(tag, is_inline),)))

    def _start(self, html: Start, at: int) -> Iterator[TeiToken]:
        tag = html.tag
        if tag in VOID:
            yield from self._void(html)
        elif tag in INLINE:
            yield from self._wrap()
            name, values = inline_element(html)
            yield from self._push(html, name, Holds.LETTERS, values)
        else:
            yield from self._block(html, at)

    def _block(self, html: Start, at: int) -> Iterator[TeiToken]:
        tag, holds = html.tag, self._frames[-1].holds
        if tag in CELLS and holds is Holds.CELLS:
            yield from self._unwrap()
            yield from self._push(html, "cell", Holds.BOTH, _cell(html))
        elif tag == "tr" and holds is Holds.ROWS and self._has(at, CELLS):
            yield from self._unwrap()
            yield from self._push(html, "row", Holds.CELLS)
        elif tag in ITEMS and holds is Holds.ITEMS:
            yield from self._unwrap()
            yield from self._push(html, "item", Holds.BOTH, {"rend": ITEMS[tag], "n": _digits(html, "value")})
        elif tag in PARTS:
            self._frames.append(_Frame(tag, self._holds))
        else:
            yield from self._unwrap() if holds is Holds.BLOCKS else self._wrap()
            yield from self._content(html, at)

    def _content(self, html: Start, at: int) -> Iterator[TeiToken]:
        tag, holds = html.tag, self._holds
        if tag in LISTS and self._has(at, tuple(ITEMS)):
            values = {"rend": LISTS[tag], "n": _digits(html, "start")}
            yield from self._push(html, "list", Holds.ITEMS, values)
        elif tag == "table" and self._has(at, CELLS):
            yield from self._push(html, "table", Holds.ROWS)
        elif tag == "blockquote":
            yield from self._push(html, "quote", Holds.BOTH, link("source", html.attributes.get("cite")))
        elif tag in TEXT_BLOCKS and holds is not Holds.LETTERS:
            yield from self._push(html, "ab" if tag == "pre" else "p", Holds.LETTERS, {"rend": TEXT_BLOCKS[tag]})
        elif tag in TEXT_BLOCKS:
            yield from self._push(html, "seg", Holds.LETTERS, {"type": TEXT_BLOCKS[tag] or "paragraph"})
        else:
            self._frames.append(_Frame(tag, holds))

    def _void(self, html: Start) -> Iterator[TeiToken]:
        if html.tag == "br":
            yield from self._wrap()
            yield Piece("<lb/>")
        elif html.tag == "hr":
            yield from self._unwrap()
            yield Piece('<milestone unit="section" rend="rule"/>')
        elif html.tag == "img":
            source = link("url", html.attributes.get("src"))
            graphic = f"<graphic{attributes(source)}/>" if source else ""
            described = element("figDesc", plain(html.attributes.get("alt", ""))) if html.attributes.get("alt") else ""
            yield Piece(f"<figure{attributes(self._first)}>{graphic}{described}</figure>")
            self._first = {}

    def _has(self, at: int, tags: Sequence[str]) -> bool:
        """Tell whether an element holds one of these, not counting those of an element of its own kind within it."""
        depth = 0
        own = self._html[at]
        kind = own.tag if isinstance(own, Start) else ""
        for token in islice(self._html, at + 1, None):
            if isinstance(token, Start) and token.tag == kind:
                depth += 1
            elif isinstance(token, End) and token.tag == kind:
                if not depth:
                    return False
                depth -= 1
            elif isinstance(token, Start) and not depth and token.tag in tags:
                return True
        return False


def _cell(html: Start) -> dict[str, str]:
    sizes = {"cols": _digits(html, "colspan"), "rows": _digits(html, "rowspan")}
    return {"role": "label" if html.tag == "th" else "", **sizes}


def _digits(html: Start, name: str) -> str:
    value = html.attributes.get(name, "")
    return value if value.isascii() and value.isdigit() and len(value) < 7 and int(value) else ""

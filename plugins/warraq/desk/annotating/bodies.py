"""
What an annotation says, as one line of Markdown: by Hypothesis Markdown, by others plain text or HTML.

Nothing of it is trusted. HTML is shown as it was typed, not read; links lead to the web or are text; a picture is a link; what would begin
a list, a heading or a footnote is a sign. So the note says what was said, and can do nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from warraq.archive.decoding import CONTROL
from warraq.archive.yaml_values import CONTROLS
from warraq.edition.markdown_bounds import excess

LONGEST = 20_000
"""Letters of a note; an essay is no note."""
SIGNS = re.compile(r"([\\`*_{}\[\]])")
"""What means something within a line, and may stand behind a backslash."""
BLOCK_SIGN = re.compile(r"^(\s*(?:\d+(?=[.)]))?)([-+#.)])")
"""What begins a list or a heading."""
LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.){0,500})\]\(\s*<?([^\s<>()]{1,2000}(?:\([^\s<>()]*\))?)>?(?:\s+\"[^\"]*\"|\s+'[^']*')?\s*\)"
)
WEB = re.compile(r"(?:https?://|mailto:)[^\s<>\"{}|\\^`\[\]]+", re.IGNORECASE)
ENCODED = {ord("("): "%28", ord(")"): "%29", ord("*"): "%2A"}
BETWEEN = "<br>"
EMPHASIS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
BREAKS = frozenset({"br", "p", "div", "li", "tr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dd", "dt"})
UNREAD = frozenset({"script", "style", "template", "iframe", "object", "svg", "math", "noscript"})


def of_plain(text: str) -> str:
    """Write plain text as Markdown that shows it as it is."""
    return _joined(SIGNS.sub(r"\\\1", _escaped(line)) for line in _lines(text))


def of_markdown(text: str) -> str:
    """Write Markdown of others on one line: emphasis and links stay, all else is text; a text that asks too much of Markdown is plain."""
    made = _joined(_safe_line(line) for line in _lines(text))
    return of_plain(text) if excess(made) else made


def of_html(html: str) -> str:
    """Write HTML as Markdown: emphasis, links and line ends stay; scripts and the like go with their content."""
    try:
        root = document_fromstring(f"<div>{CONTROL.sub('', html[: 2 * LONGEST])}</div>")
    except (etree.ParserError, ValueError):
        return of_plain(html)
    made = _joined(" ".join(line.split()) for line in "".join(_pieces(root)).split("\n"))
    return of_plain("".join(map(str, root.itertext()))) if excess(made) else made


def _lines(text: str) -> list[str]:
    text = CONTROL.sub("", text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n"))
    return [" ".join(CONTROLS.sub("", line).split()) for line in text.split("\n")]


def _joined(lines: Iterable[str]) -> str:
    return BETWEEN.join(BLOCK_SIGN.sub(r"\1\\\2", line) for line in lines if line)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _safe_line(line: str) -> str:
    out: list[str] = []
    at = 0
    for found in LINK.finditer(line):
        picture, words, address = found.groups()
        out.append(_words(line[at : found.start()]))
        out.append(_link(_words(words) or ("🖼" if picture else address), address, found[0]))
        at = found.end()
    return "".join([*out, _words(line[at:])])


def _words(text: str) -> str:
    """Leave emphasis, and make everything else that means something to Markdown or to our links a sign."""
    return re.sub(r"([`{}\[\]])", r"\\\1", _escaped(text).replace("&amp;", "&"))


def _link(words: str, address: str, typed: str) -> str:
    if WEB.fullmatch(address):
        return f"[{words}]({in_brackets(address)})"
    return SIGNS.sub(r"\\\1", _escaped(typed))


def in_brackets(address: str) -> str:
    """Write an address so that a bracket in it ends no link, and a sign in it is no emphasis."""
    return address.translate(ENCODED)


def _pieces(element: HtmlElement) -> list[str]:
    """Give the Markdown of an element, without calling itself: a hostile one is a thousand deep."""
    out: list[str] = []
    work: list[HtmlElement | str] = [element]
    while work:
        this = work.pop()
        if isinstance(this, str):
            out.append(this)
            continue
        tag = this.tag if isinstance(this.tag, str) else ""
        after: list[HtmlElement | str] = []
        if tag and tag not in UNREAD:
            before, behind = _around(this, tag)
            after = [before, SIGNS.sub(r"\\\1", _escaped(this.text or "")), *this, behind]
        work.extend(reversed([*after, SIGNS.sub(r"\\\1", _escaped(this.tail or ""))]))
    return out


def _around(element: HtmlElement, tag: str) -> tuple[str, str]:
    if tag in EMPHASIS and element.text_content().strip():
        return EMPHASIS[tag], EMPHASIS[tag]
    if tag == "a" and WEB.fullmatch(element.get("href", "")) and element.text_content().strip():
        return "[", f"]({in_brackets(element.get('href', ''))})"
    return ("\n", "\n") if tag in BREAKS else ("", "")
